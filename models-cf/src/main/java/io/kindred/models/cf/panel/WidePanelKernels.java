package io.kindred.models.cf.panel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles on 512-bit vectors: 8 rows by 1 panel. Eight sums hide the latency of the multiply-adds; measured, wider tiles gain
 * little on long histories, lose on short ones, and take much longer to compile.
 */
final class WidePanelKernels extends TiledPanelKernels {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_512;

    @Override
    public void pack(float[] source, int offset, int n, float scale, float[] block, int stride, int row) {
        for (int c = 0; c < n; c += WIDTH) {
            int at = c * stride + row * WIDTH;
            FloatVector.fromArray(S, source, offset + c).mul(scale).intoArray(block, at);
        }
    }

    @Override
    public void axpy(float factor, float[] source, int offset, int n, float[] target) {
        FloatVector by = FloatVector.broadcast(S, factor);
        for (int c = 0; c < n; c += WIDTH) {
            FloatVector.fromArray(S, source, offset + c)
                    .fma(by, FloatVector.fromArray(S, target, c))
                    .intoArray(target, c);
        }
    }

    /** Four panels at a time, whose sums hide the latency of the multiply-adds. */
    @Override
    public void combine(float[] rows, int offset, int n, int count, float[] factors, float[] target) {
        int c = 0;
        for (; c + 4 * WIDTH <= n; c += 4 * WIDTH) {
            FloatVector s0 = FloatVector.fromArray(S, target, c);
            FloatVector s1 = FloatVector.fromArray(S, target, c + WIDTH);
            FloatVector s2 = FloatVector.fromArray(S, target, c + 2 * WIDTH);
            FloatVector s3 = FloatVector.fromArray(S, target, c + 3 * WIDTH);
            for (int k = 0; k < count; k++) {
                int at = offset + k * n + c;
                FloatVector factor = FloatVector.broadcast(S, factors[k]);
                s0 = FloatVector.fromArray(S, rows, at).fma(factor, s0);
                s1 = FloatVector.fromArray(S, rows, at + WIDTH).fma(factor, s1);
                s2 = FloatVector.fromArray(S, rows, at + 2 * WIDTH).fma(factor, s2);
                s3 = FloatVector.fromArray(S, rows, at + 3 * WIDTH).fma(factor, s3);
            }
            s0.intoArray(target, c);
            s1.intoArray(target, c + WIDTH);
            s2.intoArray(target, c + 2 * WIDTH);
            s3.intoArray(target, c + 3 * WIDTH);
        }
        for (; c < n; c += WIDTH) {
            FloatVector sum = FloatVector.fromArray(S, target, c);
            for (int k = 0; k < count; k++) {
                sum = FloatVector.fromArray(S, rows, offset + k * n + c).fma(FloatVector.broadcast(S, factors[k]), sum);
            }
            sum.intoArray(target, c);
        }
    }

    @Override
    public void addRows(float[] block, int rows, int stride, int n, float[] weights, float[] target) {
        for (int c = 0; c < n; c += WIDTH) {
            FloatVector s0 = FloatVector.fromArray(S, target, c);
            int from = c * stride;
            for (int k = 0; k < rows; k++) {
                int at = from + k * WIDTH;
                FloatVector weight = FloatVector.broadcast(S, weights[k]);
                s0 = FloatVector.fromArray(S, block, at).fma(weight, s0);
            }
            s0.intoArray(target, c);
        }
    }

    @Override
    void subtractBlock(float[] u, int n, int p, int c, float[] b) {
        int from = PanelKernels.at(n, p, c);
        FloatVector s0 = FloatVector.fromArray(S, b, c);
        for (int k = 0; k < WIDTH; k++) {
            int at = from + k * WIDTH;
            FloatVector factor = FloatVector.broadcast(S, -b[p + k]);
            s0 = FloatVector.fromArray(S, u, at).fma(factor, s0);
        }
        s0.intoArray(b, c);
    }

    @Override
    float dotRight(float[] u, int n, int r, int from, float[] b) {
        FloatVector s0 = FloatVector.zero(S);
        for (int c = from; c < n; c += WIDTH) {
            int at = PanelKernels.at(n, r, c);
            s0 = FloatVector.fromArray(S, u, at).fma(FloatVector.fromArray(S, b, c), s0);
        }
        return tree(((FloatVector) s0.reinterpretShape(EIGHT, 0)).add((FloatVector) s0.reinterpretShape(EIGHT, 1)));
    }

