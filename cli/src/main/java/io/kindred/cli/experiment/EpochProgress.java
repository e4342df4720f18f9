package io.kindred.cli.experiment;

import io.kindred.cli.console.Progress;
import io.kindred.core.model.EpochListener;
import io.kindred.core.model.Recommender;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Shows the epochs of a training run. */
public final class EpochProgress implements EpochListener {
    private final Progress progress;
    private int epochs = -1;

    public EpochProgress(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void onStart(int planned) {
        epochs = planned;
        progress.at(0, planned, "");
    }

    @Override
    public Verdict onEpoch(int epoch, Map<String, Double> metrics, Supplier<? extends Recommender> snapshot) {
        String detail = metrics.entrySet().stream()
                .map(e -> e.getKey() + " " + String.format(Locale.ROOT, "%.4g", e.getValue()))
                .collect(Collectors.joining(", "));
        progress.at(epoch, epochs, detail);
        return Verdict.CONTINUE;
    }
}
