package io.kindred.evaluation.metric;

import java.util.Arrays;

/** {@link ListCosines} pair by pair. Popular pairs come up again and again and are remembered. */
final class PairCosines implements ListCosines {
    private final PairCache pairs;
    private int[] list = new int[16];
    private int size;

    PairCosines(ItemCosine items) {
        this.pairs = new PairCache(items);
    }

    @Override
    public void clear() {
        size = 0;
    }

    @Override
    public double add(int item) {
        double sum = 0;
        for (int q = 0; q < size; q++) {
            sum += pairs.cosine(list[q], item);
        }
        if (size == list.length) {
            list = Arrays.copyOf(list, 2 * size);
        }
        list[size++] = item;
        return sum;
    }
}
