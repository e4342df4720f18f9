package io.kindred.models.cf.panel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Tiles on 256-bit vectors: 4 rows by 1 panel (two vectors) take 8 of the 16 registers. */
final class HalfPanelKernels extends TiledPanelKernels {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_256;
    private static final int QUAD = 4;

    @Override
    public void pack(float[] source, int offset, int n, float scale, float[] block, int stride, int row) {
        for (int c = 0; c < n; c += WIDTH) {
            int at = c * stride + row * WIDTH;
            FloatVector.fromArray(S, source, offset + c).mul(scale).intoArray(block, at);
            FloatVector.fromArray(S, source, offset + c + 8).mul(scale).intoArray(block, at + 8);
        }
    }

    @Override
    public void axpy(float factor, float[] source, int offset, int n, float[] target) {
        FloatVector by = FloatVector.broadcast(S, factor);
        for (int c = 0; c < n; c += S.length()) {
            FloatVector.fromArray(S, source, offset + c)
                    .fma(by, FloatVector.fromArray(S, target, c))
                    .intoArray(target, c);
        }
    }

    @Override
    public void combine(float[] rows, int offset, int n, int count, float[] factors, float[] target) {
        for (int c = 0; c < n; c += WIDTH) {
            FloatVector s0 = FloatVector.fromArray(S, target, c);
            FloatVector s1 = FloatVector.fromArray(S, target, c + 8);
            for (int k = 0; k < count; k++) {
                int at = offset + k * n + c;
                FloatVector factor = FloatVector.broadcast(S, factors[k]);
                s0 = FloatVector.fromArray(S, rows, at).fma(factor, s0);
                s1 = FloatVector.fromArray(S, rows, at + 8).fma(factor, s1);
            }
            s0.intoArray(target, c);
            s1.intoArray(target, c + 8);
        }
    }

    @Override
    public void addRows(float[] block, int rows, int stride, int n, float[] weights, float[] target) {
        for (int c = 0; c < n; c += WIDTH) {
            FloatVector s0 = FloatVector.fromArray(S, target, c);
            FloatVector s1 = FloatVector.fromArray(S, target, c + 8);
            int from = c * stride;
            for (int k = 0; k < rows; k++) {
                int at = from + k * WIDTH;
                FloatVector weight = FloatVector.broadcast(S, weights[k]);
                s0 = FloatVector.fromArray(S, block, at).fma(weight, s0);
                s1 = FloatVector.fromArray(S, block, at + 8).fma(weight, s1);
            }
            s0.intoArray(target, c);
            s1.intoArray(target, c + 8);
        }
    }

    @Override
    void subtractBlock(float[] u, int n, int p, int c, float[] b) {
        int from = PanelKernels.at(n, p, c);
        FloatVector s0 = FloatVector.fromArray(S, b, c);
        FloatVector s1 = FloatVector.fromArray(S, b, c + 8);
        for (int k = 0; k < WIDTH; k++) {
            int at = from + k * WIDTH;
            FloatVector factor = FloatVector.broadcast(S, -b[p + k]);
            s0 = FloatVector.fromArray(S, u, at).fma(factor, s0);
            s1 = FloatVector.fromArray(S, u, at + 8).fma(factor, s1);
        }
        s0.intoArray(b, c);
        s1.intoArray(b, c + 8);
    }

    @Override
    float dotRight(float[] u, int n, int r, int from, float[] b) {
        FloatVector s0 = FloatVector.zero(S);
        FloatVector s1 = FloatVector.zero(S);
        for (int c = from; c < n; c += WIDTH) {
            int at = PanelKernels.at(n, r, c);
            s0 = FloatVector.fromArray(S, u, at).fma(FloatVector.fromArray(S, b, c), s0);
            s1 = FloatVector.fromArray(S, u, at + 8).fma(FloatVector.fromArray(S, b, c + 8), s1);
        }
        return tree(s0.add(s1));
    }

    @Override
    void gramTile(
            float[] left, int l, float[] right, int r, int rows, float scale, float[] source, float[] target, int at) {
        gram(left, l, right, r, rows, scale, source, target, at);
        gram(left, l + QUAD, right, r, rows, scale, source, target, at + QUAD * WIDTH);
    }

