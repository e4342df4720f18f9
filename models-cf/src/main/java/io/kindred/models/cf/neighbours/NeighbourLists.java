package io.kindred.models.cf.neighbours;

import io.kindred.core.KindredException;
import io.kindred.core.math.SparseMatrix;
import io.kindred.core.math.TopK;

/** Turns lists of neighbours into the weights of an item-similarity model; the columns of each row ascend. */
public final class NeighbourLists {
    private NeighbourLists() {}

    /**
     * The matrix whose row i holds the neighbours of i and their scores.
     *
     * @param model names the model in the error
     * @param neighbours of each item
     * @throws KindredException if the lists exceed what one matrix holds
     */
    public static SparseMatrix rows(String model, TopK.Ranked[] neighbours) {
        int items = neighbours.length;
        SparseMatrix byNeighbour = transposed(model, neighbours);
        int[] starts = new int[items + 1];
        for (int i = 0; i < items; i++) {
            starts[i + 1] = starts[i] + neighbours[i].size();
        }
        int[] next = starts.clone();
        int[] columns = new int[byNeighbour.size()];
        float[] values = new float[columns.length];
        for (int j = 0; j < items; j++) {
            for (int p = byNeighbour.start(j); p < byNeighbour.end(j); p++) {
                int at = next[byNeighbour.column(p)]++;
                columns[at] = j;
                values[at] = byNeighbour.value(p);
            }
        }
        return SparseMatrix.of(starts, columns, values, items);
    }

    /**
     * The matrix whose row j holds, for each item i with j among its neighbours, the score of j in the list of i.
     *
     * @param model names the model in the error
     * @param neighbours of each item
     * @throws KindredException if the lists exceed what one matrix holds
     */
    public static SparseMatrix transposed(String model, TopK.Ranked[] neighbours) {
        int items = neighbours.length;
        long size = 0;
        int[] starts = new int[items + 1];
        for (TopK.Ranked list : neighbours) {
            size += list.size();
            if (size > Integer.MAX_VALUE - 8) {
                throw new KindredException(model + ": the neighbours of " + items
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
