package io.kindred.cli.command;

import io.kindred.cli.UsageException;
import io.kindred.cli.console.Console;
import io.kindred.cli.data.LoadedData;
import io.kindred.cli.experiment.StageProgress;
import io.kindred.core.KindredException;
import io.kindred.core.artifact.ArtifactDetails;
import io.kindred.core.artifact.Artifacts;
import io.kindred.core.artifact.Manifest;
import io.kindred.core.artifact.OpenArtifact;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.Provenance;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.IncrementallyTrainable;
import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Recommender;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kindred update}: goes on from a saved model with new interactions, users and items. */
@Command(
        name = "update",
        description = "Updates a saved model with new interactions, users and items, without training it anew.",
        mixinStandardHelpOptions = true)
public final class UpdateCommand implements Callable<Integer> {
    @Mixin
    private OutputOption output;

    @Parameters(
            paramLabel = "ARTIFACT",
            description = "The directory of the model to go on from; it stays as it is, and its parameters are kept.")
    private Path artifact;

    @Mixin
    private DataOptions data;

    @Mixin
    private TrainingOptions training;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The new artifact's directory; it must not exist.")
    private Path out;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Console console = output.console();
        Manifest manifest = Artifacts.manifest(artifact);
        IncrementallyTrainable trainer = trainer(manifest, ModelCatalog.load());
        if (Files.exists(out, LinkOption.NOFOLLOW_LINKS)) {
            throw new KindredException(out + " exists already; artifacts are never changed: choose another name");
        }
        LoadedData loaded = data.load(console);
        loaded.notes().forEach(note -> console.note("note: " + note));
        try (OpenArtifact base = Artifacts.open(artifact)) {
            TrainingData news = IncrementallyTrainable.extend(base.model(), loaded.training());
            Provenance from = provenance(manifest.data(), news.provenance());
            double seconds;
            try (StageProgress progress = new StageProgress(manifest.info().provider(), console)) {
                long start = System.nanoTime();
                try (TrainedModel updated = trainer.update(base.model(), news, training.context(progress))) {
                    seconds = (System.nanoTime() - start) * 1e-9;
                    Artifacts.save(out, updated, ArtifactDetails.of(from, training.seed()));
                }
            }
            report(console, base.model(), news.interactions(), seconds);
        }
        return 0;
    }

    private IncrementallyTrainable trainer(Manifest manifest, ModelCatalog catalog) {
        String name = manifest.info().provider();
        if (!manifest.data().weights().isEmpty()) {
            throw new UsageException(artifact + " was trained on weighted interactions ("
                    + manifest.data().weights() + "), which an update cannot go on with; train it anew");
        }
        Trainer trainer = catalog.trainer(name, manifest.info().parameters());
        if (trainer instanceof IncrementallyTrainable incremental) {
            return incremental;
        }
        String others = catalog.providers().stream()
                .filter(UpdateCommand::updates)
                .map(ModelProvider::name)
                .collect(Collectors.joining(", "));
        throw new UsageException("a model of '" + name + "' cannot be updated, only trained anew; "
                + (others.isEmpty() ? "no installed model can" : "these can: " + others));
    }

    private static <P extends Record> boolean updates(ModelProvider<P> provider) {
        return provider.trainer(provider.defaults()) instanceof IncrementallyTrainable;
    }

    private static Provenance provenance(Provenance base, Provenance news) {
        return new Provenance(base.source() + " + " + news.source(), news.snapshot(), news.split(), news.splitSeed());
    }

    private void report(Console console, Recommender base, Interactions news, double seconds) {
        int users = news.userCount() - base.users().size();
        int items = news.itemCount() - base.items().size();
        int known = known(base, news);
        console.print(String.format(
                Locale.ROOT,
                "updated %s with %,d interactions, %,d new users and %,d new items in %.2f s: %s",
                base.info().provider(),
                news.size(),
                users,
                items,
                seconds,
                out));
        if (known > 0) {
            console.note("note: the model knew " + known + " of these " + news.size()
                    + " interactions already; an update needs the new ones alone");
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("model", base.info().provider());
        json.put("base", artifact.toAbsolutePath().normalize().toString());
        json.put("artifact", out.toAbsolutePath().normalize().toString());
        json.put("parameters", base.info().parameters());
        json.put("interactions", news.size());
        json.put("knownInteractions", known);
        json.put("users", news.userCount());
        json.put("items", news.itemCount());
        json.put("newUsers", users);
        json.put("newItems", items);
        json.put("seconds", Map.of("update", seconds));
        console.document(json);
    }

    /** How many of the interactions are of pairs in the base's histories. */
    private static int known(Recommender base, Interactions news) {
        boolean[] had = new boolean[news.itemCount()];
        int known = 0;
        for (int u = 0; u < base.users().size(); u++) {
            int[] history = base.histories().of(u);
            for (int item : history) {
                had[item] = true;
            }
            for (int p = news.byUser().start(u); p < news.byUser().end(u); p++) {
                known += had[news.byUser().column(p)] ? 1 : 0;
            }
            for (int item : history) {
                had[item] = false;
            }
        }
        return known;
    }
}
