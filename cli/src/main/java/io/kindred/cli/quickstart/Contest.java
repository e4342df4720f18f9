package io.kindred.cli.quickstart;

import io.kindred.cli.KindredHome;
import io.kindred.cli.console.Console;
import io.kindred.cli.data.LoadedData;
import io.kindred.cli.experiment.EpochProgress;
import io.kindred.cli.experiment.Trial;
import io.kindred.cli.server.ArtifactShelf;
import io.kindred.core.artifact.ArtifactDetails;
import io.kindred.core.artifact.Artifacts;
import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.TrainingContext;
import io.kindred.evaluation.EvaluationOptions;
import io.kindred.evaluation.report.PerUserValues;
import io.kindred.evaluation.split.GivenSplit;
import io.kindred.evaluation.split.Split;
import io.kindred.evaluation.split.SplitSettings;
import io.kindred.evaluation.split.Splitter;
import io.kindred.evaluation.stats.PairedTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Trains the quick start's models on one split, measures them and keeps their artifacts.
 *
 * @param home where artifacts go
 * @param seed of split and models
 */
record Contest(KindredHome home, long seed, Console console) {
    /** The models by name, with their default parameters. */
    static final List<String> MODELS = List.of("popularity", "item-knn", "als");

    /** What decides who is best. */
    static final String METRIC = "ndcg@10";

    private static final int[] CUTOFFS = {5, 10, 20};
    private static final double SIGNIFICANT = 0.05;

    /** Runs every model; the best comes first. */
    Standings run(LoadedData data) throws InterruptedException {
        String protocol = data.defaultProtocol();
        Split split = protocol.equals(GivenSplit.NAME)
                ? data.parts()
                        .map(p -> GivenSplit.of(p.train(), p.validation(), p.test()))
                        .orElseThrow()
                : Splitter.of(protocol, SplitSettings.DEFAULT.withSeed(seed))
                        .split(data.all().interactions());
        EvaluationOptions options = EvaluationOptions.at(CUTOFFS).withSeed(seed);
        Trial trial = new Trial(data.all(), split, options, seed);
        ModelCatalog catalog = ModelCatalog.load();
        ArtifactShelf shelf = new ArtifactShelf(home.artifacts());
        List<Finished> finished = new ArrayList<>();
        for (String name : MODELS) {
            Trial.Outcome outcome = trial.run(
                    name,
                    catalog.trainer(name, Map.of()),
                    progress -> TrainingContext.ofSeed(seed).withListener(new EpochProgress(progress)),
                    console);
            Path artifact = shelf.free(name);
            Artifacts.save(
                    artifact,
                    outcome.model(),
                    new ArtifactDetails(
                            outcome.trained(), seed, outcome.report().metrics()));
            outcome.model().close();
            Standings.Row row = new Standings.Row(
                    name, artifact.toString(), outcome.report().toMap());
            finished.add(new Finished(row, outcome.perUser()));
        }
        finished.sort(Comparator.comparingDouble((Finished f) -> f.row().metric(METRIC))
                .reversed());
        return new Standings(finished.stream().map(Finished::row).toList(), verdict(finished.get(0), finished.get(1)));
    }

    private record Finished(Standings.Row row, PerUserValues perUser) {}

    /** Whether the first really is better than the second, by a paired test over users. */
    private static String verdict(Finished first, Finished second) {
        double[][] paired = first.perUser().paired(second.perUser(), METRIC);
        Optional<PairedTest> test = PairedTest.t(paired[0], paired[1]);
        String names = first.row().model() + " and " + second.row().model();
        return test.map(t -> t.p() < SIGNIFICANT
                        ? String.format(
                                Locale.ROOT,
                                "%s is better than %s by %s (paired t-test over %d users, p = %.2g)",
                                first.row().model(),
                                second.row().model(),
                                METRIC,
                                t.pairs(),
                                t.p())
                        : String.format(
                                Locale.ROOT,
                                "%s cannot be told apart by %s (paired t-test over %d users, p = %.2g)",
                                names,
                                METRIC,
                                t.pairs(),
                                t.p()))
                .orElse(names + " gave every user the same " + METRIC);
    }
}
