package io.kindred.evaluation.split;

import io.kindred.core.KindredException;

/**
 * What the protocols can be told; each takes what it needs.
 *
 * @param seed of the random protocols
 * @param fractions shares of interactions ({@code ratio}, {@code temporal}) or users ({@code strong-generalization})
 * @param folds how many, for {@code k-fold} and {@code k-fold-users}: 2 to 100
 * @param foldIn share of a held-out user's interactions that is handed over, in (0, 1)
 * @param validation whether there is a validation part; without one its interactions go to training and the test part
 *     stays as it is
 */
public record SplitSettings(long seed, Fractions fractions, int folds, double foldIn, boolean validation) {
    /** Seed 42, 80/10/10, 5 folds, 80% fold-in, no validation part. */
    public static final SplitSettings DEFAULT = new SplitSettings(42, Fractions.DEFAULT, 5, 0.8, false);

    public SplitSettings {
        if (folds < 2 || folds > 100) {
            throw new KindredException("folds is " + folds + " but must be from 2 to 100");
        }
        if (!(foldIn > 0 && foldIn < 1)) {
            throw new KindredException("the fold-in share is " + foldIn + " but must be between 0 and 1");
        }
    }

    public SplitSettings withSeed(long other) {
        return new SplitSettings(other, fractions, folds, foldIn, validation);
    }

    public SplitSettings withFractions(Fractions other) {
        return new SplitSettings(seed, other, folds, foldIn, validation);
    }

    public SplitSettings withFolds(int other) {
        return new SplitSettings(seed, fractions, other, foldIn, validation);
    }

    public SplitSettings withFoldIn(double other) {
        return new SplitSettings(seed, fractions, folds, other, validation);
    }

    public SplitSettings withValidation(boolean wanted) {
        return new SplitSettings(seed, fractions, folds, foldIn, wanted);
    }
}
