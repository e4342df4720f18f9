package io.kindred.models.cf.panel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link PanelKernels} on 512-bit vectors. A tile of 8 rows by 32 columns lives in 16 registers while the inner loop runs:
 * per step two vectors and eight broadcast numbers are loaded for sixteen multiply-adds, so the loop is bound by arithmetic
 * and not by loads.
 */
final class SimdPanelKernels implements PanelKernels {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_512;
    private static final VectorSpecies<Float> HALF = FloatVector.SPECIES_256;
    private static final VectorShuffle<Float> SWAP_4 = VectorShuffle.fromOp(HALF, i -> i ^ 4);
    private static final VectorShuffle<Float> SWAP_2 = VectorShuffle.fromOp(HALF, i -> i ^ 2);
    private static final VectorShuffle<Float> SWAP_1 = VectorShuffle.fromOp(HALF, i -> i ^ 1);

    @Override
    public void pack(float[] source, int offset, int n, float scale, float[] block, int stride, int row) {
        for (int c = 0; c < n; c += WIDTH) {
            FloatVector.fromArray(S, source, offset + c).mul(scale).intoArray(block, c * stride + row * WIDTH);
        }
    }

    @Override
    public void addRows(float[] block, int rows, int stride, int n, float[] weights, float[] target) {
        for (int c = 0; c < n; c += WIDTH) {
            FloatVector sum = FloatVector.fromArray(S, target, c);
            int from = c * stride;
            for (int k = 0; k < rows; k++) {
                sum = FloatVector.fromArray(S, block, from + k * WIDTH).fma(FloatVector.broadcast(S, weights[k]), sum);
            }
            sum.intoArray(target, c);
        }
    }

    @Override
    public void addGram(
            float[] left, float[] right, int rows, int stride, int n, float scale, float[] source, float[] target) {
        for (int r = 0; r < n; r += STRIP) {
            int l = PanelKernels.at(stride, 0, r);
            int c = r & -WIDTH;
            for (; c + 2 * WIDTH <= n; c += 2 * WIDTH) {
                gram2(
                        left,
                        l,
                        right,
                        c * stride,
                        (c + WIDTH) * stride,
                        rows,
                        scale,
                        source,
                        target,
                        PanelKernels.at(n, r, c),
                        PanelKernels.at(n, r, c + WIDTH));
            }
            if (c < n) {
                gram1(left, l, right, c * stride, rows, scale, source, target, PanelKernels.at(n, r, c));
            }
        }
    }

    @Override
    public boolean factorise(float[] a, float[] u, float[] inverse, int n) {
        float[] diagonal = new float[STRIP];
        for (int strip = 0; strip < n; strip += STRIP) {
            int from = strip & -WIDTH;
            int left = PanelKernels.at(n, 0, strip);
            int block = PanelKernels.at(n, strip, from);
            for (int i = 0; i < STRIP; i++) {
                diagonal[i] = a[block + i * WIDTH + (strip & (WIDTH - 1)) + i];
            }
            // The multiply-adds of the definition for c < strip + 8 beside the block are wasted but harmless.
            gram1(u, left, a, from * n, strip, -1f, a, a, block);
            if (!PivotBlock.factorise(a, u, inverse, n, strip, diagonal)) {
                return false;
            }
            int corner = PanelKernels.at(n, strip, strip);
            if (strip == from) {
                eliminateBeside(a, u, inverse, corner, strip);
            }
            int c = from + WIDTH;
            for (; c + 2 * WIDTH <= n; c += 2 * WIDTH) {
                strip2(
                        u,
                        left,
                        a,
                        c * n,
                        (c + WIDTH) * n,
                        strip,
                        corner,
                        inverse,
                        PanelKernels.at(n, strip, c),
                        PanelKernels.at(n, strip, c + WIDTH));
            }
            if (c < n) {
                strip1(u, left, a, c * n, strip, corner, inverse, PanelKernels.at(n, strip, c));
            }
        }
        return true;
    }

