package io.kindred.cli.quickstart;

import io.kindred.cli.KindredHome;
import io.kindred.cli.console.Console;
import io.kindred.cli.data.LoadedData;
import io.kindred.cli.experiment.StageProgress;
import io.kindred.cli.server.ArtifactShelf;
import io.kindred.core.artifact.ArtifactDetails;
import io.kindred.core.artifact.Artifacts;
import io.kindred.core.data.Provenance;
import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.TrainingContext;
import io.kindred.evaluation.EvaluationOptions;
import io.kindred.evaluation.Experiment;
import io.kindred.evaluation.report.Leaderboard;
import io.kindred.evaluation.split.GivenSplit;
import io.kindred.evaluation.split.Split;
import io.kindred.evaluation.split.SplitSettings;
import io.kindred.evaluation.split.Splitter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
    private static final List<String> MODELS = List.of("popularity", "item-knn", "als");

    /** What decides who is best. */
    private static final String METRIC = "ndcg@10";

    private static final List<String> SHOWN = List.of("recall@10", "hit@10", "mrr@10", "coverage@10");
    private static final int[] CUTOFFS = {5, 10, 20};

    /** Runs every model; the best comes first. */
    Standings run(LoadedData data) throws InterruptedException {
        Split split = split(data);
        EvaluationOptions options = EvaluationOptions.at(CUTOFFS).withSeed(seed);
        ModelCatalog catalog = ModelCatalog.load();
        ArtifactShelf shelf = new ArtifactShelf(home.artifacts());
        List<Leaderboard.Entry> entries = new ArrayList<>();
        Map<String, Path> artifacts = new LinkedHashMap<>();
        for (String name : MODELS) {
            Experiment.Outcome outcome;
            try (StageProgress progress = new StageProgress(name, console)) {
                outcome = new Experiment(split, data.all(), options, progress)
                        .run(
                                catalog.trainer(name, Map.of()),
                                TrainingContext.ofSeed(seed).withListener(progress));
            }
            Path artifact = shelf.free(name);
            Provenance whole = data.all().provenance();
            Provenance part = new Provenance(whole.source(), whole.snapshot(), split.protocol() + "/train", seed);
            try (TrainedModel model = outcome.model().orElseThrow()) {
                Artifacts.save(
                        artifact,
                        model,
                        new ArtifactDetails(part, seed, outcome.report().metrics()));
            }
            entries.add(new Leaderboard.Entry(name, outcome.report(), Optional.of(outcome.perUser())));
            artifacts.put(name, artifact);
        }
        Leaderboard leaderboard = Leaderboard.of(entries, METRIC);
        List<Standings.Row> rows = leaderboard.rows().stream()
                .map(row -> new Standings.Row(
                        row.name(),
                        artifacts.get(row.name()).toString(),
                        row.report().toMap()))
                .toList();
        return new Standings(rows, leaderboard.toText(SHOWN).lines().toList());
    }

    private Split split(LoadedData data) {
        String protocol = data.defaultProtocol();
        return protocol.equals(GivenSplit.NAME)
                ? data.parts()
                        .map(p -> GivenSplit.of(p.train(), p.validation(), p.test()))
                        .orElseThrow()
                : Splitter.of(protocol, SplitSettings.DEFAULT.withSeed(seed))
                        .split(data.all().interactions());
    }
}
