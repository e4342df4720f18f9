package io.kindred.core.model;

import java.util.Map;

/**
 * Chooses lists partly at random and says how likely each choice was, so that what is logged can judge other policies later
 * (off-policy evaluation). Without being asked to explore such a model ranks by its scores like any other.
 */
public interface ServesPropensities extends Recommender {
    /**
     * Draws a list. The same arguments give the same list, whichever thread asks.
     *
     * @param user index in {@code users()}, or -1 for somebody unknown
     * @param features what is known of the user, as in {@link ColdStartCapable}; only looked at for somebody unknown
     * @param candidates the item indices that may be chosen, each once
     * @param k how many, at least 1
     * @param seed of the draw: different for each request
     */
    Choice choose(int user, Map<String, Object> features, int[] candidates, int k, long seed);

    /**
     * A drawn list, from the top; arrays of equal length, not copied.
     *
     * @param items item indices, {@code k} or as many as there are candidates
     * @param scores by which items are ranked without chance
     * @param propensities the probability of each item given the items above it, in (0, 1]; their product is that of the list
     */
    record Choice(int[] items, float[] scores, double[] propensities) {}
}
