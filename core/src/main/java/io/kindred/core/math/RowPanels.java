package io.kindred.core.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A matrix in panels of two vector registers' worth of rows, for {@link BlockProducts}. By the definition of
 * {@link DotProducts} lane {@code l} of a product sums the components {@code l}, {@code l + 16}, ...; a panel holds the
 * components in this order, each for all its rows. A tile of {@value #QUERIES} queries by one panel sums a lane in twelve
 * registers, and when all sixteen lanes are known they are added as the tree of the definition. So every machine computes the
 * same bits, whatever the length of its registers.
 *
 * <p>Measured: fewer queries spend more time on loading than on multiplying, and the compiler's own unrolling of the short
 * loops over a lane's components is a third slower than the one by hand.
 */
final class RowPanels {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = DotProducts.LANES;
    private static final int HALF = S.length();
    /** Rows of a panel. */
    private static final int WIDTH = 2 * HALF;

    private static final int QUERIES = 6;
    /** Sums of one lane for a whole tile. */
    private static final int SUMS = QUERIES * WIDTH;
    /** As many floats of panels as stay in a core's second cache while the queries pass over them. */
    private static final int CACHED_FLOATS = 1 << 17;

    private final int rows;
    private final int columns;
    /** For each panel {@code [component in the order of lanes][row]}; rows beyond the last are zeros. */
    private final float[][] panels;

    RowPanels(FloatMatrix matrix) {
        this.rows = matrix.rows();
        this.columns = matrix.columns();
        this.panels = new float[(rows + WIDTH - 1) / WIDTH][columns * WIDTH];
        int[] order = order(columns);
        float[][] block = new float[WIDTH][columns];
        for (int p = 0; p < panels.length; p++) {
            int length = Math.min(WIDTH, rows - p * WIDTH);
            for (int r = 0; r < length; r++) {
                matrix.copyRow(p * WIDTH + r, block[r]);
            }
            for (int c = 0; c < columns; c++) {
                for (int r = 0; r < length; r++) {
                    panels[p][c * WIDTH + r] = block[r][order[c]];
                }
            }
        }
    }

    /** The components lane by lane, in the order in which the lanes are summed: 0, 8, 1, 9, ... */
    private static int[] order(int columns) {
        int[] order = new int[columns];
        int p = 0;
        for (int lane = 0; lane < LANES / 2; lane++) {
            for (int c = lane; c < columns; c += LANES) {
                order[p++] = c;
            }
            for (int c = lane + LANES / 2; c < columns; c += LANES) {
                order[p++] = c;
            }
        }
        return order;
    }

    /** As {@link BlockProducts#dots}. */
    void dots(float[][] queries, int count, float[][] out) {
        float[][] packed = pack(queries, count);
        float[] lanes = new float[LANES / 2 * SUMS];
        int tile = Math.max(1, CACHED_FLOATS / (WIDTH * Math.max(1, columns)));
        for (int first = 0; first < panels.length; first += tile) {
            int last = Math.min(panels.length, first + tile);
            for (int g = 0; g < packed.length; g++) {
                int length = Math.min(QUERIES, count - g * QUERIES);
                for (int p = first; p < last; p++) {
                    sumLanes(panels[p], packed[g], columns, lanes);
                    addLanes(lanes, out, g * QUERIES, length, p * WIDTH);
                }
            }
        }
    }

    /** Groups of queries, {@code [component in the order of lanes][query]}; queries beyond the last are zeros. */
    private float[][] pack(float[][] queries, int count) {
        float[][] packed = new float[(count + QUERIES - 1) / QUERIES][columns * QUERIES];
        int[] order = order(columns);
        for (int j = 0; j < count; j++) {
            float[] group = packed[j / QUERIES];
            for (int p = 0; p < columns; p++) {
                group[p * QUERIES + j % QUERIES] = queries[j][order[p]];
            }
        }
        return packed;
    }

    /**
     * The first step of the tree: the sums of lane l and lane l + 8.
     *
     * @param lanes {@code [l from 0 to 7][query][row]}
     */
    private static void sumLanes(float[] panel, float[] queries, int columns, float[] lanes) {
        int right = 0;
        int left = 0;
        FloatVector low;
        FloatVector high;
        FloatVector q;
        int steps;
        int k;
        for (int lane = 0; lane < LANES / 2; lane++) {
            FloatVector a0 = FloatVector.zero(S);
            FloatVector a1 = FloatVector.zero(S);
            FloatVector a2 = FloatVector.zero(S);
            FloatVector a3 = FloatVector.zero(S);
            FloatVector a4 = FloatVector.zero(S);
            FloatVector a5 = FloatVector.zero(S);
            FloatVector a6 = FloatVector.zero(S);
            FloatVector a7 = FloatVector.zero(S);
            FloatVector a8 = FloatVector.zero(S);
            FloatVector a9 = FloatVector.zero(S);
            FloatVector a10 = FloatVector.zero(S);
            FloatVector a11 = FloatVector.zero(S);
            steps = (columns - lane + LANES - 1) / LANES;
            k = 0;
            for (; k + 2 <= steps; k += 2) {
                int row = right + k * WIDTH;
                int from = left + k * QUERIES;
                low = FloatVector.fromArray(S, panel, row);
                high = FloatVector.fromArray(S, panel, row + HALF);
                q = FloatVector.broadcast(S, queries[from]);
                a0 = low.fma(q, a0);
                a1 = high.fma(q, a1);
                q = FloatVector.broadcast(S, queries[from + 1]);
                a2 = low.fma(q, a2);
                a3 = high.fma(q, a3);
                q = FloatVector.broadcast(S, queries[from + 2]);
                a4 = low.fma(q, a4);
                a5 = high.fma(q, a5);
                q = FloatVector.broadcast(S, queries[from + 3]);
                a6 = low.fma(q, a6);
                a7 = high.fma(q, a7);
                q = FloatVector.broadcast(S, queries[from + 4]);
                a8 = low.fma(q, a8);
                a9 = high.fma(q, a9);
                q = FloatVector.broadcast(S, queries[from + 5]);
                a10 = low.fma(q, a10);
                a11 = high.fma(q, a11);
                row += WIDTH;
                from += QUERIES;
                low = FloatVector.fromArray(S, panel, row);
                high = FloatVector.fromArray(S, panel, row + HALF);
                q = FloatVector.broadcast(S, queries[from]);
                a0 = low.fma(q, a0);
                a1 = high.fma(q, a1);
                q = FloatVector.broadcast(S, queries[from + 1]);
                a2 = low.fma(q, a2);
                a3 = high.fma(q, a3);
                q = FloatVector.broadcast(S, queries[from + 2]);
                a4 = low.fma(q, a4);
                a5 = high.fma(q, a5);
                q = FloatVector.broadcast(S, queries[from + 3]);
                a6 = low.fma(q, a6);
                a7 = high.fma(q, a7);
                q = FloatVector.broadcast(S, queries[from + 4]);
                a8 = low.fma(q, a8);
                a9 = high.fma(q, a9);
                q = FloatVector.broadcast(S, queries[from + 5]);
                a10 = low.fma(q, a10);
                a11 = high.fma(q, a11);
            }
            if (k < steps) {
                int row = right + k * WIDTH;
                int from = left + k * QUERIES;
                low = FloatVector.fromArray(S, panel, row);
                high = FloatVector.fromArray(S, panel, row + HALF);
                q = FloatVector.broadcast(S, queries[from]);
                a0 = low.fma(q, a0);
                a1 = high.fma(q, a1);
                q = FloatVector.broadcast(S, queries[from + 1]);
                a2 = low.fma(q, a2);
                a3 = high.fma(q, a3);
                q = FloatVector.broadcast(S, queries[from + 2]);
                a4 = low.fma(q, a4);
                a5 = high.fma(q, a5);
                q = FloatVector.broadcast(S, queries[from + 3]);
                a6 = low.fma(q, a6);
                a7 = high.fma(q, a7);
                q = FloatVector.broadcast(S, queries[from + 4]);
                a8 = low.fma(q, a8);
                a9 = high.fma(q, a9);
                q = FloatVector.broadcast(S, queries[from + 5]);
                a10 = low.fma(q, a10);
                a11 = high.fma(q, a11);
            }
            right += steps * WIDTH;
            left += steps * QUERIES;
            FloatVector b0 = FloatVector.zero(S);
            FloatVector b1 = FloatVector.zero(S);
            FloatVector b2 = FloatVector.zero(S);
            FloatVector b3 = FloatVector.zero(S);
            FloatVector b4 = FloatVector.zero(S);
            FloatVector b5 = FloatVector.zero(S);
            FloatVector b6 = FloatVector.zero(S);
            FloatVector b7 = FloatVector.zero(S);
            FloatVector b8 = FloatVector.zero(S);
            FloatVector b9 = FloatVector.zero(S);
            FloatVector b10 = FloatVector.zero(S);
            FloatVector b11 = FloatVector.zero(S);
            steps = (columns - lane + LANES / 2 - 1) / LANES;
            k = 0;
            for (; k + 2 <= steps; k += 2) {
                int row = right + k * WIDTH;
                int from = left + k * QUERIES;
                low = FloatVector.fromArray(S, panel, row);
                high = FloatVector.fromArray(S, panel, row + HALF);
                q = FloatVector.broadcast(S, queries[from]);
                b0 = low.fma(q, b0);
                b1 = high.fma(q, b1);
                q = FloatVector.broadcast(S, queries[from + 1]);
                b2 = low.fma(q, b2);
                b3 = high.fma(q, b3);
                q = FloatVector.broadcast(S, queries[from + 2]);
                b4 = low.fma(q, b4);
                b5 = high.fma(q, b5);
                q = FloatVector.broadcast(S, queries[from + 3]);
                b6 = low.fma(q, b6);
                b7 = high.fma(q, b7);
                q = FloatVector.broadcast(S, queries[from + 4]);
                b8 = low.fma(q, b8);
                b9 = high.fma(q, b9);
                q = FloatVector.broadcast(S, queries[from + 5]);
                b10 = low.fma(q, b10);
                b11 = high.fma(q, b11);
                row += WIDTH;
                from += QUERIES;
                low = FloatVector.fromArray(S, panel, row);
                high = FloatVector.fromArray(S, panel, row + HALF);
                q = FloatVector.broadcast(S, queries[from]);
                b0 = low.fma(q, b0);
                b1 = high.fma(q, b1);
                q = FloatVector.broadcast(S, queries[from + 1]);
                b2 = low.fma(q, b2);
                b3 = high.fma(q, b3);
                q = FloatVector.broadcast(S, queries[from + 2]);
                b4 = low.fma(q, b4);
                b5 = high.fma(q, b5);
                q = FloatVector.broadcast(S, queries[from + 3]);
                b6 = low.fma(q, b6);
                b7 = high.fma(q, b7);
                q = FloatVector.broadcast(S, queries[from + 4]);
                b8 = low.fma(q, b8);
                b9 = high.fma(q, b9);
                q = FloatVector.broadcast(S, queries[from + 5]);
                b10 = low.fma(q, b10);
                b11 = high.fma(q, b11);
            }
            if (k < steps) {
                int row = right + k * WIDTH;
                int from = left + k * QUERIES;
                low = FloatVector.fromArray(S, panel, row);
                high = FloatVector.fromArray(S, panel, row + HALF);
                q = FloatVector.broadcast(S, queries[from]);
                b0 = low.fma(q, b0);
                b1 = high.fma(q, b1);
                q = FloatVector.broadcast(S, queries[from + 1]);
                b2 = low.fma(q, b2);
                b3 = high.fma(q, b3);
                q = FloatVector.broadcast(S, queries[from + 2]);
                b4 = low.fma(q, b4);
                b5 = high.fma(q, b5);
                q = FloatVector.broadcast(S, queries[from + 3]);
                b6 = low.fma(q, b6);
                b7 = high.fma(q, b7);
                q = FloatVector.broadcast(S, queries[from + 4]);
                b8 = low.fma(q, b8);
                b9 = high.fma(q, b9);
                q = FloatVector.broadcast(S, queries[from + 5]);
                b10 = low.fma(q, b10);
                b11 = high.fma(q, b11);
            }
            right += steps * WIDTH;
            left += steps * QUERIES;
            int at = lane * SUMS;
            a0.add(b0).intoArray(lanes, at);
            a1.add(b1).intoArray(lanes, at + HALF);
            a2.add(b2).intoArray(lanes, at + WIDTH);
            a3.add(b3).intoArray(lanes, at + WIDTH + HALF);
            a4.add(b4).intoArray(lanes, at + 2 * WIDTH);
            a5.add(b5).intoArray(lanes, at + 2 * WIDTH + HALF);
            a6.add(b6).intoArray(lanes, at + 3 * WIDTH);
            a7.add(b7).intoArray(lanes, at + 3 * WIDTH + HALF);
            a8.add(b8).intoArray(lanes, at + 4 * WIDTH);
            a9.add(b9).intoArray(lanes, at + 4 * WIDTH + HALF);
            a10.add(b10).intoArray(lanes, at + 5 * WIDTH);
            a11.add(b11).intoArray(lanes, at + 5 * WIDTH + HALF);
        }
    }

    /** The rest of the tree, from eight lanes on, for the queries and rows that there are. */
    private void addLanes(float[] lanes, float[][] out, int query, int length, int row) {
        for (int j = 0; j < length; j++) {
            float[] target = out[query + j];
            int from = j * WIDTH;
            if (row + WIDTH <= rows) {
                tree(lanes, from).intoArray(target, row);
                tree(lanes, from + HALF).intoArray(target, row + HALF);
            } else {
                tree(lanes, from).intoArray(target, row, S.indexInRange(row, rows));
                tree(lanes, from + HALF).intoArray(target, row + HALF, S.indexInRange(row + HALF, rows));
            }
        }
    }

    private static FloatVector tree(float[] lanes, int from) {
        FloatVector even = pair(lanes, from).add(pair(lanes, from + 2 * SUMS));
        FloatVector odd = pair(lanes, from + SUMS).add(pair(lanes, from + 3 * SUMS));
        return even.add(odd);
    }

    private static FloatVector pair(float[] lanes, int from) {
        return FloatVector.fromArray(S, lanes, from).add(FloatVector.fromArray(S, lanes, from + 4 * SUMS));
    }
}
