package io.kindred.core.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DotProductsTest {
    private final DotProducts simd = new SimdDotProducts();
    private final DotProducts scalar = new ScalarDotProducts();

    @Property(tries = 300)
    void simdAndScalarGiveTheSameBits(
            @ForAll @IntRange(max = 150) int n, @ForAll @IntRange(max = 9) int rows, @ForAll long seed) {
        float[] query = random(n, seed);
        float[] matrix = random(n * rows, seed + 1);
        float[] expected = new float[rows];
        scalar.dots(query, matrix, 0, rows, n, expected, 0);

        float[] onHeap = new float[rows];
        simd.dots(query, matrix, 0, rows, n, onHeap, 0);
        assertThat(onHeap).isEqualTo(expected);

        try (Arena arena = Arena.ofConfined()) {
            MemorySegment segment = arena.allocateFrom(ValueLayout.JAVA_FLOAT, matrix);
            float[] mapped = new float[rows];
            simd.dots(query, segment, 0, rows, n, mapped, 0);
            assertThat(mapped).isEqualTo(expected);
            scalar.dots(query, segment, 0, rows, n, mapped, 0);
            assertThat(mapped).isEqualTo(expected);
        }
        for (int r = 0; r < rows; r++) {
            assertThat(simd.dot(query, 0, matrix, r * n, n)).isEqualTo(expected[r]);
        }
    }

    @Property(tries = 100)
    void theSumIsRight(@ForAll @IntRange(max = 200) int n, @ForAll long seed) {
        float[] a = random(n, seed);
        float[] b = random(n, seed + 1);
        double exact = 0;
        for (int i = 0; i < n; i++) {
            exact += (double) a[i] * b[i];
        }
        assertThat((double) simd.dot(a, 0, b, 0, n)).isCloseTo(exact, within(1e-4));
    }

    @Property(tries = 100)
    void axpyGivesTheSameBits(@ForAll @IntRange(max = 100) int n, @ForAll long seed) {
        float[] x = random(n, seed);
        float[] one = random(n, seed + 1);
        float[] other = one.clone();
        simd.axpy(0.3f, x, 0, one, 0, n);
        scalar.axpy(0.3f, x, 0, other, 0, n);
        assertThat(one).isEqualTo(other);
    }

    private static float[] random(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (float) random.nextDouble(-2, 2);
        }
        return values;
    }
}
