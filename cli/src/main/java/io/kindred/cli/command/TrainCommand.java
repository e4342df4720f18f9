package io.kindred.cli.command;

import io.kindred.cli.console.Console;
import io.kindred.cli.data.LoadedData;
import io.kindred.cli.experiment.StageProgress;
import io.kindred.core.KindredException;
import io.kindred.core.artifact.ArtifactDetails;
import io.kindred.core.artifact.Artifacts;
import io.kindred.core.artifact.Manifest;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.TrainedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kindred train}: trains a model on all the data and saves it as an artifact. */
@Command(
        name = "train",
        description = "Trains a model on all the data and saves it as an artifact.",
        mixinStandardHelpOptions = true)
public final class TrainCommand implements Callable<Integer> {
    @Mixin
    private OutputOption output;

    @Mixin
    private ModelOptions model;

    @Mixin
    private DataOptions data;

    @Mixin
    private WeightOptions weights;

    @Mixin
    private TrainingOptions training;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The artifact's directory; it must not exist.")
    private Path out;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Console console = output.console();
        ModelOptions.Chosen chosen = model.choose(ModelCatalog.load(), weights);
        if (Files.exists(out, LinkOption.NOFOLLOW_LINKS)) {
            throw new KindredException(out + " exists already; artifacts are never changed: choose another name");
        }
        LoadedData loaded = data.load(console, chosen.weighting());
        loaded.notes().forEach(note -> console.note("note: " + note));
        TrainingData weighted = chosen.weighting().applyTo(loaded.training());
        double seconds;
        Manifest manifest;
        try (StageProgress progress = new StageProgress(chosen.name(), console)) {
            long start = System.nanoTime();
            try (TrainedModel trained = chosen.plainTrainer().train(weighted, training.context(progress))) {
                seconds = (System.nanoTime() - start) * 1e-9;
                manifest = Artifacts.save(out, trained, ArtifactDetails.of(weighted.provenance(), training.seed()));
            }
        }
        console.print(String.format(
                Locale.ROOT,
                "trained %s on %,d interactions in %.2f s: %s",
                chosen.name(),
                loaded.training().interactions().size(),
                seconds,
                out));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("model", chosen.name());
        json.put("artifact", out.toAbsolutePath().normalize().toString());
        json.put("kind", manifest.info().kind().id());
        json.put("parameters", chosen.parameters());
        json.put("interactions", loaded.training().interactions().size());
        json.put("users", loaded.training().interactions().userCount());
        json.put("items", loaded.training().interactions().itemCount());
        if (chosen.weighting().given()) {
            json.put("weights", chosen.weighting().describe());
        }
        json.put("seconds", Map.of("train", seconds));
        console.document(json);
        return 0;
    }
}