    /** The right half of the panel that holds an 8 x 8 block in its left half. */
    private static void eliminateBeside(float[] a, float[] u, float[] inverse, int corner, int strip) {
        for (int r = 0; r < STRIP; r++) {
            int row = corner + r * WIDTH + STRIP;
            FloatVector sum = FloatVector.fromArray(HALF, a, row);
            for (int k = 0; k < r; k++) {
                sum = FloatVector.fromArray(HALF, a, corner + k * WIDTH + STRIP)
                        .fma(FloatVector.broadcast(HALF, -u[corner + k * WIDTH + r]), sum);
            }
            sum.intoArray(a, row);
            sum.mul(inverse[strip + r]).intoArray(u, row);
        }
    }

    @Override
    public void solve(float[] u, float[] inverse, int n, float[] b) {
        for (int p = 0; p < n; p += WIDTH) {
            PivotBlock.solveForward(u, n, p, b);
            for (int c = p + WIDTH; c < n; c += WIDTH) {
                FloatVector sum = FloatVector.fromArray(S, b, c);
                int at = PanelKernels.at(n, p, c);
                for (int k = 0; k < WIDTH; k++) {
                    sum = FloatVector.fromArray(S, u, at + k * WIDTH).fma(FloatVector.broadcast(S, -b[p + k]), sum);
                }
                sum.intoArray(b, c);
            }
        }
        for (int i = 0; i < n; i += WIDTH) {
            FloatVector.fromArray(S, b, i)
                    .mul(FloatVector.fromArray(S, inverse, i))
                    .intoArray(b, i);
        }
        for (int p = n - WIDTH; p >= 0; p -= WIDTH) {
            for (int r = p; r < p + WIDTH && p + WIDTH < n; r++) {
                FloatVector sum = FloatVector.zero(S);
                for (int c = p + WIDTH; c < n; c += WIDTH) {
                    sum = FloatVector.fromArray(S, u, PanelKernels.at(n, r, c))
                            .fma(FloatVector.fromArray(S, b, c), sum);
                }
                b[r] -= tree(sum);
            }
            PivotBlock.solveBackward(u, n, p, b);
        }
    }

    private static float tree(FloatVector lanes) {
        FloatVector eight =
                ((FloatVector) lanes.reinterpretShape(HALF, 0)).add((FloatVector) lanes.reinterpretShape(HALF, 1));
        FloatVector four = eight.add(eight.rearrange(SWAP_4));
        FloatVector two = four.add(four.rearrange(SWAP_2));
        return two.add(two.rearrange(SWAP_1)).lane(0);
    }

    /** One tile of {@link #addGram}: 2 panels wide. */
    private static void gram2(
            float[] left,
            int l,
            float[] right,
            int r0,
            int r1,
            int rows,
            float scale,
            float[] source,
            float[] target,
            int t0,
            int t1) {
        FloatVector a0 = FloatVector.zero(S);
        FloatVector a1 = FloatVector.zero(S);
        FloatVector a2 = FloatVector.zero(S);
        FloatVector a3 = FloatVector.zero(S);
        FloatVector a4 = FloatVector.zero(S);
        FloatVector a5 = FloatVector.zero(S);
        FloatVector a6 = FloatVector.zero(S);
        FloatVector a7 = FloatVector.zero(S);
        FloatVector b0 = FloatVector.zero(S);
        FloatVector b1 = FloatVector.zero(S);
        FloatVector b2 = FloatVector.zero(S);
        FloatVector b3 = FloatVector.zero(S);
        FloatVector b4 = FloatVector.zero(S);
        FloatVector b5 = FloatVector.zero(S);
        FloatVector b6 = FloatVector.zero(S);
        FloatVector b7 = FloatVector.zero(S);
        for (int k = 0; k < rows; k++) {
            int at = k * WIDTH;
            FloatVector v0 = FloatVector.fromArray(S, right, r0 + at);
            FloatVector v1 = FloatVector.fromArray(S, right, r1 + at);
            int from = l + at;
            FloatVector x0 = FloatVector.broadcast(S, left[from + 0]);
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
            FloatVector x4 = FloatVector.broadcast(S, left[from + 4]);
            a4 = v0.fma(x4, a4);
            b4 = v1.fma(x4, b4);
            FloatVector x5 = FloatVector.broadcast(S, left[from + 5]);
            a5 = v0.fma(x5, a5);
            b5 = v1.fma(x5, b5);
            FloatVector x6 = FloatVector.broadcast(S, left[from + 6]);
            a6 = v0.fma(x6, a6);
            b6 = v1.fma(x6, b6);
            FloatVector x7 = FloatVector.broadcast(S, left[from + 7]);
            a7 = v0.fma(x7, a7);
            b7 = v1.fma(x7, b7);
        }
        FloatVector by = FloatVector.broadcast(S, scale);
        store(a0, by, source, target, t0 + 0 * WIDTH);
        store(a1, by, source, target, t0 + 1 * WIDTH);
        store(a2, by, source, target, t0 + 2 * WIDTH);
        store(a3, by, source, target, t0 + 3 * WIDTH);
        store(a4, by, source, target, t0 + 4 * WIDTH);
        store(a5, by, source, target, t0 + 5 * WIDTH);
        store(a6, by, source, target, t0 + 6 * WIDTH);
        store(a7, by, source, target, t0 + 7 * WIDTH);
        store(b0, by, source, target, t1 + 0 * WIDTH);
        store(b1, by, source, target, t1 + 1 * WIDTH);
        store(b2, by, source, target, t1 + 2 * WIDTH);
        store(b3, by, source, target, t1 + 3 * WIDTH);
        store(b4, by, source, target, t1 + 4 * WIDTH);
        store(b5, by, source, target, t1 + 5 * WIDTH);
        store(b6, by, source, target, t1 + 6 * WIDTH);
        store(b7, by, source, target, t1 + 7 * WIDTH);
    }

