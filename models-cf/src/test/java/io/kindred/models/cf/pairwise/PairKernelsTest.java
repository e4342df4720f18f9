package io.kindred.models.cf.pairwise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class PairKernelsTest {
    private static final int[] LENGTHS = {16, 32, 64, 112};

    @Test
    void stepFollowsTheHandCalculation() {
        // given w = 2, x_i = 3, x_j = 1; gain 0.5, keep 0.9
        float[] users = new float[16];
        float[] items = new float[32];
        users[0] = 2;
        items[0] = 3;
        items[16] = 1;

        // when
        PairKernels.best().step(users, 0, items, 0, 16, 16, 0.5f, 0.9f);

        // then w = 0.9 * 2 + 0.5 * (3 - 1), x_i = 0.9 * 3 + 0.5 * 2, x_j = 0.9 * 1 - 0.5 * 2
        assertThat(users[0]).isCloseTo(2.8f, within(1e-6f));
        assertThat(items[0]).isCloseTo(3.7f, within(1e-6f));
        assertThat(items[16]).isCloseTo(-0.1f, within(1e-7f));
    }

    @Test
    void bestKernelsComputeTheBitsOfTheScalarOnes() {
        PairKernels scalar = new ScalarPairKernels();
        PairKernels best = PairKernels.best();
        for (int n : LENGTHS) {
            float[] users = random(n, 3 * n);
            float[] items = random(n + 1, 4 * n);

            assertThat(best.dot(users, n, items, 2 * n, n)).isEqualTo(scalar.dot(users, n, items, 2 * n, n));
            assertThat(best.difference(users, n, items, 2 * n, 3 * n, n))
                    .isEqualTo(scalar.difference(users, n, items, 2 * n, 3 * n, n));
            float[] otherUsers = users.clone();
            float[] otherItems = items.clone();
            best.step(users, n, items, 2 * n, 0, n, 0.3f, 0.97f);
            scalar.step(otherUsers, n, otherItems, 2 * n, 0, n, 0.3f, 0.97f);
            assertThat(users).isEqualTo(otherUsers);
            assertThat(items).isEqualTo(otherItems);
            best.add(users, n, items, 2 * n, n, -0.7f);
            scalar.add(otherUsers, n, otherItems, 2 * n, n, -0.7f);
            assertThat(users).isEqualTo(otherUsers);
        }
    }

    @Test
    void addScalesTheSource() {
        float[] target = new float[16];
        float[] source = new float[32];
        target[15] = 5;
        source[31] = 3;

        PairKernels.best().add(target, 0, source, 16, 16, -2f);

        assertThat(target[15]).isEqualTo(-1f);
        assertThat(target[0]).isZero();
    }

    @Test
    void differenceIsThatOfTheProducts() {
        float[] users = {2, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4};
        float[] items = new float[32];
        items[0] = 3;
        items[15] = 0.5f;
        items[17] = 2;

        // 2 * 3 + 4 * 0.5 - (-1) * 2
        assertThat(PairKernels.best().difference(users, 0, items, 0, 16, 16)).isEqualTo(10f);
        assertThat(PairKernels.best().dot(users, 0, items, 0, 16)).isEqualTo(8f);
    }

    private static float[] random(long seed, int size) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
