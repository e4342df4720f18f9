package io.kindred.core.model;

/** Scores the next item of a session, whose order matters. */
public interface SessionAware extends Recommender {
    /**
     * Scores every item as the next one.
     *
     * @param session item indices in {@code items()}, oldest first, not empty
     * @param scores written in full: length {@code items().size()}, NaN where an item cannot be scored
     */
    void scoreSession(int[] session, float[] scores);
}