    /** One tile of a strip of {@link #factorise}: subtract what lies above, eliminate within the strip, scale. */
    private static void strip2(
            float[] left, int l, float[] right, int r0, int r1, int rows, int corner, float[] inverse, int t0, int t1) {
        FloatVector a0 = FloatVector.zero(S);
        FloatVector a1 = FloatVector.zero(S);
        FloatVector a2 = FloatVector.zero(S);
        FloatVector a3 = FloatVector.zero(S);
        FloatVector a4 = FloatVector.zero(S);
        FloatVector a5 = FloatVector.zero(S);
        FloatVector a6 = FloatVector.zero(S);
        FloatVector a7 = FloatVector.zero(S);
        FloatVector b0 = FloatVector.zero(S);
        FloatVector b1 = FloatVector.zero(S);
        FloatVector b2 = FloatVector.zero(S);
        FloatVector b3 = FloatVector.zero(S);
        FloatVector b4 = FloatVector.zero(S);
        FloatVector b5 = FloatVector.zero(S);
        FloatVector b6 = FloatVector.zero(S);
        FloatVector b7 = FloatVector.zero(S);
        for (int k = 0; k < rows; k++) {
            int at = k * WIDTH;
            FloatVector v0 = FloatVector.fromArray(S, right, r0 + at);
            FloatVector v1 = FloatVector.fromArray(S, right, r1 + at);
            int from = l + at;
            FloatVector x0 = FloatVector.broadcast(S, left[from + 0]);
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
            FloatVector x4 = FloatVector.broadcast(S, left[from + 4]);
            a4 = v0.fma(x4, a4);
            b4 = v1.fma(x4, b4);
            FloatVector x5 = FloatVector.broadcast(S, left[from + 5]);
            a5 = v0.fma(x5, a5);
            b5 = v1.fma(x5, b5);
            FloatVector x6 = FloatVector.broadcast(S, left[from + 6]);
            a6 = v0.fma(x6, a6);
            b6 = v1.fma(x6, b6);
            FloatVector x7 = FloatVector.broadcast(S, left[from + 7]);
            a7 = v0.fma(x7, a7);
            b7 = v1.fma(x7, b7);
        }
        a0 = FloatVector.fromArray(S, right, t0 + 0 * WIDTH).sub(a0);
        a1 = FloatVector.fromArray(S, right, t0 + 1 * WIDTH).sub(a1);
        a2 = FloatVector.fromArray(S, right, t0 + 2 * WIDTH).sub(a2);
        a3 = FloatVector.fromArray(S, right, t0 + 3 * WIDTH).sub(a3);
        a4 = FloatVector.fromArray(S, right, t0 + 4 * WIDTH).sub(a4);
        a5 = FloatVector.fromArray(S, right, t0 + 5 * WIDTH).sub(a5);
        a6 = FloatVector.fromArray(S, right, t0 + 6 * WIDTH).sub(a6);
        a7 = FloatVector.fromArray(S, right, t0 + 7 * WIDTH).sub(a7);
        b0 = FloatVector.fromArray(S, right, t1 + 0 * WIDTH).sub(b0);
        b1 = FloatVector.fromArray(S, right, t1 + 1 * WIDTH).sub(b1);
        b2 = FloatVector.fromArray(S, right, t1 + 2 * WIDTH).sub(b2);
        b3 = FloatVector.fromArray(S, right, t1 + 3 * WIDTH).sub(b3);
        b4 = FloatVector.fromArray(S, right, t1 + 4 * WIDTH).sub(b4);
        b5 = FloatVector.fromArray(S, right, t1 + 5 * WIDTH).sub(b5);
        b6 = FloatVector.fromArray(S, right, t1 + 6 * WIDTH).sub(b6);
        b7 = FloatVector.fromArray(S, right, t1 + 7 * WIDTH).sub(b7);
        FloatVector f10 = FloatVector.broadcast(S, -left[corner + 0 * WIDTH + 1]);
        a1 = a0.fma(f10, a1);
        b1 = b0.fma(f10, b1);
        FloatVector f20 = FloatVector.broadcast(S, -left[corner + 0 * WIDTH + 2]);
        a2 = a0.fma(f20, a2);
        b2 = b0.fma(f20, b2);
        FloatVector f21 = FloatVector.broadcast(S, -left[corner + 1 * WIDTH + 2]);
        a2 = a1.fma(f21, a2);
        b2 = b1.fma(f21, b2);
        FloatVector f30 = FloatVector.broadcast(S, -left[corner + 0 * WIDTH + 3]);
        a3 = a0.fma(f30, a3);
        b3 = b0.fma(f30, b3);
        FloatVector f31 = FloatVector.broadcast(S, -left[corner + 1 * WIDTH + 3]);
        a3 = a1.fma(f31, a3);
        b3 = b1.fma(f31, b3);
        FloatVector f32 = FloatVector.broadcast(S, -left[corner + 2 * WIDTH + 3]);
        a3 = a2.fma(f32, a3);
        b3 = b2.fma(f32, b3);
        FloatVector f40 = FloatVector.broadcast(S, -left[corner + 0 * WIDTH + 4]);
        a4 = a0.fma(f40, a4);
        b4 = b0.fma(f40, b4);
        FloatVector f41 = FloatVector.broadcast(S, -left[corner + 1 * WIDTH + 4]);
        a4 = a1.fma(f41, a4);
        b4 = b1.fma(f41, b4);
        FloatVector f42 = FloatVector.broadcast(S, -left[corner + 2 * WIDTH + 4]);
        a4 = a2.fma(f42, a4);
        b4 = b2.fma(f42, b4);
        FloatVector f43 = FloatVector.broadcast(S, -left[corner + 3 * WIDTH + 4]);
        a4 = a3.fma(f43, a4);
        b4 = b3.fma(f43, b4);
        FloatVector f50 = FloatVector.broadcast(S, -left[corner + 0 * WIDTH + 5]);
        a5 = a0.fma(f50, a5);
        b5 = b0.fma(f50, b5);
        FloatVector f51 = FloatVector.broadcast(S, -left[corner + 1 * WIDTH + 5]);
        a5 = a1.fma(f51, a5);
        b5 = b1.fma(f51, b5);
        FloatVector f52 = FloatVector.broadcast(S, -left[corner + 2 * WIDTH + 5]);
        a5 = a2.fma(f52, a5);
        b5 = b2.fma(f52, b5);
        FloatVector f53 = FloatVector.broadcast(S, -left[corner + 3 * WIDTH + 5]);
        a5 = a3.fma(f53, a5);
        b5 = b3.fma(f53, b5);
        FloatVector f54 = FloatVector.broadcast(S, -left[corner + 4 * WIDTH + 5]);
        a5 = a4.fma(f54, a5);
        b5 = b4.fma(f54, b5);
        FloatVector f60 = FloatVector.broadcast(S, -left[corner + 0 * WIDTH + 6]);
        a6 = a0.fma(f60, a6);
        b6 = b0.fma(f60, b6);
        FloatVector f61 = FloatVector.broadcast(S, -left[corner + 1 * WIDTH + 6]);
        a6 = a1.fma(f61, a6);
        b6 = b1.fma(f61, b6);
        FloatVector f62 = FloatVector.broadcast(S, -left[corner + 2 * WIDTH + 6]);
        a6 = a2.fma(f62, a6);
        b6 = b2.fma(f62, b6);
        FloatVector f63 = FloatVector.broadcast(S, -left[corner + 3 * WIDTH + 6]);
        a6 = a3.fma(f63, a6);
        b6 = b3.fma(f63, b6);
        FloatVector f64 = FloatVector.broadcast(S, -left[corner + 4 * WIDTH + 6]);
        a6 = a4.fma(f64, a6);
        b6 = b4.fma(f64, b6);
        FloatVector f65 = FloatVector.broadcast(S, -left[corner + 5 * WIDTH + 6]);
        a6 = a5.fma(f65, a6);
        b6 = b5.fma(f65, b6);
        FloatVector f70 = FloatVector.broadcast(S, -left[corner + 0 * WIDTH + 7]);
        a7 = a0.fma(f70, a7);
        b7 = b0.fma(f70, b7);
        FloatVector f71 = FloatVector.broadcast(S, -left[corner + 1 * WIDTH + 7]);
        a7 = a1.fma(f71, a7);
        b7 = b1.fma(f71, b7);
        FloatVector f72 = FloatVector.broadcast(S, -left[corner + 2 * WIDTH + 7]);
        a7 = a2.fma(f72, a7);
        b7 = b2.fma(f72, b7);
        FloatVector f73 = FloatVector.broadcast(S, -left[corner + 3 * WIDTH + 7]);
        a7 = a3.fma(f73, a7);
        b7 = b3.fma(f73, b7);
        FloatVector f74 = FloatVector.broadcast(S, -left[corner + 4 * WIDTH + 7]);
        a7 = a4.fma(f74, a7);
        b7 = b4.fma(f74, b7);
        FloatVector f75 = FloatVector.broadcast(S, -left[corner + 5 * WIDTH + 7]);
        a7 = a5.fma(f75, a7);
        b7 = b5.fma(f75, b7);
        FloatVector f76 = FloatVector.broadcast(S, -left[corner + 6 * WIDTH + 7]);
        a7 = a6.fma(f76, a7);
        b7 = b6.fma(f76, b7);
        FloatVector d0 = FloatVector.broadcast(S, inverse[rows + 0]);
        a0.intoArray(right, t0 + 0 * WIDTH);
        a0.mul(d0).intoArray(left, t0 + 0 * WIDTH);
        b0.intoArray(right, t1 + 0 * WIDTH);
        b0.mul(d0).intoArray(left, t1 + 0 * WIDTH);
        FloatVector d1 = FloatVector.broadcast(S, inverse[rows + 1]);
        a1.intoArray(right, t0 + 1 * WIDTH);
        a1.mul(d1).intoArray(left, t0 + 1 * WIDTH);
        b1.intoArray(right, t1 + 1 * WIDTH);
        b1.mul(d1).intoArray(left, t1 + 1 * WIDTH);
        FloatVector d2 = FloatVector.broadcast(S, inverse[rows + 2]);
        a2.intoArray(right, t0 + 2 * WIDTH);
        a2.mul(d2).intoArray(left, t0 + 2 * WIDTH);
        b2.intoArray(right, t1 + 2 * WIDTH);
        b2.mul(d2).intoArray(left, t1 + 2 * WIDTH);
        FloatVector d3 = FloatVector.broadcast(S, inverse[rows + 3]);
        a3.intoArray(right, t0 + 3 * WIDTH);
        a3.mul(d3).intoArray(left, t0 + 3 * WIDTH);
        b3.intoArray(right, t1 + 3 * WIDTH);
        b3.mul(d3).intoArray(left, t1 + 3 * WIDTH);
        FloatVector d4 = FloatVector.broadcast(S, inverse[rows + 4]);
        a4.intoArray(right, t0 + 4 * WIDTH);
        a4.mul(d4).intoArray(left, t0 + 4 * WIDTH);
        b4.intoArray(right, t1 + 4 * WIDTH);
        b4.mul(d4).intoArray(left, t1 + 4 * WIDTH);
        FloatVector d5 = FloatVector.broadcast(S, inverse[rows + 5]);
        a5.intoArray(right, t0 + 5 * WIDTH);
        a5.mul(d5).intoArray(left, t0 + 5 * WIDTH);
        b5.intoArray(right, t1 + 5 * WIDTH);
        b5.mul(d5).intoArray(left, t1 + 5 * WIDTH);
        FloatVector d6 = FloatVector.broadcast(S, inverse[rows + 6]);
        a6.intoArray(right, t0 + 6 * WIDTH);
        a6.mul(d6).intoArray(left, t0 + 6 * WIDTH);
        b6.intoArray(right, t1 + 6 * WIDTH);
        b6.mul(d6).intoArray(left, t1 + 6 * WIDTH);
        FloatVector d7 = FloatVector.broadcast(S, inverse[rows + 7]);
        a7.intoArray(right, t0 + 7 * WIDTH);
        a7.mul(d7).intoArray(left, t0 + 7 * WIDTH);
        b7.intoArray(right, t1 + 7 * WIDTH);
        b7.mul(d7).intoArray(left, t1 + 7 * WIDTH);
    }

