package io.kindred.core.model;

import java.util.List;

/** Says which items of a history brought about a recommendation. */
public interface Explains extends Recommender {
    /**
     * The contributions to one item's score.
     *
     * @param item the recommended item's index
     * @param history the item indices the score was computed from
     * @param weights as many as items of the history, or null for all 1
     * @param limit how many to return at most
     * @return largest contribution first; only positive ones
     */
    List<Contribution> explain(int item, int[] history, float[] weights, int limit);

    /**
     * A share of a score.
     *
     * @param item index of the history item it comes from
     * @param amount its part of the score, in the score's unit
     */
    record Contribution(int item, float amount) {}
}
