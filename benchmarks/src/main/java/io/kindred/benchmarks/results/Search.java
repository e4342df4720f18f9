package io.kindred.benchmarks.results;

import io.kindred.benchmarks.cf.Clock;
import io.kindred.core.KindredException;
import io.kindred.core.model.Cancellation;
import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.TrainingContext;
import io.kindred.evaluation.EvaluationOptions;
import io.kindred.evaluation.Evaluator;
import io.kindred.evaluation.RankingResult;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Random search on validation data: first every contestant's defaults, then always a trial of the one that has used the least
 * processor time, so that a search that runs out of time has given each about the same. The best few settings of the first seed are then tried on the other seeds, and the best mean wins.
 * Not thread-safe.
 */
final class Search {
    private final Study study;
    private final List<Plan> plans;
    private final ModelCatalog catalog;
    private final TrialLog log;
    private final Limits limits;
    private final Consumer<String> out;

    /**
     * How long things may take.
     *
     * @param deadline {@link System#nanoTime} after which no trial is begun; finalists and tests still run
     * @param trial how long the training of one setting may take
     * @param threads to train and evaluate with
     */
    record Limits(long deadline, Duration trial, int threads) {
        boolean over() {
            return System.nanoTime() - deadline > 0;
        }
    }

    /**
     * What a search found for a contestant.
     *
     * @param parameters the setting with the best mean over the seeds
     * @param validation the figure on each seed's validation data
     * @param trials how many settings were tried on the first seed
     */
    record Found(Contestant contestant, Map<String, Object> parameters, List<Double> validation, int trials) {
        double mean() {
            return validation.stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElse(Double.NaN);
        }
    }

    Search(Study study, List<Plan> plans, ModelCatalog catalog, TrialLog log, Limits limits, Consumer<String> out) {
        this.study = study;
        this.plans = plans;
        this.catalog = catalog;
        this.log = log;
        this.limits = limits;
        this.out = out;
    }

    /** Searches for all contestants; one of whom no trial succeeded is left out with a line that says why. */
    List<Found> run() throws IOException, InterruptedException {
        Map<Contestant, List<Trial>> trials = new LinkedHashMap<>();
        for (Contestant contestant : study.contestants()) {
            trials.put(contestant, new ArrayList<>());
        }
        for (Contestant next = next(trials); next != null; next = next(trials)) {
            List<Trial> done = trials.get(next);
            Map<String, Object> setting = next.setting(catalog, study.searchSeed(), done.size());
            done.add(measured(next, setting, plans.getFirst()));
        }
        List<Found> found = new ArrayList<>();
        for (Map.Entry<Contestant, List<Trial>> entry : trials.entrySet()) {
            Found best = best(entry.getKey(), entry.getValue());
            if (best == null) {
                out.accept(entry.getKey().name() + " is left out: "
                        + entry.getValue().getFirst().failure());
            } else {
                found.add(best);
            }
        }
        return found;
    }

    /** First whoever has no trial yet, then, while there is time, whoever has used the least and has settings left. */
    private Contestant next(Map<Contestant, List<Trial>> trials) {
        Contestant next = null;
        double least = Double.POSITIVE_INFINITY;
        for (Map.Entry<Contestant, List<Trial>> entry : trials.entrySet()) {
            List<Trial> done = entry.getValue();
            double used = done.stream().mapToDouble(Trial::processorSeconds).sum();
            boolean left = done.size() < entry.getKey().trials();
            if (left && used < least && (done.isEmpty() || !over(entry.getKey(), done.size()))) {
                next = entry.getKey();
                least = used;
            }
        }
        return next;
    }

    /** Whether time is over; a trial that is in the log costs none. */
    private boolean over(Contestant contestant, int n) {
        Plan plan = plans.getFirst();
        Map<String, Object> setting = contestant.setting(catalog, study.searchSeed(), n);
        return limits.over()
                && log.find(contestant.model(), setting, plan.seed(), plan.tuningHash())
                        .isEmpty();
    }

