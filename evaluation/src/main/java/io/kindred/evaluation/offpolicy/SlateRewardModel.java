package io.kindred.evaluation.offpolicy;

/** Predicts what a slate earns from a position on. Thread-safe. */
@FunctionalInterface
public interface SlateRewardModel {
    /**
     * Writes for each action at a position, given the logged actions above it, the predicted sum of the rewards of that
     * position and all below it, which the judged policy fills.
     *
     * @param into {@link SlateFeedback#actionCount()} places, all of them written
     */
    void predict(SlateFeedback log, int slate, int position, double[] into);
}