    @Override
    void stripTile(float[] a, float[] u, float[] inverse, int n, int strip, int corner, int at) {
        int l = PanelKernels.at(n, 0, strip);
        int from = at - strip * WIDTH;
        strip(u, l, a, from, strip, corner, inverse, at, 0);
        strip(u, l, a, from, strip, corner, inverse, at, QUAD);
    }

    private static void gram(
            float[] left, int l, float[] right, int r, int rows, float scale, float[] source, float[] target, int t) {
        FloatVector a0 = FloatVector.zero(S);
        FloatVector a1 = FloatVector.zero(S);
        FloatVector a2 = FloatVector.zero(S);
        FloatVector a3 = FloatVector.zero(S);
        FloatVector b0 = FloatVector.zero(S);
        FloatVector b1 = FloatVector.zero(S);
        FloatVector b2 = FloatVector.zero(S);
        FloatVector b3 = FloatVector.zero(S);
        for (int k = 0; k < rows; k++) {
            int row = k * WIDTH;
            FloatVector v0 = FloatVector.fromArray(S, right, r + row);
            FloatVector v1 = FloatVector.fromArray(S, right, r + row + 8);
            int from = l + row;
            FloatVector x0 = FloatVector.broadcast(S, left[from]);
            a0 = v0.fma(x0, a0);
            b0 = v1.fma(x0, b0);
            FloatVector x1 = FloatVector.broadcast(S, left[from + 1]);
            a1 = v0.fma(x1, a1);
            b1 = v1.fma(x1, b1);
            FloatVector x2 = FloatVector.broadcast(S, left[from + 2]);
            a2 = v0.fma(x2, a2);
            b2 = v1.fma(x2, b2);
            FloatVector x3 = FloatVector.broadcast(S, left[from + 3]);
            a3 = v0.fma(x3, a3);
            b3 = v1.fma(x3, b3);
        }
        FloatVector by = FloatVector.broadcast(S, scale);
        store(a0, by, source, target, t);
        store(b0, by, source, target, t + 8);
        store(a1, by, source, target, t + WIDTH);
        store(b1, by, source, target, t + WIDTH + 8);
        store(a2, by, source, target, t + 2 * WIDTH);
        store(b2, by, source, target, t + 2 * WIDTH + 8);
        store(a3, by, source, target, t + 3 * WIDTH);
        store(b3, by, source, target, t + 3 * WIDTH + 8);
    }

