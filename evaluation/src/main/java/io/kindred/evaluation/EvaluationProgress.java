package io.kindred.evaluation;

/** Hears how far an evaluation is. Called from several threads, but never by two at the same time. */
@FunctionalInterface
public interface EvaluationProgress {
    /** Hears nothing. */
    EvaluationProgress NONE = (done, total) -> {};

    /**
     * Called now and then, and once at the end.
     *
     * @param done users measured so far
     * @param total users to be measured
     */
    void users(int done, int total);
}
