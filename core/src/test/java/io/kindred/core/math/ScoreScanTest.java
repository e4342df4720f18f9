package io.kindred.core.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ScoreScanTest {
    private final ScoreScan simd = new SimdScoreScan();
    private final ScoreScan scalar = new ScoreScan.Scalar();

    @Property(tries = 300)
    void simdAndScalarAgree(@ForAll @IntRange(max = 100) int n, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = number(random);
        }
        float bound = number(random);
        int from = random.nextInt(n + 1);

        assertThat(simd.firstAtLeast(values, from, bound)).isEqualTo(scalar.firstAtLeast(values, from, bound));
        assertThat(simd.halvesBelow(values, bound)).isEqualTo(scalar.halvesBelow(values, bound));
        assertThat(simd.countNumbers(values)).isEqualTo(scalar.countNumbers(values));
    }

    @Property(tries = 100)
    void everyPlaceIsFound(@ForAll @IntRange(min = 1, max = 70) int n) {
        float[] values = new float[n];
        for (int at = 0; at < n; at++) {
            values[at] = 1f;
            assertThat(simd.firstAtLeast(values, 0, 1f)).isEqualTo(at);
            assertThat(simd.firstAtLeast(values, at, 1f)).isEqualTo(at);
            assertThat(simd.firstAtLeast(values, at + 1, 1f)).isEqualTo(n);
            // One equal value, and zeros behind it.
            assertThat(simd.halvesBelow(values, 1f)).isEqualTo(2L * (n - 1 - at) + 1);
            assertThat(simd.countNumbers(values)).isEqualTo(n - at);
            values[at] = Float.NaN;
        }
    }

    private static float number(SplittableRandom random) {
        return switch (random.nextInt(8)) {
            case 0 -> Float.NaN;
            case 1 -> Float.NEGATIVE_INFINITY;
            case 2 -> Float.POSITIVE_INFINITY;
            case 3 -> -0f;
            default -> random.nextInt(-2, 3);
        };
    }
}
