package io.kindred.core.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BlockProductsTest {
    private static final float UNTOUCHED = 77f;

    @Property(tries = 400)
    void everyWayGivesTheBitsOfTheDefinition(
            @ForAll @IntRange(max = 130) int columns,
            @ForAll @IntRange(max = 100) int rows,
            @ForAll @IntRange(max = 20) int queries,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] data = numbers(random, rows * columns);
        FloatMatrix heap = FloatMatrix.of(data, rows, columns);
        float[][] vectors = new float[queries][];
        int[][] expected = new int[queries][rows];
        ScalarDotProducts definition = new ScalarDotProducts();
        for (int j = 0; j < queries; j++) {
            vectors[j] = numbers(random, columns);
            float[] products = new float[rows];
            definition.dots(vectors[j], data, 0, rows, columns, products, 0);
            expected[j] = bits(products, rows);
        }
        try (Arena arena = Arena.ofConfined()) {
            FloatMatrix mapped = FloatMatrix.of(arena.allocateFrom(ValueLayout.JAVA_FLOAT, data), rows, columns);
            for (FloatMatrix matrix : new FloatMatrix[] {heap, mapped}) {
                assertThat(products(BlockProducts.copying(matrix), vectors, rows))
                        .isEqualTo(expected);
                assertThat(products(BlockProducts.direct(matrix), vectors, rows))
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void rowsOfNoNumbersSpoilNoOthers() {
        FloatMatrix matrix = FloatMatrix.zeros(40, 3);
        Arrays.fill(matrix.array(), 3, 6, Float.NaN);
        Arrays.fill(matrix.array(), 6, 9, Float.POSITIVE_INFINITY);
        Arrays.fill(matrix.array(), 9, 120, 1f);
        float[][] out = new float[2][40];

        BlockProducts.copying(matrix).dots(new float[][] {{1, 1, 1}, {Float.NaN, 0, 0}}, 2, out);

        assertThat(out[0])
                .startsWith(0f, Float.NaN, Float.POSITIVE_INFINITY, 3f)
                .endsWith(3f);
        assertThat(out[1]).containsOnly(Float.NaN);
    }

    /** The bits, all NaN alike; checks that nothing is written beyond the rows. */
    private static int[][] products(BlockProducts products, float[][] queries, int rows) {
        float[][] out = new float[queries.length][rows + 5];
        for (float[] row : out) {
            Arrays.fill(row, UNTOUCHED);
        }
        products.dots(queries, queries.length, out);
        int[][] bits = new int[queries.length][];
        for (int j = 0; j < queries.length; j++) {
            assertThat(Arrays.copyOfRange(out[j], rows, rows + 5)).containsOnly(UNTOUCHED);
            bits[j] = bits(out[j], rows);
        }
        return bits;
    }

    private static int[] bits(float[] values, int count) {
        int[] bits = new int[count];
        for (int r = 0; r < count; r++) {
            bits[r] = Float.floatToIntBits(values[r]);
        }
        return bits;
    }

    /** Numbers of very different sizes, some zeros of either sign, and now and then none at all. */
    private static float[] numbers(SplittableRandom random, int n) {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = switch (random.nextInt(200)) {
                case 0 -> -0f;
                case 1, 2, 3 -> 0f;
                case 4 -> random.nextInt(10) == 0 ? Float.NaN : 1e20f;
                default -> (float) random.nextDouble(-2, 2);
            };
        }
        return values;
    }
}
