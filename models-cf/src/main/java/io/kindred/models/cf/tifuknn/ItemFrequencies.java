package io.kindred.models.cf.tifuknn;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.math.SparseMatrix;
import java.util.Arrays;

/**
 * The users' decayed item frequencies. Interactions of a user at the same time are one basket, in which an item counts once,
 * the last value being its weight. Used once, by one thread.
 */
final class ItemFrequencies {
    private final SparseRows rows;
    private final BasketWeights weights;
    private final boolean values;
    private final double[] sums;
    private final int[] basketOf;
    private final double[] inBasket;
    private final int[] touched;

    ItemFrequencies(Interactions interactions, BasketWeights weights, boolean values) {
        this.rows = interactions.byUser();
        this.weights = weights;
        this.values = values;
        this.sums = new double[rows.columnCount()];
        this.basketOf = new int[rows.columnCount()];
        this.inBasket = new double[rows.columnCount()];
        this.touched = new int[rows.columnCount()];
        Arrays.fill(basketOf, -1);
    }

    /** Users x items, the columns of each row ascending; without what counts nothing. */
    SparseMatrix build() {
        int[] starts = new int[rows.rowCount() + 1];
        int[] columns = new int[rows.size()];
        float[] frequencies = new float[rows.size()];
        int size = 0;
        for (int u = 0; u < rows.rowCount(); u++) {
            int found = addUp(u);
            Arrays.sort(touched, 0, found);
            for (int t = 0; t < found; t++) {
                float frequency = (float) sums[touched[t]];
                if (frequency > 0) {
                    columns[size] = touched[t];
                    frequencies[size++] = frequency;
                }
                sums[touched[t]] = 0;
                basketOf[touched[t]] = -1;
            }
            starts[u + 1] = size;
        }
        return SparseMatrix.of(
                starts, Arrays.copyOf(columns, size), Arrays.copyOf(frequencies, size), rows.columnCount());
    }

    /** Adds up a user's baskets; returns how many different items there are. */
    private int addUp(int user) {
        double[] weight = weights.of(baskets(user));
        int found = 0;
        int basket = -1;
        for (int p = rows.start(user); p < rows.end(user); p++) {
            if (p == rows.start(user) || rows.time(p) != rows.time(p - 1)) {
                basket++;
            }
            int item = rows.column(p);
            if (basketOf[item] < 0) {
                touched[found++] = item;
            }
            double counted = weight[basket] * (values ? rows.value(p) : 1);
            sums[item] += counted - (basketOf[item] == basket ? inBasket[item] : 0);
            basketOf[item] = basket;
            inBasket[item] = counted;
        }
        return found;
    }

    private int baskets(int user) {
        int baskets = 0;
        for (int p = rows.start(user); p < rows.end(user); p++) {
            baskets += p == rows.start(user) || rows.time(p) != rows.time(p - 1) ? 1 : 0;
        }
        return baskets;
    }
}
