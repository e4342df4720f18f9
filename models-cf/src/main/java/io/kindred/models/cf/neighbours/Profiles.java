package io.kindred.models.cf.neighbours;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.math.SparseMatrix;
import java.util.Arrays;

/** The sparse rows that similarities compare, the columns of each row ascending. */
public final class Profiles {
    private Profiles() {}

    /**
     * Items x users.
     *
     * @param interactions without repeats
     * @param values whether to hold the values; otherwise ones
     */
    public static SparseMatrix byItem(Interactions interactions, boolean values) {
        SparseRows rows = interactions.byItem();
        int[] starts = new int[rows.rowCount() + 1];
        int[] columns = new int[rows.size()];
        float[] entries = new float[rows.size()];
        for (int i = 0; i < rows.rowCount(); i++) {
            starts[i + 1] = rows.end(i);
        }
        for (int p = 0; p < columns.length; p++) {
            columns[p] = rows.column(p);
            entries[p] = values ? rows.value(p) : 1f;
        }
        return SparseMatrix.of(starts, columns, entries, interactions.userCount());
    }

    /**
     * Users x items.
     *
     * @param interactions without repeats
     * @param values whether to hold the values; otherwise ones
     */
    public static SparseMatrix byUser(Interactions interactions, boolean values) {
        return byItem(interactions, values).transposed();
    }

    /**
     * Users x items: earlier profiles with newer interactions put in; the newer value of a pair counts.
     *
     * @param base the columns of each row ascend
     * @param newer without repeats, over vocabularies that begin with those of the base
     */
    public static SparseMatrix extended(SparseMatrix base, Interactions newer, boolean values) {
        SparseMatrix news = byUser(newer, values);
        int[] starts = new int[news.rows() + 1];
        int[] columns = new int[Math.addExact(base.size(), news.size())];
        float[] entries = new float[columns.length];
        int size = 0;
        for (int u = 0; u < news.rows(); u++) {
            int old = u < base.rows() ? base.start(u) : 0;
            int oldEnd = u < base.rows() ? base.end(u) : 0;
            int fresh = news.start(u);
            int freshEnd = news.end(u);
            while (old < oldEnd || fresh < freshEnd) {
                int oldColumn = old < oldEnd ? base.column(old) : Integer.MAX_VALUE;
                int freshColumn = fresh < freshEnd ? news.column(fresh) : Integer.MAX_VALUE;
                columns[size] = Math.min(oldColumn, freshColumn);
                entries[size++] = freshColumn <= oldColumn ? news.value(fresh) : base.value(old);
                old += oldColumn <= freshColumn ? 1 : 0;
                fresh += freshColumn <= oldColumn ? 1 : 0;
            }
            starts[u + 1] = size;
        }
        return SparseMatrix.of(starts, Arrays.copyOf(columns, size), Arrays.copyOf(entries, size), news.columns());
    }
}
