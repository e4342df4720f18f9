package io.kindred.benchmarks.search;

import io.kindred.benchmarks.cf.Clock;
import io.kindred.benchmarks.ratings.RatingTable;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.TrainingContext;
import io.kindred.evaluation.EvaluationOptions;
import io.kindred.evaluation.Evaluator;
import io.kindred.evaluation.experiment.TrialRecord;
import io.kindred.evaluation.search.Budget;
import io.kindred.evaluation.search.Direction;
import io.kindred.evaluation.search.Objective;
import io.kindred.evaluation.search.Pruner;
import io.kindred.evaluation.search.RandomSampler;
import io.kindred.evaluation.search.Sampler;
import io.kindred.evaluation.search.Search;
import io.kindred.evaluation.search.SearchResult;
import io.kindred.evaluation.search.SearchSettings;
import io.kindred.evaluation.search.SearchSpace;
import io.kindred.evaluation.search.TpeSampler;
import io.kindred.evaluation.search.ValidationObjective;
import io.kindred.evaluation.split.Fold;
import io.kindred.evaluation.split.SplitSettings;
import io.kindred.evaluation.split.Splitter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * TPE and random search with the same number of trials for ALS on a table of ratings (MovieLens 100K), every interaction a
 * positive: protocol ratio, 80/10/10. Each seed divides the data anew and is the seed of training and of both searches, which
 * begin with the same ten settings (the defaults, then nine random ones). A seed is won by the better best ndcg@10 on the
 * validation part; the test part is only measured with what was found. A setting that both searches try is trained once.
 *
 * <p>Arguments: the file, and optionally the number of trials, the first seed and the number of seeds. One thread.
 */
public final class TpeVersusRandom {
    private static final String METRIC = "ndcg@10";
    private static final EvaluationOptions OPTIONS =
            EvaluationOptions.at(10).withResamples(0).withBeyondAccuracy(false).withThreads(1);
    private static final Map<String, Object> SPACE = space();

    private final ModelCatalog catalog = ModelCatalog.load();
    private final int trials;
    private final double[][] curves;

    private TpeVersusRandom(int trials) {
        this.trials = trials;
        this.curves = new double[2][trials];
    }

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length == 0) {
            System.err.println("usage: TpeVersusRandom FILE [TRIALS [FIRST-SEED [SEEDS]]]");
            return;
        }
        Interactions ratings = RatingTable.read(Path.of(arguments[0]));
        int trials = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        int first = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
        int seeds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 10;
        new TpeVersusRandom(trials).run(ratings, first, seeds);
    }

    /** What ALS is searched over; sizes are limited for the sake of time. */
    private static Map<String, Object> space() {
        Map<String, Object> space = new LinkedHashMap<>();
        space.put("factors", Map.of("from", 8, "to", 64, "log", true));
        space.put("epochs", Map.of("from", 2, "to", 16, "log", true));
        space.put("regularization", Map.of("from", 1e-5, "to", 1, "log", true));
        space.put("unobservedWeight", Map.of("from", 1e-3, "to", 3, "log", true));
        space.put("frequencyExponent", Map.of("from", 0, "to", 2));
        return space;
    }

    private void run(Interactions ratings, int first, int seeds) throws InterruptedException {
        Clock clock = new Clock();
        int won = 0;
        double[] sums = new double[4];
        System.out.println("seed  validation: random, TPE      test: random, TPE");
        for (int seed = first; seed < first + seeds; seed++) {
            Fold fold = Splitter.of(
                            "ratio", SplitSettings.DEFAULT.withSeed(seed).withValidation(true))
                    .split(ratings)
                    .folds()
                    .getFirst();
            Objective objective = objective(fold, seed);
            TrialRecord random = search(new RandomSampler(), objective, seed, 0);
            TrialRecord tpe = search(TpeSampler.DEFAULT, objective, seed, 1);
            double[] row = {random.value(), tpe.value(), test(fold, random, seed), test(fold, tpe, seed)};
            for (int i = 0; i < row.length; i++) {
                sums[i] += row[i] / seeds;
            }
            won += tpe.value() > random.value() ? 1 : 0;
            System.out.printf(
                    Locale.ROOT,
                    "%4d  %.4f  %.4f  %s   %.4f  %.4f   random %s; TPE %s%n",
                    seed,
                    row[0],
                    row[1],
                    tpe.value() > random.value() ? "TPE   " : tpe.value() < random.value() ? "random" : "equal ",
                    row[2],
                    row[3],
                    found(random),
                    found(tpe));
        }
        System.out.printf(Locale.ROOT, "mean  %.4f  %.4f           %.4f  %.4f%n", sums[0], sums[1], sums[2], sums[3]);
        System.out.printf(
                Locale.ROOT,
                "TPE beats random search on %d of %d seeds after %d trials; %.0f s of processor time%n",
                won,
                seeds,
                trials,
                clock.processorSeconds());
        System.out.println("best so far, mean over the seeds: trials, random, TPE");
        for (int n = 5; n <= trials; n += 5) {
            System.out.printf(Locale.ROOT, "%4d  %.4f  %.4f%n", n, curves[0][n - 1] / seeds, curves[1][n - 1] / seeds);
        }
    }

    private Objective objective(Fold fold, int seed) {
        TrainingContext context = TrainingContext.ofSeed(seed).withThreads(1);
        Objective trained = new ValidationObjective(
                catalog, "als", TrainingData.of(fold.train()), fold.validationTask(), OPTIONS, METRIC, context);
        Map<Map<String, Object>, Double> known = new HashMap<>();
        return trial -> {
            Double value = known.get(trial.parameters());
            if (value == null) {
                value = trained.measure(trial);
                known.put(trial.parameters(), value);
            }
            return value;
        };
    }

    private TrialRecord search(Sampler sampler, Objective objective, int seed, int curve) throws InterruptedException {
        SearchSettings settings = new SearchSettings(
                "als", sampler, new Pruner.None(), Direction.MAXIMIZE, seed, Budget.ofTrials(trials));
        SearchSpace space = SearchSpace.of(catalog.get("als"), SPACE);
        SearchResult result = new Search(settings, space, objective, List.of()).run();
        double best = 0;
        for (int n = 0; n < result.trials().size(); n++) {
            double value = result.trials().get(n).value();
            best = Double.isNaN(value) ? best : Math.max(best, value);
            curves[curve][n] += best;
        }
        return result.best().orElseThrow();
    }

    private double test(Fold fold, TrialRecord found, int seed) throws InterruptedException {
        TrainingContext context = TrainingContext.ofSeed(seed).withThreads(1);
        try (TrainedModel model =
                catalog.trainer("als", found.parameters()).train(TrainingData.of(fold.train()), context)) {
            return new Evaluator(OPTIONS).evaluate(model, fold.testTask(false)).metric(METRIC);
        }
    }

    private static String found(TrialRecord trial) {
        Map<String, Object> shown = new LinkedHashMap<>();
        SPACE.keySet().forEach(name -> shown.put(name, trial.parameters().get(name)));
        return "trial " + trial.number() + " " + shown;
    }
}
