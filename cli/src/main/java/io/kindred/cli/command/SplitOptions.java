package io.kindred.cli.command;

import io.kindred.cli.UsageException;
import io.kindred.cli.data.LoadedData;
import io.kindred.core.KindredException;
import io.kindred.evaluation.split.Fractions;
import io.kindred.evaluation.split.GivenSplit;
import io.kindred.evaluation.split.NextItem;
import io.kindred.evaluation.split.Split;
import io.kindred.evaluation.split.SplitSettings;
import io.kindred.evaluation.split.Splitter;
import java.util.List;
import picocli.CommandLine.Option;

/** How the data are divided for a measurement. */
public final class SplitOptions {
    private static final int PARTS = 3;

    @Option(
            names = "--protocol",
            paramLabel = "NAME",
            description = "leave-last-out, ratio, temporal, k-fold, k-fold-users, strong-generalization, given or"
                    + " next-item, which predicts each next item of the sessions in the test part"
                    + " (default: given where the data come in parts; temporal where they have timestamps;"
                    + " leave-last-out where they have an order; else ratio).")
    private String protocol;

    @Option(
            names = "--ratios",
            split = ",",
            paramLabel = "TRAIN,VALID,TEST",
            description = "Shares for ratio, temporal and strong-generalization (default: 0.8,0.1,0.1).")
    private List<Double> ratios = List.of();

    @Option(
            names = "--folds",
            defaultValue = "5",
            paramLabel = "N",
            description = "Folds of k-fold (default: ${DEFAULT-VALUE}).")
    private int folds;

    @Option(
            names = "--hold-out-validation",
            description = "Keeps the validation part out of training; otherwise it is training data.")
    private boolean holdOutValidation;

    @Option(
            names = "--min-prefix",
            defaultValue = "1",
            paramLabel = "N",
            description =
                    "Fewest items of a session before the one that next-item predicts (default: ${DEFAULT-VALUE}).")
    private int minPrefix;

    /** Divides the data. */
    Split split(LoadedData data, long seed) {
        String name = protocol == null ? data.defaultProtocol() : protocol;
        if (name.equals(GivenSplit.NAME) || name.equals(NextItem.NAME)) {
            LoadedData.Parts parts = data.parts()
                    .orElseThrow(() -> new UsageException(
                            "the protocol '" + name + "' needs data in parts: name them with --train and --test"));
            return name.equals(GivenSplit.NAME)
                    ? GivenSplit.of(parts.train(), parts.validation(), parts.test())
                    : NextItem.of(parts.train(), parts.validation(), parts.test(), minPrefix);
        }
        if (data.separateFiles()) {
            throw new UsageException(
                    "--train and --test are a split already; leave --protocol out, or give the data with"
                            + " --data to divide them by '" + name + "'");
        }
        return splitter(name, seed).split(data.all().interactions());
    }

    private Splitter splitter(String name, long seed) {
        try {
            return Splitter.of(name, settings(seed));
        } catch (KindredException e) {
            throw new UsageException(e);
        }
    }

    private SplitSettings settings(long seed) {
        SplitSettings settings =
                SplitSettings.DEFAULT.withSeed(seed).withFolds(folds).withValidation(holdOutValidation);
        if (ratios.isEmpty()) {
            return settings;
        }
        if (ratios.size() != PARTS) {
            throw new UsageException("--ratios has " + ratios.size() + " numbers but needs 3, as in 0.8,0.1,0.1");
        }
        return settings.withFractions(new Fractions(ratios.get(0), ratios.get(1), ratios.get(2)));
    }
}
