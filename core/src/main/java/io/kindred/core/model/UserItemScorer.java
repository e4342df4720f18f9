package io.kindred.core.model;

/** Scores items for users known from training. */
public interface UserItemScorer extends Recommender {
    /** Whether the model has learnt something about this user, who is in its vocabulary; false for a cold row. */
    boolean canScore(int user);

    /**
     * Scores every item for a user.
     *
     * @param user index in {@code users()}
     * @param scores written in full: length {@code items().size()}, NaN where an item cannot be scored
     */
    void scoreAll(int user, float[] scores);

    /**
     * Scores some items; exactly the same floats as {@link #scoreAll} gives them.
     *
     * @param items indices in {@code items()}
     * @param scores written in full, {@code scores[j]} for {@code items[j]}
     */
    default void score(int user, int[] items, float[] scores) {
        float[] all = new float[items().size()];
        scoreAll(user, all);
        for (int j = 0; j < items.length; j++) {
            scores[j] = all[items[j]];
        }
    }
}
