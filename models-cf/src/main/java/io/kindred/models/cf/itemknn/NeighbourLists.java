package io.kindred.models.cf.itemknn;

import io.kindred.core.KindredException;
import io.kindred.core.math.SparseMatrix;
import io.kindred.core.math.TopK;

/** Turns lists of neighbours into the weights of an item-similarity model. */
final class NeighbourLists {
    private NeighbourLists() {}

    /**
     * The matrix whose row j holds, for each item i with j among its neighbours, how similar they are; columns ascend.
     *
     * @param neighbours of each item
     */
    static SparseMatrix transposed(TopK.Ranked[] neighbours) {
        int items = neighbours.length;
        long size = 0;
        int[] starts = new int[items + 1];
        for (TopK.Ranked list : neighbours) {
            size += list.size();
            if (size > Integer.MAX_VALUE - 8) {
                throw new KindredException("item-knn: the neighbours of " + items
                        + " items exceed what one matrix holds; set a smaller number of neighbours");
            }
            for (int j : list.indices()) {
                starts[j + 1]++;
            }
        }
        for (int j = 0; j < items; j++) {
            starts[j + 1] += starts[j];
        }
        int[] next = starts.clone();
        int[] columns = new int[(int) size];
        float[] values = new float[(int) size];
        for (int i = 0; i < items; i++) {
            TopK.Ranked list = neighbours[i];
            for (int n = 0; n < list.size(); n++) {
                int at = next[list.indices()[n]]++;
                columns[at] = i;
                values[at] = list.scores()[n];
            }
        }
        return SparseMatrix.of(starts, columns, values, items);
    }
}