    /** Four rows of a strip, from row {@code quad} on: the earlier rows of the strip are done. */
    private static void strip(
            float[] left, int start, float[] right, int r, int rows, int corner, float[] inverse, int tile, int quad) {
        int l = start + quad;
        int t = tile + quad * WIDTH;
        FloatVector a0 = FloatVector.zero(S);
        FloatVector a1 = FloatVector.zero(S);
        FloatVector a2 = FloatVector.zero(S);
        FloatVector a3 = FloatVector.zero(S);
        FloatVector b0 = FloatVector.zero(S);
        FloatVector b1 = FloatVector.zero(S);
        FloatVector b2 = FloatVector.zero(S);
        FloatVector b3 = FloatVector.zero(S);
        for (int k = 0; k < rows; k++) {
            int row = k * WIDTH;
            FloatVector v0 = FloatVector.fromArray(S, right, r + row);
            FloatVector v1 = FloatVector.fromArray(S, right, r + row + 8);
            int from = l + row;
            FloatVector x0 = FloatVector.broadcast(S, left[from]);
            a0 = v0.fma(x0, a0);
            b0 = v1.fma(x0, b0);
            FloatVector x1 = FloatVector.broadcast(S, left[from + 1]);
            a1 = v0.fma(x1, a1);
            b1 = v1.fma(x1, b1);
            FloatVector x2 = FloatVector.broadcast(S, left[from + 2]);
            a2 = v0.fma(x2, a2);
            b2 = v1.fma(x2, b2);
            FloatVector x3 = FloatVector.broadcast(S, left[from + 3]);
            a3 = v0.fma(x3, a3);
            b3 = v1.fma(x3, b3);
        }
        a0 = FloatVector.fromArray(S, right, t).sub(a0);
        b0 = FloatVector.fromArray(S, right, t + 8).sub(b0);
        a1 = FloatVector.fromArray(S, right, t + WIDTH).sub(a1);
        b1 = FloatVector.fromArray(S, right, t + WIDTH + 8).sub(b1);
        a2 = FloatVector.fromArray(S, right, t + 2 * WIDTH).sub(a2);
        b2 = FloatVector.fromArray(S, right, t + 2 * WIDTH + 8).sub(b2);
        a3 = FloatVector.fromArray(S, right, t + 3 * WIDTH).sub(a3);
        b3 = FloatVector.fromArray(S, right, t + 3 * WIDTH + 8).sub(b3);
        for (int k = 0; k < quad; k++) {
            FloatVector above = FloatVector.fromArray(S, right, tile + k * WIDTH);
            FloatVector beside = FloatVector.fromArray(S, right, tile + k * WIDTH + 8);
            int at = corner + k * WIDTH + quad;
            FloatVector x0 = FloatVector.broadcast(S, -left[at]);
            a0 = above.fma(x0, a0);
            b0 = beside.fma(x0, b0);
            FloatVector x1 = FloatVector.broadcast(S, -left[at + 1]);
            a1 = above.fma(x1, a1);
            b1 = beside.fma(x1, b1);
            FloatVector x2 = FloatVector.broadcast(S, -left[at + 2]);
            a2 = above.fma(x2, a2);
            b2 = beside.fma(x2, b2);
            FloatVector x3 = FloatVector.broadcast(S, -left[at + 3]);
            a3 = above.fma(x3, a3);
            b3 = beside.fma(x3, b3);
        }
        int block = corner + quad * WIDTH + quad;
        FloatVector f10 = FloatVector.broadcast(S, -left[block + 1]);
        a1 = a0.fma(f10, a1);
        b1 = b0.fma(f10, b1);
        FloatVector f20 = FloatVector.broadcast(S, -left[block + 2]);
        a2 = a0.fma(f20, a2);
        b2 = b0.fma(f20, b2);
        FloatVector f21 = FloatVector.broadcast(S, -left[block + WIDTH + 2]);
        a2 = a1.fma(f21, a2);
        b2 = b1.fma(f21, b2);
        FloatVector f30 = FloatVector.broadcast(S, -left[block + 3]);
        a3 = a0.fma(f30, a3);
        b3 = b0.fma(f30, b3);
        FloatVector f31 = FloatVector.broadcast(S, -left[block + WIDTH + 3]);
        a3 = a1.fma(f31, a3);
        b3 = b1.fma(f31, b3);
        FloatVector f32 = FloatVector.broadcast(S, -left[block + 2 * WIDTH + 3]);
        a3 = a2.fma(f32, a3);
        b3 = b2.fma(f32, b3);
        FloatVector d0 = FloatVector.broadcast(S, inverse[rows + quad]);
        a0.intoArray(right, t);
        a0.mul(d0).intoArray(left, t);
        b0.intoArray(right, t + 8);
        b0.mul(d0).intoArray(left, t + 8);
        FloatVector d1 = FloatVector.broadcast(S, inverse[rows + quad + 1]);
        a1.intoArray(right, t + WIDTH);
        a1.mul(d1).intoArray(left, t + WIDTH);
        b1.intoArray(right, t + WIDTH + 8);
        b1.mul(d1).intoArray(left, t + WIDTH + 8);
        FloatVector d2 = FloatVector.broadcast(S, inverse[rows + quad + 2]);
        a2.intoArray(right, t + 2 * WIDTH);
        a2.mul(d2).intoArray(left, t + 2 * WIDTH);
        b2.intoArray(right, t + 2 * WIDTH + 8);
        b2.mul(d2).intoArray(left, t + 2 * WIDTH + 8);
        FloatVector d3 = FloatVector.broadcast(S, inverse[rows + quad + 3]);
        a3.intoArray(right, t + 3 * WIDTH);
        a3.mul(d3).intoArray(left, t + 3 * WIDTH);
        b3.intoArray(right, t + 3 * WIDTH + 8);
        b3.mul(d3).intoArray(left, t + 3 * WIDTH + 8);
    }

    private static void store(FloatVector sum, FloatVector by, float[] source, float[] target, int at) {
        sum.fma(by, FloatVector.fromArray(S, source, at)).intoArray(target, at);
    }
}
