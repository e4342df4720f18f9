package io.kindred.evaluation.definition;

import io.kindred.core.KindredException;
import io.kindred.core.model.Suggestion;
import io.kindred.evaluation.split.Fractions;
import io.kindred.evaluation.split.GivenSplit;
import io.kindred.evaluation.split.NextItem;
import io.kindred.evaluation.split.SplitSettings;
import io.kindred.evaluation.split.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How data are divided into training, validation and test. Immutable.
 *
 * @param name of the protocol; empty for the one that fits the data
 * @param ratios of training, validation and test
 * @param folds of k-fold
 * @param foldIn share of a held-out user's interactions that is handed over
 * @param minPrefix the shortest prefix of next-item
 * @param seed of the split; empty for the run's seed, so that every seed divides anew
 * @param refit whether the model that is tested is trained on the validation part too; empty for the usual
 */
public record Protocol(
        @Key(
                doc = "how the data are divided; by default given where they come in parts, temporal where they have"
                        + " timestamps, leave-last-out where they have an order, else ratio",
                shorthand = true,
                legal =
                        "leave-last-out, ratio, temporal, k-fold, k-fold-users, strong-generalization, given, next-item")
        Optional<String> name,

        @Key(
                doc =
                        "shares of training, validation and test for ratio, temporal and strong-generalization; of a given"
                                + " training part the second share becomes validation for a search",
                preset = "0.8, 0.1, 0.1",
                legal = "three numbers that add up to 1")
        List<Double> ratios,

        @Key(doc = "how many folds k-fold has", preset = "5", legal = "a whole number from 2 to 100")
        int folds,

        @Key(
                doc = "share of a held-out user's interactions that is handed over with the query",
                preset = "0.8",
                legal = "a number between 0 and 1")
        double foldIn,

        @Key(
                doc = "fewest items of a session before the one that next-item predicts",
                preset = "1",
                legal = "a whole number from 1")
        int minPrefix,

        @Key(doc = "a seed for all splits; without it a protocol that draws divides anew for each of the run's seeds")
        Optional<Long> seed,

        @Key(
                doc = "whether the model that is tested is trained on the validation part too. By default true, but"
                        + " false where the data bring a validation part of their own; early stopping needs false")
        Optional<Boolean> refit) {
    private static final int PARTS = 3;

    public Protocol {
        ratios = List.copyOf(ratios);
        if (ratios.size() != PARTS) {
            throw new KindredException("ratios has " + ratios.size() + " numbers but needs 3, as in [0.8, 0.1, 0.1]");
        }
        new SplitSettings(0, new Fractions(ratios.get(0), ratios.get(1), ratios.get(2)), folds, foldIn, false);
        if (minPrefix < 1) {
            throw new KindredException("minPrefix is " + minPrefix + " but must be at least 1");
        }
        name.ifPresent(Protocol::requireKnown);
    }

    /** The settings of a splitter. */
    public SplitSettings settings(long runSeed, boolean validation) {
        return new SplitSettings(seed.orElse(runSeed), fractions(), folds, foldIn, validation);
    }

    /** The ratios. */
    public Fractions fractions() {
        return new Fractions(ratios.get(0), ratios.get(1), ratios.get(2));
    }

    private static void requireKnown(String name) {
        List<String> names = new ArrayList<>(Splitter.names());
        names.add(GivenSplit.NAME);
        names.add(NextItem.NAME);
        if (!names.contains(name)) {
            throw new KindredException("unknown protocol '" + name + "'; available: " + String.join(", ", names)
                    + Suggestion.didYouMean(name, names));
        }
    }
}
