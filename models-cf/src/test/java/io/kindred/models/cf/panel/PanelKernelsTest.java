package io.kindred.models.cf.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PanelKernelsTest {
    private static final int ROWS = 37;
    private static final int STRIDE = 40;

    private final PanelKernels scalar = new ScalarPanelKernels();

    @ParameterizedTest
    @ValueSource(ints = {16, 32, 48, 64, 112, 128})
    void gramMatrixIsTheSumOfOuterProducts(int n) {
        float[] block = block(n, 1);
        float[] weighted = block(n, 2);
        float[] start = system(n);
        float[] gram = new float[n * n];

        scalar.addGram(weighted, block, ROWS, STRIDE, n, 3f, start, gram);

        for (int r = 0; r < n; r++) {
            for (int c = r; c < n; c++) {
                double expected = start[PanelKernels.at(n, r, c)];
                for (int k = 0; k < ROWS; k++) {
                    expected += 3.0 * weighted[PanelKernels.at(STRIDE, k, r)] * block[PanelKernels.at(STRIDE, k, c)];
                }
                assertThat((double) gram[PanelKernels.at(n, r, c)]).isEqualTo(expected, within(1e-3));
            }
        }
    }

    @Test
    void combinationIsTheSumOfScaledRows() {
        float[] target = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
        float[] rows = new float[3 * 16];
        rows[16 + 2] = 5;
        rows[32 + 2] = 7;

        scalar.combine(rows, 16, 16, 2, new float[] {10, 100}, target);

        // 3 + 10 * 5 + 100 * 7
        assertThat(target[2]).isEqualTo(753f);
        assertThat(target[3]).isEqualTo(4f);
    }

    @Test
    void productIsRowsOfTheLeftTransposedTimesTheRight() {
        float[] left = vector(3 * PanelKernels.WIDTH, 1);
        float[] right = vector(3 * 32, 2);
        float[] product = new float[PanelKernels.WIDTH * 32];

        scalar.multiply(left, right, 3, 32, product);

        double expected = 0;
        for (int k = 0; k < 3; k++) {
            expected += (double) left[k * PanelKernels.WIDTH + 5] * right[PanelKernels.at(3, k, 20)];
        }
        assertThat((double) product[PanelKernels.at(PanelKernels.WIDTH, 5, 20)]).isEqualTo(expected, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 32, 48, 64, 112, 128, 256})
    void solutionSatisfiesTheSystem(int n) {
        float[] a = system(n);
        float[] b = vector(n, 5);
        float[] x = b.clone();
        float[] u = new float[n * n];
        float[] inverse = new float[n];

        boolean definite = scalar.factorise(a.clone(), u, inverse, n);
        scalar.solve(u, inverse, n, x);

        assertThat(definite).isTrue();
        for (int r = 0; r < n; r++) {
            double sum = 0;
            for (int c = 0; c < n; c++) {
                sum += (double) a[PanelKernels.at(n, Math.min(r, c), Math.max(r, c))] * x[c];
            }
            assertThat(sum).isEqualTo(b[r], within(2e-4));
        }
    }

    @Test
    void singularSystemIsReported() {
        int n = 32;
        float[] a = new float[n * n];
        java.util.Arrays.fill(a, 1f);

        assertThat(scalar.factorise(a, new float[n * n], new float[n], n)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 32, 48, 64, 80, 112, 128, 256})
    void everyImplementationGivesTheSameBits(int n) {
        List<PanelKernels> others = others();
        Assumptions.assumeFalse(others.isEmpty(), "this JVM has no vector unit that the kernels use");
        for (PanelKernels other : others) {
            Results expected = Results.of(scalar, n);
            Results actual = Results.of(other, n);
            assertThat(actual.packed()).isEqualTo(expected.packed());
            assertThat(actual.sum()).isEqualTo(expected.sum());
            assertThat(actual.added()).isEqualTo(expected.added());
            assertThat(actual.combined()).isEqualTo(expected.combined());
            assertThat(actual.product()).isEqualTo(expected.product());
            assertThat(upper(actual.gram(), n)).isEqualTo(upper(expected.gram(), n));
            assertThat(upper(actual.triangle(), n)).isEqualTo(upper(expected.triangle(), n));
            assertThat(actual.inverse()).isEqualTo(expected.inverse());
            assertThat(actual.solution()).isEqualTo(expected.solution());
        }
    }

    private record Results(
            float[] packed,
            float[] sum,
            float[] added,
            float[] combined,
            float[] product,
            float[] gram,
            float[] triangle,
            float[] inverse,
            float[] solution) {
        static Results of(PanelKernels kernels, int n) {
            float[] block = block(n, 1);
            float[] packed = new float[STRIDE * n];
            float[] source = vector(3 * n, 9);
            kernels.pack(source, n, n, 0.7f, packed, STRIDE, 5);
            float[] sum = vector(n, 6);
            kernels.addRows(block, ROWS, STRIDE, n, vector(ROWS, 7), sum);
            float[] added = vector(n, 10);
            kernels.axpy(0.3f, source, n, n, added);
            float[] combined = vector(n, 13);
            kernels.combine(vector(6 * n, 14), n, n, 5, vector(5, 15), combined);
            float[] product = vector(PanelKernels.WIDTH * n, 11);
            kernels.multiply(vector(STRIDE * PanelKernels.WIDTH, 12), block, STRIDE, n, product);
            float[] gram = new float[n * n];
            kernels.addGram(block(n, 2), block, ROWS, STRIDE, n, 0.3f, system(n), gram);
            float[] triangle = new float[n * n];
            float[] inverse = new float[n];
            kernels.factorise(system(n), triangle, inverse, n);
            float[] solution = vector(n, 8);
            kernels.solve(triangle, inverse, n, solution);
            return new Results(packed, sum, added, combined, product, gram, triangle, inverse, solution);
        }
    }

    /** The SIMD kernels no wider than this machine's vectors; wider ones would work, but at a crawl. */
    private List<PanelKernels> others() {
        return switch (PanelKernels.best()) {
            case WidePanelKernels wide -> List.of(wide, new HalfPanelKernels());
            case HalfPanelKernels half -> List.of(half);
            case ScalarPanelKernels none -> List.of();
        };
    }

    private static float[] upper(float[] matrix, int n) {
        return toFloats(IntStream.range(0, n * n)
                .filter(p -> p / n <= p % n)
                .mapToDouble(p -> matrix[PanelKernels.at(n, p / n, p % n)])
                .toArray());
    }

    private static float[] toFloats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    /** A block of history rows. */
    private static float[] block(int n, long seed) {
        return vector(STRIDE * n, seed);
    }

    /** A well-conditioned positive definite system. */
    private static float[] system(int n) {
        float[] y = vector(2 * n * n, 3);
        float[] a = new float[n * n];
        for (int i = 0; i < n; i++) {
            a[PanelKernels.at(n, i, i)] = 1f;
        }
        new ScalarPanelKernels().addGram(y, y, 2 * n, 2 * n, n, 1f / n, a, a);
        return a;
    }

    private static float[] vector(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