    @Override
    void gramTile(
            float[] left, int l, float[] right, int r, int rows, float scale, float[] source, float[] target, int at) {
        FloatVector a0 = FloatVector.zero(S);
        FloatVector a1 = FloatVector.zero(S);
        FloatVector a2 = FloatVector.zero(S);
        FloatVector a3 = FloatVector.zero(S);
        FloatVector a4 = FloatVector.zero(S);
        FloatVector a5 = FloatVector.zero(S);
        FloatVector a6 = FloatVector.zero(S);
        FloatVector a7 = FloatVector.zero(S);
        for (int k = 0; k < rows; k++) {
            int row = k * WIDTH;
            FloatVector v0 = FloatVector.fromArray(S, right, r + row);
            int from = l + row;
            FloatVector x0 = FloatVector.broadcast(S, left[from]);
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
        store(a0, by, source, target, at);
        store(a1, by, source, target, at + WIDTH);
        store(a2, by, source, target, at + 2 * WIDTH);
        store(a3, by, source, target, at + 3 * WIDTH);
        store(a4, by, source, target, at + 4 * WIDTH);
        store(a5, by, source, target, at + 5 * WIDTH);
        store(a6, by, source, target, at + 6 * WIDTH);
        store(a7, by, source, target, at + 7 * WIDTH);
    }

    @Override
    void stripTile(float[] a, float[] u, float[] inverse, int n, int strip, int corner, int at) {
        int l = PanelKernels.at(n, 0, strip);
        int r = at - strip * WIDTH;
        FloatVector a0 = FloatVector.zero(S);
        FloatVector a1 = FloatVector.zero(S);
        FloatVector a2 = FloatVector.zero(S);
        FloatVector a3 = FloatVector.zero(S);
        FloatVector a4 = FloatVector.zero(S);
        FloatVector a5 = FloatVector.zero(S);
        FloatVector a6 = FloatVector.zero(S);
        FloatVector a7 = FloatVector.zero(S);
        for (int k = 0; k < strip; k++) {
            int row = k * WIDTH;
            FloatVector v0 = FloatVector.fromArray(S, a, r + row);
            int from = l + row;
            FloatVector x0 = FloatVector.broadcast(S, u[from]);
            a0 = v0.fma(x0, a0);
            FloatVector x1 = FloatVector.broadcast(S, u[from + 1]);
            a1 = v0.fma(x1, a1);
            FloatVector x2 = FloatVector.broadcast(S, u[from + 2]);
            a2 = v0.fma(x2, a2);
            FloatVector x3 = FloatVector.broadcast(S, u[from + 3]);
            a3 = v0.fma(x3, a3);
            FloatVector x4 = FloatVector.broadcast(S, u[from + 4]);
            a4 = v0.fma(x4, a4);
            FloatVector x5 = FloatVector.broadcast(S, u[from + 5]);
            a5 = v0.fma(x5, a5);
            FloatVector x6 = FloatVector.broadcast(S, u[from + 6]);
            a6 = v0.fma(x6, a6);
            FloatVector x7 = FloatVector.broadcast(S, u[from + 7]);
            a7 = v0.fma(x7, a7);
        }
        a0 = FloatVector.fromArray(S, a, at).sub(a0);
        a1 = FloatVector.fromArray(S, a, at + WIDTH).sub(a1);
        a2 = FloatVector.fromArray(S, a, at + 2 * WIDTH).sub(a2);
        a3 = FloatVector.fromArray(S, a, at + 3 * WIDTH).sub(a3);
        a4 = FloatVector.fromArray(S, a, at + 4 * WIDTH).sub(a4);
        a5 = FloatVector.fromArray(S, a, at + 5 * WIDTH).sub(a5);
        a6 = FloatVector.fromArray(S, a, at + 6 * WIDTH).sub(a6);
        a7 = FloatVector.fromArray(S, a, at + 7 * WIDTH).sub(a7);
        FloatVector f10 = FloatVector.broadcast(S, -u[corner + 1]);
        a1 = a0.fma(f10, a1);
        FloatVector f20 = FloatVector.broadcast(S, -u[corner + 2]);
        a2 = a0.fma(f20, a2);
        FloatVector f21 = FloatVector.broadcast(S, -u[corner + WIDTH + 2]);
        a2 = a1.fma(f21, a2);
        FloatVector f30 = FloatVector.broadcast(S, -u[corner + 3]);
        a3 = a0.fma(f30, a3);
        FloatVector f31 = FloatVector.broadcast(S, -u[corner + WIDTH + 3]);
        a3 = a1.fma(f31, a3);
        FloatVector f32 = FloatVector.broadcast(S, -u[corner + 2 * WIDTH + 3]);
        a3 = a2.fma(f32, a3);
        FloatVector f40 = FloatVector.broadcast(S, -u[corner + 4]);
        a4 = a0.fma(f40, a4);
        FloatVector f41 = FloatVector.broadcast(S, -u[corner + WIDTH + 4]);
        a4 = a1.fma(f41, a4);
        FloatVector f42 = FloatVector.broadcast(S, -u[corner + 2 * WIDTH + 4]);
        a4 = a2.fma(f42, a4);
        FloatVector f43 = FloatVector.broadcast(S, -u[corner + 3 * WIDTH + 4]);
        a4 = a3.fma(f43, a4);
        FloatVector f50 = FloatVector.broadcast(S, -u[corner + 5]);
        a5 = a0.fma(f50, a5);
        FloatVector f51 = FloatVector.broadcast(S, -u[corner + WIDTH + 5]);
        a5 = a1.fma(f51, a5);
        FloatVector f52 = FloatVector.broadcast(S, -u[corner + 2 * WIDTH + 5]);
        a5 = a2.fma(f52, a5);
        FloatVector f53 = FloatVector.broadcast(S, -u[corner + 3 * WIDTH + 5]);
        a5 = a3.fma(f53, a5);
        FloatVector f54 = FloatVector.broadcast(S, -u[corner + 4 * WIDTH + 5]);
        a5 = a4.fma(f54, a5);
        FloatVector f60 = FloatVector.broadcast(S, -u[corner + 6]);
        a6 = a0.fma(f60, a6);
        FloatVector f61 = FloatVector.broadcast(S, -u[corner + WIDTH + 6]);
        a6 = a1.fma(f61, a6);
        FloatVector f62 = FloatVector.broadcast(S, -u[corner + 2 * WIDTH + 6]);
        a6 = a2.fma(f62, a6);
        FloatVector f63 = FloatVector.broadcast(S, -u[corner + 3 * WIDTH + 6]);
        a6 = a3.fma(f63, a6);
        FloatVector f64 = FloatVector.broadcast(S, -u[corner + 4 * WIDTH + 6]);
        a6 = a4.fma(f64, a6);
        FloatVector f65 = FloatVector.broadcast(S, -u[corner + 5 * WIDTH + 6]);
        a6 = a5.fma(f65, a6);
        FloatVector f70 = FloatVector.broadcast(S, -u[corner + 7]);
        a7 = a0.fma(f70, a7);
        FloatVector f71 = FloatVector.broadcast(S, -u[corner + WIDTH + 7]);
        a7 = a1.fma(f71, a7);
        FloatVector f72 = FloatVector.broadcast(S, -u[corner + 2 * WIDTH + 7]);
        a7 = a2.fma(f72, a7);
        FloatVector f73 = FloatVector.broadcast(S, -u[corner + 3 * WIDTH + 7]);
        a7 = a3.fma(f73, a7);
        FloatVector f74 = FloatVector.broadcast(S, -u[corner + 4 * WIDTH + 7]);
        a7 = a4.fma(f74, a7);
        FloatVector f75 = FloatVector.broadcast(S, -u[corner + 5 * WIDTH + 7]);
        a7 = a5.fma(f75, a7);
        FloatVector f76 = FloatVector.broadcast(S, -u[corner + 6 * WIDTH + 7]);
        a7 = a6.fma(f76, a7);
        FloatVector d0 = FloatVector.broadcast(S, inverse[strip]);
        a0.intoArray(a, at);
        a0.mul(d0).intoArray(u, at);
        FloatVector d1 = FloatVector.broadcast(S, inverse[strip + 1]);
        a1.intoArray(a, at + WIDTH);
        a1.mul(d1).intoArray(u, at + WIDTH);
        FloatVector d2 = FloatVector.broadcast(S, inverse[strip + 2]);
        a2.intoArray(a, at + 2 * WIDTH);
        a2.mul(d2).intoArray(u, at + 2 * WIDTH);
        FloatVector d3 = FloatVector.broadcast(S, inverse[strip + 3]);
        a3.intoArray(a, at + 3 * WIDTH);
        a3.mul(d3).intoArray(u, at + 3 * WIDTH);
        FloatVector d4 = FloatVector.broadcast(S, inverse[strip + 4]);
        a4.intoArray(a, at + 4 * WIDTH);
        a4.mul(d4).intoArray(u, at + 4 * WIDTH);
        FloatVector d5 = FloatVector.broadcast(S, inverse[strip + 5]);
        a5.intoArray(a, at + 5 * WIDTH);
        a5.mul(d5).intoArray(u, at + 5 * WIDTH);
        FloatVector d6 = FloatVector.broadcast(S, inverse[strip + 6]);
        a6.intoArray(a, at + 6 * WIDTH);
        a6.mul(d6).intoArray(u, at + 6 * WIDTH);
        FloatVector d7 = FloatVector.broadcast(S, inverse[strip + 7]);
        a7.intoArray(a, at + 7 * WIDTH);
        a7.mul(d7).intoArray(u, at + 7 * WIDTH);
    }

    private static void store(FloatVector sum, FloatVector by, float[] source, float[] target, int at) {
        sum.fma(by, FloatVector.fromArray(S, source, at)).intoArray(target, at);
    }
}
