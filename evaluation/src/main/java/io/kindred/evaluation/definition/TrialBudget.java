package io.kindred.evaluation.definition;

import io.kindred.evaluation.search.Budget;
import java.util.Optional;

/**
 * How much every model's search may use: the same for all, baselines included. Immutable.
 *
 * @param trials most settings of a model
 * @param seconds of a model's trials together, after which no further one is begun
 * @param processorSeconds the same in processor time
 * @param trialSeconds of one training
 */
public record TrialBudget(
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

        @Key(
                doc = "the same in seconds of processor time, which other programs on the machine disturb less",
                legal = "a number above 0")
        Optional<Double> processorSeconds,

        @Key(
                doc = "after how many seconds the trial of one setting is broken off and has failed",
                legal = "a number above 0")
        Optional<Double> trialSeconds) {
    public TrialBudget {
        budget(trials, seconds, processorSeconds, trialSeconds);
    }

    /** As the search takes it. */
    public Budget budget() {
        return budget(trials, seconds, processorSeconds, trialSeconds);
    }

    private static Budget budget(
            int trials, Optional<Double> seconds, Optional<Double> processorSeconds, Optional<Double> trialSeconds) {
        double none = Double.POSITIVE_INFINITY;
        return new Budget(trials, seconds.orElse(none), processorSeconds.orElse(none), trialSeconds.orElse(none));
    }
}
