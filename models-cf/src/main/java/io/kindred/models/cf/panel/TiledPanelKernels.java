package io.kindred.models.cf.panel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link PanelKernels} in tiles that live in vector registers while the inner loop runs: the loops over tiles, which are the
 * same for any vector length.
 */
abstract sealed class TiledPanelKernels implements PanelKernels permits WidePanelKernels, HalfPanelKernels {
    /** Eight lanes, the height of a strip. */
    static final VectorSpecies<Float> EIGHT = FloatVector.SPECIES_256;

    private static final VectorShuffle<Float> SWAP_4 = VectorShuffle.fromOp(EIGHT, i -> i ^ 4);
    private static final VectorShuffle<Float> SWAP_2 = VectorShuffle.fromOp(EIGHT, i -> i ^ 2);
    private static final VectorShuffle<Float> SWAP_1 = VectorShuffle.fromOp(EIGHT, i -> i ^ 1);

    /**
     * One tile of {@link #addGram}: a strip of rows by one panel.
     *
     * @param l where the strip's columns start in the first row of {@code left}
     * @param r where the panel starts in {@code right}
     * @param at where the tile starts in source and target
     */
    abstract void gramTile(
            float[] left, int l, float[] right, int r, int rows, float scale, float[] source, float[] target, int at);

    /**
     * One tile of a strip of {@link #factorise} right of its block: subtract what lies above, eliminate within the strip,
     * scale.
     *
     * @param strip the first row, and how many rows lie above
     * @param corner where the strip's block starts
     * @param at where the tile starts
     */
    abstract void stripTile(float[] a, float[] u, float[] inverse, int n, int strip, int corner, int at);

    /** {@code b[c .. c+16) -= sum over the rows k of block (p, c) of u[k, ..] b[k]}. */
    abstract void subtractBlock(float[] u, int n, int p, int c, float[] b);

    /** The inner product of row r of u, right of column {@code from}, with b: 16 lanes added as a tree. */
    abstract float dotRight(float[] u, int n, int r, int from, float[] b);

    @Override
    public final void addGram(
            float[] left, float[] right, int rows, int stride, int n, float scale, float[] source, float[] target) {
        for (int r = 0; r < n; r += STRIP) {
            int l = PanelKernels.at(stride, 0, r);
            for (int c = r & -WIDTH; c < n; c += WIDTH) {
                gramTile(left, l, right, c * stride, rows, scale, source, target, PanelKernels.at(n, r, c));
            }
        }
    }

    @Override
    public final void multiply(float[] left, float[] right, int rows, int n, float[] target) {
        java.util.Arrays.fill(target, 0, WIDTH * n, 0f);
        for (int r = 0; r < WIDTH; r += STRIP) {
            for (int c = 0; c < n; c += WIDTH) {
                gramTile(left, r, right, c * rows, rows, 1f, target, target, PanelKernels.at(WIDTH, r, c));
            }
        }
    }

    @Override
    public final boolean factorise(float[] a, float[] u, float[] inverse, int n) {
        float[] diagonal = new float[STRIP];
        for (int strip = 0; strip < n; strip += STRIP) {
            int from = strip & -WIDTH;
            int corner = PanelKernels.at(n, strip, strip);
            for (int i = 0; i < STRIP; i++) {
                diagonal[i] = a[corner + i * WIDTH + i];
            }
            // Below the diagonal the tile holds numbers that nobody reads.
            gramTile(u, PanelKernels.at(n, 0, strip), a, from * n, strip, -1f, a, a, PanelKernels.at(n, strip, from));
            if (!PivotBlock.factorise(a, u, inverse, n, strip, diagonal)) {
                return false;
            }
            if (strip == from) {
                eliminateBeside(a, u, inverse, corner, strip);
            }
            for (int c = from + WIDTH; c < n; c += WIDTH) {
                stripTile(a, u, inverse, n, strip, corner, PanelKernels.at(n, strip, c));
            }
        }
        return true;
    }

    /** The right half of the panel that holds an 8 x 8 block in its left half. */
    private static void eliminateBeside(float[] a, float[] u, float[] inverse, int corner, int strip) {
        for (int r = 0; r < STRIP; r++) {
            int row = corner + r * WIDTH + STRIP;
            FloatVector sum = FloatVector.fromArray(EIGHT, a, row);
            for (int k = 0; k < r; k++) {
                sum = FloatVector.fromArray(EIGHT, a, corner + k * WIDTH + STRIP)
                        .fma(FloatVector.broadcast(EIGHT, -u[corner + k * WIDTH + r]), sum);
            }
            sum.intoArray(a, row);
            sum.mul(inverse[strip + r]).intoArray(u, row);
        }
    }

    @Override
    public final void solve(float[] u, float[] inverse, int n, float[] b) {
        for (int p = 0; p < n; p += WIDTH) {
            PivotBlock.solveForward(u, n, p, b);
            for (int c = p + WIDTH; c < n; c += WIDTH) {
                subtractBlock(u, n, p, c, b);
            }
        }
        for (int i = 0; i < n; i++) {
            b[i] *= inverse[i];
        }
        for (int p = n - WIDTH; p >= 0; p -= WIDTH) {
            for (int r = p; r < p + WIDTH && p + WIDTH < n; r++) {
                b[r] -= dotRight(u, n, r, p + WIDTH, b);
            }
            PivotBlock.solveBackward(u, n, p, b);
        }
    }

    static float tree(FloatVector eight) {
        FloatVector four = eight.add(eight.rearrange(SWAP_4));
        FloatVector two = four.add(four.rearrange(SWAP_2));
        return two.add(two.rearrange(SWAP_1)).lane(0);
    }
}
