package io.kindred.evaluation.definition;

import io.kindred.core.KindredException;
import java.util.Optional;

/**
 * How much every model's search may use: the same for all, baselines included. Immutable.
 *
 * @param trials most settings of a model
 * @param seconds of a model's trials together, after which no further one is begun
 * @param trialSeconds of one training
 */
public record Budget(
        @Key(
                doc = "how many settings are tried for each model that has a space",
                preset = "20",
                shorthand = true,
                legal = "a whole number from 1")
        int trials,

        @Key(
                doc = "after how many seconds of trials no further one of the same model is begun",
                legal = "a number above 0")
        Optional<Double> seconds,

        @Key(doc = "after how many seconds the training of one setting is broken off", legal = "a number above 0")
        Optional<Double> trialSeconds) {
    public Budget {
        if (trials < 1) {
            throw new KindredException("trials is " + trials + " but must be at least 1");
        }
        requirePositive("seconds", seconds);
        requirePositive("trialSeconds", trialSeconds);
    }

    private static void requirePositive(String key, Optional<Double> value) {
        if (value.isPresent() && !(value.get() > 0)) {
            throw new KindredException(key + " is " + value.get() + " but must be above 0");
        }
    }
}
