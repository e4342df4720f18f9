package io.kindred.models.cf.gram;

import io.kindred.core.math.TopK;
import java.util.Arrays;

/**
 * The part of {@code X'X} around one item: the items that tell most about it, their products with it and with one another, as
 * a small dense matrix. An item j is worth {@code g(i, j)^2 / (g(j, j) + l2)}: by so much the squared error of item i falls
 * if j alone is used. Belongs to one thread; what it returns is valid until the next item.
 */
public final class LocalGram {
    private final SparseGram gram;
    private final double l2;
    private final int limit;
    private final ProductRow row;
    private final TopK best;
    private final int[] places;
    private int[] ranks = new int[0];
    private double[] targets = new double[0];
    private double[] matrix = new double[0];
    private int size;

    /**
     * @param l2 added to the squares when items are compared, at least 0
     * @param limit how many items are taken at most
     */
    public LocalGram(SparseGram gram, double l2, int limit) {
        this.gram = gram;
        this.l2 = l2;
        this.limit = Math.min(limit, Math.max(gram.items() - 1, 0));
        this.row = new ProductRow(gram.pairs());
        this.best = new TopK(this.limit);
        this.places = new int[gram.items()];
        Arrays.fill(places, -1);
    }

    /**
     * Chooses the items that tell most about an item among those whose product with it exceeds a threshold, the most popular
     * first.
     */
    public void select(int item, double threshold) {
        PopularityOrder pairs = gram.pairs();
        int own = pairs.rankOf(item);
        row.all(own);
        for (int n = 0; n < row.found(); n++) {
            int other = row.rank(n);
            double product = row.product(other);
            if (other != own && product > threshold) {
                best.offer(other, (float) (product * product / (gram.square(other) + l2)));
            }
        }
        ranks = best.drain().indices();
        Arrays.sort(ranks);
        size = ranks.length;
        if (targets.length < size) {
            targets = new double[Math.min(limit, 2 * size)];
        }
        for (int n = 0; n < size; n++) {
            targets[n] = row.product(ranks[n]);
        }
        row.clear();
    }

    /** How many items were chosen. */
    public int size() {
        return size;
    }

    /** The n-th chosen item. */
    public int item(int n) {
        return gram.pairs().itemOf(ranks[n]);
    }

    /** The products of the chosen items with the item they were chosen for, not a copy; as long as {@link #size()} or longer. */
    public double[] targets() {
        return targets;
    }

    /**
     * The products of the chosen items with one another, row-major with rows of {@link #size()}, not a copy; the lower
     * triangle and the diagonal alone unless {@code symmetric}.
     */
    public double[] matrix(boolean symmetric) {
        if (matrix.length < size * size) {
            int side = Math.min(limit, size + size / 2);
            matrix = new double[side * side];
        }
        Arrays.fill(matrix, 0, size * size, 0);
        for (int n = 0; n < size; n++) {
            places[ranks[n]] = n;
        }
        for (int n = 0; n < size; n++) {
            int start = n * size;
            matrix[start + n] = gram.square(ranks[n]);
            gram.morePopular(ranks[n], row, (rank, product) -> {
                int place = places[rank];
                if (place >= 0) {
                    matrix[start + place] = product;
                }
            });
        }
        for (int n = 0; n < size; n++) {
            places[ranks[n]] = -1;
        }
        if (symmetric) {
            mirror();
        }
        return matrix;
    }

    private void mirror() {
        for (int r = 0; r < size; r++) {
            for (int c = 0; c < r; c++) {
                matrix[c * size + r] = matrix[r * size + c];
            }
        }
    }
}
