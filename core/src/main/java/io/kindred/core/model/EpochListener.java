package io.kindred.core.model;

import java.util.Map;
import java.util.function.Supplier;

/** Hears of each epoch of a training run: progress bars, live curves, early stopping and tuning are all this. */
@FunctionalInterface
public interface EpochListener {
    /** What training should do next. */
    enum Verdict {
        CONTINUE,
        STOP
    }

    /** Hears nothing and never stops a run. */
    EpochListener NONE = (epoch, metrics, snapshot) -> Verdict.CONTINUE;

    /**
     * Called once before the first epoch.
     *
     * @param epochs how many are planned
     */
    default void onStart(int epochs) {}

    /**
     * Called on the training thread after an epoch.
     *
     * @param epoch from 1
     * @param metrics what the trainer measured, as in "loss"
     * @param snapshot the model as it is now, computed only when asked for; valid after training goes on
     * @return whether to go on; a stopped run returns its model so far
     */
    Verdict onEpoch(int epoch, Map<String, Double> metrics, Supplier<? extends Recommender> snapshot);
}