    private Found best(Contestant contestant, List<Trial> trials) throws IOException, InterruptedException {
        Comparator<Trial> byFigure =
                Comparator.comparingDouble((Trial t) -> t.figure(study.metric()).orElseThrow());
        List<Trial> finalists = trials.stream()
                .filter(t -> t.figure(study.metric()).isPresent())
                .sorted(byFigure.reversed())
                .limit(plans.size() == 1 ? 1 : study.finalists())
                .toList();
        Found best = null;
        for (Trial finalist : finalists) {
            List<Double> figures = new ArrayList<>();
            for (Plan plan : plans) {
                measured(contestant, finalist.parameters(), plan)
                        .figure(study.metric())
                        .ifPresent(figures::add);
            }
            Found found = new Found(contestant, finalist.parameters(), figures, trials.size());
            if (figures.size() == plans.size() && (best == null || found.mean() > best.mean())) {
                best = found;
            }
        }
        return best;
    }

    private Trial measured(Contestant contestant, Map<String, Object> setting, Plan plan)
            throws IOException, InterruptedException {
        var known = log.find(contestant.model(), setting, plan.seed(), plan.tuningHash());
        return known.isPresent() ? known.get() : trial(contestant, setting, plan);
    }

    private Trial trial(Contestant contestant, Map<String, Object> setting, Plan plan)
            throws IOException, InterruptedException {
        Cancellation cancellation = new Cancellation();
        TrainingContext context = TrainingContext.ofSeed(plan.seed())
                .withThreads(limits.threads())
                .withCancellation(cancellation);
        Trial trial;
        Clock clock = new Clock();
        try (ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor()) {
            ScheduledFuture<?> limit =
                    timer.schedule(cancellation::cancel, limits.trial().toMillis(), TimeUnit.MILLISECONDS);
            try (TrainedModel model =
                    catalog.trainer(contestant.model(), setting).train(plan.tuningData(), context)) {
                double seconds = clock.wallSeconds();
                double processor = clock.processorSeconds();
                trial = new Trial(
                        contestant.model(),
                        setting,
                        plan.seed(),
                        plan.tuningHash(),
                        figures(model, plan),
                        seconds,
                        processor,
                        "");
            } catch (KindredException e) {
                trial = failed(contestant, setting, plan, clock, e.getMessage());
            } catch (InterruptedException e) {
                if (!cancellation.isCancelled() || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                trial = failed(contestant, setting, plan, clock, "training took longer than " + limits.trial());
            } finally {
                limit.cancel(false);
            }
        }
        log.add(trial);
        out.accept(String.format(
                Locale.ROOT,
                "%s %s %s, %.1f s (processor %.1f s): %s",
                contestant.name(),
                study.metric(),
                trial.figure(study.metric())
                        .map(f -> String.format(Locale.ROOT, "%.4f", f))
                        .orElse(trial.failure()),
                trial.trainSeconds(),
                trial.processorSeconds(),
                setting));
        return trial;
    }

    private static Trial failed(
            Contestant contestant, Map<String, Object> setting, Plan plan, Clock clock, String why) {
        return new Trial(
                contestant.model(),
                setting,
                plan.seed(),
                plan.tuningHash(),
                Map.of(),
                clock.wallSeconds(),
                clock.processorSeconds(),
                why);
    }

    private Map<String, Double> figures(TrainedModel model, Plan plan) {
        int k = Integer.parseInt(study.metric().substring(study.metric().indexOf('@') + 1));
        EvaluationOptions options = EvaluationOptions.at(k)
                .withResamples(0)
                .withBeyondAccuracy(false)
                .withThreads(limits.threads());
        RankingResult result = new Evaluator(options).evaluate(model, plan.tuning());
        Map<String, Double> figures = new LinkedHashMap<>();
        for (String name : List.of("ndcg", "recall", "hit", "mrr")) {
            double figure = result.metric(name + "@" + k);
            if (Double.isFinite(figure)) {
                figures.put(name + "@" + k, figure);
            }
        }
        return figures;
    }
}
