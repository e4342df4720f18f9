package io.kindred.core.neighbours;

import io.kindred.core.math.TopK;

/** Finds the rows most similar to a given one. Not thread-safe. */
public interface NeighbourSearch {
    /**
     * Offers every row that is similar to the given one.
     *
     * @param self the row's own index, which is no neighbour, or -1 for a row from outside
     * @param columns different and ascending
     * @param values as many as columns
     * @param best is offered each similar row with its similarity, which is above 0
     */
    void nearest(int self, int[] columns, float[] values, TopK best);
}
