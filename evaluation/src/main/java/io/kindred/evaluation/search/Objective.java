package io.kindred.evaluation.search;

/** What a search tries settings on. One that is used by several workers is thread-safe. */
@FunctionalInterface
public interface Objective {
    /**
     * Tries a setting.
     *
     * @return the value, on validation data; NaN is a failure, as is an exception
     * @throws InterruptedException if the trial was cancelled; within a second
     * @throws io.kindred.core.KindredException if the setting cannot be tried, saying why in one line
     */
    double measure(Trial trial) throws InterruptedException;
}