    /** One tile of {@link #addGram}: 1 panel wide. */
    private static void gram1(
            float[] left, int l, float[] right, int r0, int rows, float scale, float[] source, float[] target, int t0) {
        FloatVector a0 = FloatVector.zero(S);
        FloatVector a1 = FloatVector.zero(S);
        FloatVector a2 = FloatVector.zero(S);
        FloatVector a3 = FloatVector.zero(S);
        FloatVector a4 = FloatVector.zero(S);
        FloatVector a5 = FloatVector.zero(S);
        FloatVector a6 = FloatVector.zero(S);
        FloatVector a7 = FloatVector.zero(S);
        for (int k = 0; k < rows; k++) {
            int at = k * WIDTH;
            FloatVector v0 = FloatVector.fromArray(S, right, r0 + at);
            int from = l + at;
            FloatVector x0 = FloatVector.broadcast(S, left[from + 0]);
            a0 = v0.fma(x0, a0);
            FloatVector x1 = FloatVector.broadcast(S, left[from + 1]);
            a1 = v0.fma(x1, a1);
            FloatVector x2 = FloatVector.broadcast(S, left[from + 2]);
            a2 = v0.fma(x2, a2);
            FloatVector x3 = FloatVector.broadcast(S, left[from + 3]);
            a3 = v0.fma(x3, a3);
            FloatVector x4 = FloatVector.broadcast(S, left[from + 4]);
            a4 = v0.fma(x4, a4);
            FloatVector x5 = FloatVector.broadcast(S, left[from + 5]);
            a5 = v0.fma(x5, a5);
            FloatVector x6 = FloatVector.broadcast(S, left[from + 6]);
            a6 = v0.fma(x6, a6);
            FloatVector x7 = FloatVector.broadcast(S, left[from + 7]);
            a7 = v0.fma(x7, a7);
        }
        FloatVector by = FloatVector.broadcast(S, scale);
        store(a0, by, source, target, t0 + 0 * WIDTH);
        store(a1, by, source, target, t0 + 1 * WIDTH);
        store(a2, by, source, target, t0 + 2 * WIDTH);
        store(a3, by, source, target, t0 + 3 * WIDTH);
        store(a4, by, source, target, t0 + 4 * WIDTH);
        store(a5, by, source, target, t0 + 5 * WIDTH);
        store(a6, by, source, target, t0 + 6 * WIDTH);
        store(a7, by, source, target, t0 + 7 * WIDTH);
    }

