package io.kindred.models.cf.tifuknn;

import io.kindred.core.math.SparseMatrix;
import io.kindred.core.math.TopK;

/**
 * Finds the rows nearest to a row by Euclidean distance: those with the largest {@code 2 a.b - |b|^2}. Of the rows that share no
 * column with it only the shortest can be among them, so no others are looked at. Rows without entries are nobody's neighbours;
 * ties go to the lower index. Belongs to one thread.
 */
final class EuclideanSearch {
    private final SparseMatrix rows;
    private final SparseMatrix byColumn;
    private final double[] squares;
    private final int[] shortestFirst;
    private final int k;
    private final double[] dots;
    private final boolean[] met;
    private final int[] touched;
    private final TopK best;

    /**
     * @param byColumn the transpose of the rows
     * @param squares the squared length of each row
     * @param shortestFirst the rows with entries, by length, then index
     */
    EuclideanSearch(SparseMatrix rows, SparseMatrix byColumn, double[] squares, int[] shortestFirst, int k) {
        this.rows = rows;
        this.byColumn = byColumn;
        this.squares = squares;
        this.shortestFirst = shortestFirst;
        this.k = Math.min(k, shortestFirst.length);
        this.dots = new double[rows.rows()];
        this.met = new boolean[rows.rows()];
        this.touched = new int[rows.rows()];
        this.best = new TopK(this.k);
    }

    /** The nearest rows, nearest first. */
    TopK.Ranked nearest(int row) {
        int found = 0;
        for (int p = rows.start(row); p < rows.end(row); p++) {
            int column = rows.column(p);
            double value = rows.value(p);
            for (int q = byColumn.start(column); q < byColumn.end(column); q++) {
                int other = byColumn.column(q);
                if (!met[other]) {
                    met[other] = true;
                    touched[found++] = other;
                }
                dots[other] += value * byColumn.value(q);
            }
        }
        for (int t = 0; t < found; t++) {
            int other = touched[t];
            if (other != row) {
                best.offer(other, (float) (2 * dots[other] - squares[other]));
            }
        }
        int strangers = 0;
        for (int n = 0; n < shortestFirst.length && strangers < k; n++) {
            int other = shortestFirst[n];
            if (!met[other] && other != row) {
                best.offer(other, (float) -squares[other]);
                strangers++;
            }
        }
        for (int t = 0; t < found; t++) {
            met[touched[t]] = false;
            dots[touched[t]] = 0;
        }
        return best.drain();
    }
}
