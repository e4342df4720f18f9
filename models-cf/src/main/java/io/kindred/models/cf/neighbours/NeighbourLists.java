package io.kindred.models.cf.neighbours;

import io.kindred.core.KindredException;
import io.kindred.core.math.SparseMatrix;
import io.kindred.core.math.TopK;
import io.kindred.core.neighbours.SparseRow;

/** Turns lists of neighbours into sparse matrices. */
public final class NeighbourLists {
    private NeighbourLists() {}

    /**
     * The matrix whose row i holds the neighbours of i and their scores; the columns of each row ascend.
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
     * The matrix whose row r holds the neighbours of r and their similarities in the order of the list.
     *
     * @param model names the model in the error
     * @param neighbours of each row, all of them rows as well
     * @throws KindredException if the lists exceed what one matrix holds
     */
    public static SparseMatrix ranked(String model, TopK.Ranked[] neighbours) {
        int rows = neighbours.length;
        int[] starts = new int[rows + 1];
        for (int r = 0; r < rows; r++) {
            starts[r + 1] = starts[r] + neighbours[r].size();
            if (starts[r + 1] < 0) {
                throw tooMany(model, rows);
            }
        }
        int[] columns = new int[starts[rows]];
        float[] values = new float[columns.length];
        for (int r = 0; r < rows; r++) {
            System.arraycopy(neighbours[r].indices(), 0, columns, starts[r], neighbours[r].size());
            System.arraycopy(neighbours[r].scores(), 0, values, starts[r], neighbours[r].size());
        }
        return SparseMatrix.of(starts, columns, values, rows);
    }

    /** The lists back from {@link #ranked}. */
    public static TopK.Ranked list(SparseMatrix ranked, int row) {
        return new TopK.Ranked(SparseRow.columns(ranked, row), SparseRow.values(ranked, row));
    }

    private static KindredException tooMany(String model, int rows) {
        return new KindredException(model + ": the neighbours of " + rows
                + " rows exceed what one matrix holds; set a smaller number of neighbours");
    }

    /**
     * The matrix whose row j holds, for each item i with j among its neighbours, the score of j in the list of i;
     * the columns of each row ascend.
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
                throw tooMany(model, items);
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
