package io.kindred.models.deep.sasrec;

import io.kindred.core.data.SparseRows;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Sequences in batches of about the same length, so that little is padded: an epoch's random order is cut into windows, each
 * window sorted by length and cut into batches, and the batches shuffled. One caller at a time.
 */
final class SequenceBatches {
    private static final int BATCHES_IN_WINDOW = 20;

    private final int[][] sequences;
    private final int batchSize;
    private final int[] order;
    private int[] starts = new int[0];

    /**
     * @param byUser items of each user in order
     * @param length how many inputs at most; of longer sequences the last are kept
     * @param batchSize sequences to a batch
     */
    SequenceBatches(SparseRows byUser, int length, int batchSize) {
        int[][] found = new int[byUser.rowCount()][];
        int count = 0;
        for (int u = 0; u < byUser.rowCount(); u++) {
            int[] items = byUser.columnsOf(u);
            if (items.length > 1) {
                found[count++] = Arrays.copyOfRange(items, Math.max(0, items.length - length - 1), items.length);
            }
        }
        this.sequences = Arrays.copyOf(found, count);
        this.batchSize = batchSize;
        this.order = new int[count];
    }

    /** How many sequences have at least two items. */
    int sequences() {
        return sequences.length;
    }

    /**
     * Begins an epoch.
     *
     * @return how many batches it has
     */
    int shuffle(RandomGenerator random) {
        Arrays.setAll(order, n -> n);
        shuffle(order, random);
        int window = batchSize * BATCHES_IN_WINDOW;
        for (int from = 0; from < order.length; from += window) {
            sortByLength(from, Math.min(order.length, from + window));
        }
        starts = new int[Math.ceilDiv(order.length, batchSize)];
        Arrays.setAll(starts, b -> b * batchSize);
        shuffle(starts, random);
        return starts.length;
    }

    /** Counting sort, which keeps the order of equals. */
    private void sortByLength(int from, int to) {
        int longest = 0;
        for (int n = from; n < to; n++) {
            longest = Math.max(longest, sequences[order[n]].length);
        }
        int[] next = new int[longest + 2];
        for (int n = from; n < to; n++) {
            next[sequences[order[n]].length + 1]++;
        }
        for (int l = 1; l < next.length; l++) {
            next[l] += next[l - 1];
        }
        int[] sorted = new int[to - from];
        for (int n = from; n < to; n++) {
            sorted[next[sequences[order[n]].length]++] = order[n];
        }
        System.arraycopy(sorted, 0, order, from, sorted.length);
    }

    private static void shuffle(int[] array, RandomGenerator random) {
        for (int n = array.length - 1; n > 0; n--) {
            int other = random.nextInt(n + 1);
            int kept = array[n];
            array[n] = array[other];
            array[other] = kept;
        }
    }

    /** A batch of the epoch. */
    Batch batch(int number) {
        int first = starts[number];
        int rows = Math.min(batchSize, order.length - first);
        int length = 0;
        int targets = 0;
        for (int r = 0; r < rows; r++) {
            int inputs = sequences[order[first + r]].length - 1;
            length = Math.max(length, inputs);
            targets += inputs;
        }
        Batch batch =
                new Batch(rows, length, new int[rows * length], new int[rows], new long[targets], new int[targets]);
        int at = 0;
        for (int r = 0; r < rows; r++) {
            int[] sequence = sequences[order[first + r]];
            int inputs = sequence.length - 1;
            int padding = length - inputs;
            batch.padding[r] = padding;
            // What is padded is looked at by nobody; an item of the sequence costs no further row of the table.
            Arrays.fill(batch.inputs, r * length, r * length + padding, sequence[0]);
            for (int t = 0; t < inputs; t++) {
                batch.inputs[r * length + padding + t] = sequence[t];
                batch.places[at] = (long) r * length + padding + t;
                batch.targets[at++] = sequence[t + 1];
            }
        }
        return batch;
    }

    /**
     * Sequences padded on the left to the same length.
     *
     * @param rows how many
     * @param length of each
     * @param inputs rows x length item indices
     * @param padding how many of each row are padding
     * @param places of the inputs that are not padding, among all
     * @param targets the item after each of them
     */
    record Batch(int rows, int length, int[] inputs, int[] padding, long[] places, int[] targets) {}
}
