package io.kindred.models.cf.panel;

import static io.kindred.models.cf.panel.PanelKernels.at;

/** The definition of {@link PanelKernels} in plain Java, for JVMs without wide vectors. */
final class ScalarPanelKernels implements PanelKernels {
    @Override
    public void pack(float[] source, int offset, int n, float scale, float[] block, int stride, int row) {
        for (int c = 0; c < n; c++) {
            block[at(stride, row, c)] = scale * source[offset + c];
        }
    }

    @Override
    public void axpy(float factor, float[] source, int offset, int n, float[] target) {
        for (int c = 0; c < n; c++) {
            target[c] = Math.fma(source[offset + c], factor, target[c]);
        }
    }

    @Override
    public void combine(float[] rows, int offset, int n, int count, float[] factors, float[] target) {
        for (int k = 0; k < count; k++) {
            axpy(factors[k], rows, offset + k * n, n, target);
        }
    }

    @Override
    public void multiply(float[] left, float[] right, int rows, int n, float[] target) {
        for (int r = 0; r < WIDTH; r++) {
            for (int c = 0; c < n; c++) {
                int from = at(rows, 0, c);
                float sum = 0f;
                for (int k = 0; k < rows; k++) {
                    sum = Math.fma(right[from + k * WIDTH], left[r + k * WIDTH], sum);
                }
                target[at(WIDTH, r, c)] = sum;
            }
        }
    }

    @Override
    public void addRows(float[] block, int rows, int stride, int n, float[] weights, float[] target) {
        for (int c = 0; c < n; c++) {
            int from = at(stride, 0, c);
            float sum = target[c];
            for (int k = 0; k < rows; k++) {
                sum = Math.fma(block[from + k * WIDTH], weights[k], sum);
            }
            target[c] = sum;
        }
    }

    @Override
    public void addGram(
            float[] left, float[] right, int rows, int stride, int n, float scale, float[] source, float[] target) {
        for (int r = 0; r < n; r++) {
            for (int c = r & -WIDTH; c < n; c++) {
                int l = at(stride, 0, r);
                int s = at(stride, 0, c);
                float sum = 0f;
                for (int k = 0; k < rows; k++) {
                    sum = Math.fma(right[s + k * WIDTH], left[l + k * WIDTH], sum);
                }
                int at = at(n, r, c);
                target[at] = Math.fma(sum, scale, source[at]);
            }
        }
    }

    @Override
    public boolean factorise(float[] a, float[] u, float[] inverse, int n) {
        float[] diagonal = new float[STRIP];
        for (int strip = 0; strip < n; strip += STRIP) {
            for (int i = 0; i < STRIP; i++) {
                diagonal[i] = a[at(n, strip + i, strip + i)];
            }
            int from = strip & -WIDTH;
            for (int r = strip; r < strip + STRIP; r++) {
                for (int c = from; c < n; c++) {
                    subtractEarlier(a, u, n, r, c, strip);
                }
            }
            if (!PivotBlock.factorise(a, u, inverse, n, strip, diagonal)) {
                return false;
            }
            for (int r = strip; r < strip + STRIP; r++) {
                for (int c = strip + STRIP; c < n; c++) {
                    int at = at(n, r, c);
                    float sum = a[at];
                    for (int k = strip; k < r; k++) {
                        sum = Math.fma(-u[at(n, k, r)], a[at(n, k, c)], sum);
                    }
                    a[at] = sum;
                    u[at] = sum * inverse[r];
                }
            }
        }
        return true;
    }

    private static void subtractEarlier(float[] a, float[] u, int n, int r, int c, int strip) {
        float sum = 0f;
        for (int k = 0; k < strip; k++) {
            sum = Math.fma(a[at(n, k, c)], u[at(n, k, r)], sum);
        }
        a[at(n, r, c)] -= sum;
    }

    @Override
    public void solve(float[] u, float[] inverse, int n, float[] b) {
        for (int p = 0; p < n; p += WIDTH) {
            PivotBlock.solveForward(u, n, p, b);
            for (int k = p; k < p + WIDTH; k++) {
                for (int c = p + WIDTH; c < n; c++) {
                    b[c] = Math.fma(-b[k], u[at(n, k, c)], b[c]);
                }
            }
        }
        for (int i = 0; i < n; i++) {
            b[i] *= inverse[i];
        }
        float[] lanes = new float[WIDTH];
        for (int p = n - WIDTH; p >= 0; p -= WIDTH) {
            for (int r = p; r < p + WIDTH; r++) {
                java.util.Arrays.fill(lanes, 0f);
                for (int c = p + WIDTH; c < n; c++) {
                    int l = c & (WIDTH - 1);
                    lanes[l] = Math.fma(u[at(n, r, c)], b[c], lanes[l]);
                }
                b[r] -= tree(lanes);
            }
            PivotBlock.solveBackward(u, n, p, b);
        }
    }

    /** Adds 16 lanes as a tree: 16 to 8 to 4 to 2 to 1. Overwrites them. */
    private static float tree(float[] lanes) {
        for (int half = WIDTH / 2; half > 0; half >>= 1) {
            for (int l = 0; l < half; l++) {
                lanes[l] += lanes[l + half];
            }
        }
        return lanes[0];
    }
}
