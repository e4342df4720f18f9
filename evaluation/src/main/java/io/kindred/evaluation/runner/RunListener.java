package io.kindred.evaluation.runner;

import io.kindred.evaluation.experiment.SeedResult;
import io.kindred.evaluation.experiment.TrialRecord;
import java.util.Map;

/** Hears how far a run is. Called from several threads, but never by two at the same time. */
public interface RunListener {
    /** Hears nothing. */
    RunListener NONE = new RunListener() {};

    /** A model is about to be trained. */
    default void started(RunTask task) {}

    /**
     * An epoch is over.
     *
     * @param planned how many there will be, -1 where nobody knows
     */
    default void epoch(RunTask task, int epoch, int planned, Map<String, Double> metrics) {}

    /** Users are being measured. */
    default void measuring(RunTask task, int done, int total) {}

    /**
     * A model is measured.
     *
     * @param resumed whether it was so before the run was continued
     */
    default void finished(RunTask task, SeedResult result, boolean resumed) {}

    /** A model could not be trained or measured. */
    default void failed(RunTask task, String why) {}

    /** A search has tried a setting. */
    default void trial(TrialRecord trial, boolean resumed) {}

    /** Something to know, in one line. */
    default void note(String line) {}
}
