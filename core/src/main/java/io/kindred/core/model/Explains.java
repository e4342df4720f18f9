package io.kindred.core.model;

import java.util.List;

/** Says which items of a history brought about a recommendation. */
public interface Explains extends Recommender {
    /**
     * Does the work that all recommendations from one history share, so that a list is explained at the cost of one item.
     *
     * @param history the item indices the scores were computed from; must not change while the explanation is asked
     * @param weights as many as items of the history, or null for all 1; must not change either
     */
    Explanation explain(int[] history, float[] weights);

    /** The contributions to one item's score; {@link #explain(int[], float[])} is cheaper for several items. */
    default List<Contribution> explain(int item, int[] history, float[] weights, int limit) {
        return explain(history, weights).of(item, limit);
    }

    /** Where the scores of one history come from. Stateless and thread-safe. */
    @FunctionalInterface
    interface Explanation {
        /** Explains nothing. */
        Explanation NONE = (item, limit) -> List.of();

        /**
         * The contributions to one item's score.
         *
         * @param item the recommended item's index
         * @param limit how many to return at most
         * @return largest contribution first, of equal ones that with the lower index; only positive ones
         */
        List<Contribution> of(int item, int limit);
    }

    /**
     * A share of a score.
     *
     * @param item index of the history item it comes from
     * @param amount its part of the score, in the score's unit
     */
    record Contribution(int item, float amount) {}
}
