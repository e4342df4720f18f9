package io.kindred.evaluation.search;

import java.util.Collection;

/** Decides which trials are stopped before their last epoch. Immutable. */
public sealed interface Pruner permits Pruner.None, Asha {
    /** As in experiment files. */
    String name();

    /** Whether trials are measured and may be stopped after an epoch, counted from 1. */
    boolean measures(int epoch);

    /**
     * Whether to stop a trial.
     *
     * @param value of the trial after the epoch
     * @param competing values of all trials that were measured after this epoch so far, this one's included
     */
    boolean stops(double value, Collection<Double> competing, Direction direction);

    /** Every trial is trained to its end. */
    record None() implements Pruner {
        @Override
        public String name() {
            return "none";
        }

        @Override
        public boolean measures(int epoch) {
            return false;
        }

        @Override
        public boolean stops(double value, Collection<Double> competing, Direction direction) {
            return false;
        }
    }
}