    /** One tile of a strip of {@link #factorise}: subtract what lies above, eliminate within the strip, scale. */
    private static void strip1(
            float[] left, int l, float[] right, int r0, int rows, int corner, float[] inverse, int t0) {
        FloatVector a0 = FloatVector.zero(S);
        FloatVector a1 = FloatVector.zero(S);
        FloatVector a2 = FloatVector.zero(S);
        FloatVector a3 = FloatVector.zero(S);
        FloatVector a4 = FloatVector.zero(S);
        FloatVector a5 = FloatVector.zero(S);
        FloatVector a6 = FloatVector.zero(S);
        FloatVector a7 = FloatVector.zero(S);
        for (int k = 0; k < rows; k++) {
            int at = k * WIDTH;
            FloatVector v0 = FloatVector.fromArray(S, right, r0 + at);
            int from = l + at;
            FloatVector x0 = FloatVector.broadcast(S, left[from + 0]);
            a0 = v0.fma(x0, a0);
            FloatVector x1 = FloatVector.broadcast(S, left[from + 1]);
            a1 = v0.fma(x1, a1);
            FloatVector x2 = FloatVector.broadcast(S, left[from + 2]);
            a2 = v0.fma(x2, a2);
            FloatVector x3 = FloatVector.broadcast(S, left[from + 3]);
            a3 = v0.fma(x3, a3);
            FloatVector x4 = FloatVector.broadcast(S, left[from + 4]);
            a4 = v0.fma(x4, a4);
            FloatVector x5 = FloatVector.broadcast(S, left[from + 5]);
            a5 = v0.fma(x5, a5);
            FloatVector x6 = FloatVector.broadcast(S, left[from + 6]);
            a6 = v0.fma(x6, a6);
            FloatVector x7 = FloatVector.broadcast(S, left[from + 7]);
            a7 = v0.fma(x7, a7);
        }
        a0 = FloatVector.fromArray(S, right, t0 + 0 * WIDTH).sub(a0);
        a1 = FloatVector.fromArray(S, right, t0 + 1 * WIDTH).sub(a1);
        a2 = FloatVector.fromArray(S, right, t0 + 2 * WIDTH).sub(a2);
        a3 = FloatVector.fromArray(S, right, t0 + 3 * WIDTH).sub(a3);
        a4 = FloatVector.fromArray(S, right, t0 + 4 * WIDTH).sub(a4);
        a5 = FloatVector.fromArray(S, right, t0 + 5 * WIDTH).sub(a5);
        a6 = FloatVector.fromArray(S, right, t0 + 6 * WIDTH).sub(a6);
        a7 = FloatVector.fromArray(S, right, t0 + 7 * WIDTH).sub(a7);
        FloatVector f10 = FloatVector.broadcast(S, -left[corner + 0 * WIDTH + 1]);
        a1 = a0.fma(f10, a1);
        FloatVector f20 = FloatVector.broadcast(S, -left[corner + 0 * WIDTH + 2]);
        a2 = a0.fma(f20, a2);
        FloatVector f21 = FloatVector.broadcast(S, -left[corner + 1 * WIDTH + 2]);
        a2 = a1.fma(f21, a2);
        FloatVector f30 = FloatVector.broadcast(S, -left[corner + 0 * WIDTH + 3]);
        a3 = a0.fma(f30, a3);
        FloatVector f31 = FloatVector.broadcast(S, -left[corner + 1 * WIDTH + 3]);
        a3 = a1.fma(f31, a3);
        FloatVector f32 = FloatVector.broadcast(S, -left[corner + 2 * WIDTH + 3]);
        a3 = a2.fma(f32, a3);
        FloatVector f40 = FloatVector.broadcast(S, -left[corner + 0 * WIDTH + 4]);
        a4 = a0.fma(f40, a4);
        FloatVector f41 = FloatVector.broadcast(S, -left[corner + 1 * WIDTH + 4]);
        a4 = a1.fma(f41, a4);
        FloatVector f42 = FloatVector.broadcast(S, -left[corner + 2 * WIDTH + 4]);
        a4 = a2.fma(f42, a4);
        FloatVector f43 = FloatVector.broadcast(S, -left[corner + 3 * WIDTH + 4]);
        a4 = a3.fma(f43, a4);
        FloatVector f50 = FloatVector.broadcast(S, -left[corner + 0 * WIDTH + 5]);
        a5 = a0.fma(f50, a5);
        FloatVector f51 = FloatVector.broadcast(S, -left[corner + 1 * WIDTH + 5]);
        a5 = a1.fma(f51, a5);
        FloatVector f52 = FloatVector.broadcast(S, -left[corner + 2 * WIDTH + 5]);
        a5 = a2.fma(f52, a5);
        FloatVector f53 = FloatVector.broadcast(S, -left[corner + 3 * WIDTH + 5]);
        a5 = a3.fma(f53, a5);
        FloatVector f54 = FloatVector.broadcast(S, -left[corner + 4 * WIDTH + 5]);
        a5 = a4.fma(f54, a5);
        FloatVector f60 = FloatVector.broadcast(S, -left[corner + 0 * WIDTH + 6]);
        a6 = a0.fma(f60, a6);
        FloatVector f61 = FloatVector.broadcast(S, -left[corner + 1 * WIDTH + 6]);
        a6 = a1.fma(f61, a6);
        FloatVector f62 = FloatVector.broadcast(S, -left[corner + 2 * WIDTH + 6]);
        a6 = a2.fma(f62, a6);
        FloatVector f63 = FloatVector.broadcast(S, -left[corner + 3 * WIDTH + 6]);
        a6 = a3.fma(f63, a6);
        FloatVector f64 = FloatVector.broadcast(S, -left[corner + 4 * WIDTH + 6]);
        a6 = a4.fma(f64, a6);
        FloatVector f65 = FloatVector.broadcast(S, -left[corner + 5 * WIDTH + 6]);
        a6 = a5.fma(f65, a6);
        FloatVector f70 = FloatVector.broadcast(S, -left[corner + 0 * WIDTH + 7]);
        a7 = a0.fma(f70, a7);
        FloatVector f71 = FloatVector.broadcast(S, -left[corner + 1 * WIDTH + 7]);
        a7 = a1.fma(f71, a7);
        FloatVector f72 = FloatVector.broadcast(S, -left[corner + 2 * WIDTH + 7]);
        a7 = a2.fma(f72, a7);
        FloatVector f73 = FloatVector.broadcast(S, -left[corner + 3 * WIDTH + 7]);
        a7 = a3.fma(f73, a7);
        FloatVector f74 = FloatVector.broadcast(S, -left[corner + 4 * WIDTH + 7]);
        a7 = a4.fma(f74, a7);
        FloatVector f75 = FloatVector.broadcast(S, -left[corner + 5 * WIDTH + 7]);
        a7 = a5.fma(f75, a7);
        FloatVector f76 = FloatVector.broadcast(S, -left[corner + 6 * WIDTH + 7]);
        a7 = a6.fma(f76, a7);
        FloatVector d0 = FloatVector.broadcast(S, inverse[rows + 0]);
        a0.intoArray(right, t0 + 0 * WIDTH);
        a0.mul(d0).intoArray(left, t0 + 0 * WIDTH);
        FloatVector d1 = FloatVector.broadcast(S, inverse[rows + 1]);
        a1.intoArray(right, t0 + 1 * WIDTH);
        a1.mul(d1).intoArray(left, t0 + 1 * WIDTH);
        FloatVector d2 = FloatVector.broadcast(S, inverse[rows + 2]);
        a2.intoArray(right, t0 + 2 * WIDTH);
        a2.mul(d2).intoArray(left, t0 + 2 * WIDTH);
        FloatVector d3 = FloatVector.broadcast(S, inverse[rows + 3]);
        a3.intoArray(right, t0 + 3 * WIDTH);
        a3.mul(d3).intoArray(left, t0 + 3 * WIDTH);
        FloatVector d4 = FloatVector.broadcast(S, inverse[rows + 4]);
        a4.intoArray(right, t0 + 4 * WIDTH);
        a4.mul(d4).intoArray(left, t0 + 4 * WIDTH);
        FloatVector d5 = FloatVector.broadcast(S, inverse[rows + 5]);
        a5.intoArray(right, t0 + 5 * WIDTH);
        a5.mul(d5).intoArray(left, t0 + 5 * WIDTH);
        FloatVector d6 = FloatVector.broadcast(S, inverse[rows + 6]);
        a6.intoArray(right, t0 + 6 * WIDTH);
        a6.mul(d6).intoArray(left, t0 + 6 * WIDTH);
        FloatVector d7 = FloatVector.broadcast(S, inverse[rows + 7]);
        a7.intoArray(right, t0 + 7 * WIDTH);
        a7.mul(d7).intoArray(left, t0 + 7 * WIDTH);
    }

    private static void store(FloatVector sum, FloatVector by, float[] source, float[] target, int at) {
        sum.fma(by, FloatVector.fromArray(S, source, at)).intoArray(target, at);
    }
}
