package io.kindred.models.deep.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptimizerTest {
    private static final float RATE = 0.1f;

    /** The formulas of the papers, number by number, in double precision. */
    private static double[] expected(Optimizer optimizer, double weight, double[] gradients) {
        double first = 0;
        double second = 0;
        for (int t = 1; t <= gradients.length; t++) {
            double g = gradients[t - 1];
            switch (optimizer) {
                case Optimizer.Sgd sgd -> {
                    first = sgd.momentum() * first + g;
                    weight -= RATE * first;
                }
                case Optimizer.Adam adam -> {
                    first = adam.beta1() * first + (1 - adam.beta1()) * g;
                    second = adam.beta2() * second + (1 - adam.beta2()) * g * g;
                    double mean = first / (1 - Math.pow(adam.beta1(), t));
                    double square = second / (1 - Math.pow(adam.beta2(), t));
                    weight -= RATE * adam.weightDecay() * weight + RATE * mean / (Math.sqrt(square) + adam.epsilon());
                }
                case Optimizer.Adagrad adagrad -> {
                    first += g * g;
                    weight -= RATE * g / (Math.sqrt(first) + adagrad.epsilon());
                }
            }
        }
        return new double[] {weight};
    }

    private static void compare(Optimizer optimizer, int length) {
        double[] gradients = {0.5, -0.25, 2, 0.125};
        try (Arena arena = Arena.ofConfined()) {
            Parameters parameters = new Parameters(arena, length + 2, optimizer);
            parameters.weights().fill((byte) 0);
            for (int n = 0; n < length + 2; n++) {
                parameters.weights().setAtIndex(ValueLayout.JAVA_FLOAT, n, 1f + n);
            }
            MemorySegment gradient = arena.allocate(length * 4L + 4);
            for (int t = 1; t <= gradients.length; t++) {
                for (int n = 0; n < length; n++) {
                    gradient.setAtIndex(ValueLayout.JAVA_FLOAT, 1 + n, (float) (2 * gradients[t - 1]));
                }
                parameters.move(1, length, gradient, Float.BYTES, 0.5f, RATE, t);
            }
            for (int n = 1; n <= length; n++) {
                assertThat((double) parameters.weights().getAtIndex(ValueLayout.JAVA_FLOAT, n))
                        .isCloseTo(expected(optimizer, 1.0 + n, gradients)[0], within(1e-5 * (1 + n)));
            }
            assertThat(parameters.weights().getAtIndex(ValueLayout.JAVA_FLOAT, 0))
                    .isEqualTo(1f);
            assertThat(parameters.weights().getAtIndex(ValueLayout.JAVA_FLOAT, length + 1))
                    .isEqualTo(length + 2f);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 16, 17, 64, 100})
    void everyRuleFollowsItsPaperAndMovesNothingElse(int length) {
        compare(new Optimizer.Sgd(0), length);
        compare(new Optimizer.Sgd(0.9f), length);
        compare(Optimizer.Adam.DEFAULT, length);
        compare(Optimizer.Adam.DEFAULT.withWeightDecay(0.01f), length);
        compare(Optimizer.Adagrad.DEFAULT, length);
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new Optimizer.Sgd(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("momentum is 1.0");
        assertThatThrownBy(() -> new Optimizer.Adam(0.9f, Float.NaN, 1e-8f, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("beta2 is NaN");
    }
}
