package io.kindred.evaluation.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.evaluation.stats.SplitMix64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Densities against hand calculations; Phi is the cumulative and phi the density of the standard normal distribution. */
class ParzenEstimatorTest {
    private static final double[] ONE = {1};

    private static ParzenEstimator around(Dimension dimension, double width, double... points) {
        double[][] rows = new double[points.length][];
        double[] weights = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            rows[i] = new double[] {points[i]};
            weights[i] = 1;
        }
        return new ParzenEstimator(List.of(dimension), rows, weights, width);
    }

    private static double density(ParzenEstimator estimator, double x) {
        return Math.exp(estimator.logDensity(new double[] {x}));
    }

    @Test
    void realNumbersHaveCutOffNormalKernels() {
        ParzenEstimator estimator = around(Functions.real("x", 0, 1), 0.5, 0.5);

        // The kernel: phi(0) / 0.5 / (Phi(1) - Phi(-1)) = 0.3989423 / 0.5 / 0.6826895 = 1.1687371;
        // the prior: phi(0) / 1 / (Phi(0.5) - Phi(-0.5)) = 0.3989423 / 0.3829249 = 1.0418290; both weigh 1/2.
        assertThat(density(estimator, 0.5)).isCloseTo((1.1687371 + 1.0418290) / 2, within(1e-6));
        // At the end: phi(1) / 0.5 / 0.6826895 = 0.7088749 and phi(0.5) / 0.3829249 = 0.9194108.
        assertThat(density(estimator, 1)).isCloseTo((0.7088749 + 0.9194108) / 2, within(1e-6));
    }

    @Test
    void wholeNumbersHaveTheMassOfTheirCells() {
        ParzenEstimator estimator = around(Functions.whole("x", 1, 3, false), 1.0 / 3, 2);

        // The axis is from 0.5 to 3.5, so the kernel's deviation is 1 and the prior's 3.
        // (Phi(0.5) - Phi(-0.5)) / (Phi(1.5) - Phi(-1.5)) = 0.3829249 / 0.8663856 = 0.4419798;
        // (Phi(1/6) - Phi(-1/6)) / (Phi(0.5) - Phi(-0.5)) = 0.1323677 / 0.3829249 = 0.3456754.
        assertThat(density(estimator, 2)).isCloseTo((0.4419798 + 0.3456754) / 2, within(1e-6));
        assertThat(density(estimator, 1) + density(estimator, 2) + density(estimator, 3))
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void valuesWithoutOrderShareOnePriorObservation() {
        ParzenEstimator estimator = around(new Dimension.Options("x", List.of("a", "b", "c")), 0.2, 1);

        // Two kernels: each adds 1/2 to every value, so b has 1.5 of 2.5 and the others 0.5; the prior has 1/3 of each.
        assertThat(density(estimator, 1)).isCloseTo((0.6 + 1.0 / 3) / 2, within(1e-12));
        assertThat(density(estimator, 0)).isCloseTo((0.2 + 1.0 / 3) / 2, within(1e-12));
    }

    @Test
    void weightsAreSharedWithThePrior() {
        Dimension dimension = new Dimension.Options("x", List.of("a", "b"));
        ParzenEstimator estimator =
                new ParzenEstimator(List.of(dimension), new double[][] {{0}, {1}}, new double[] {3, 1}, 0.2);

        // The prior weighs the mean, 2, so the weights are 1/2, 1/6, 1/3; three kernels: own value 4/5, other 1/5.
        assertThat(density(estimator, 0)).isCloseTo(4.0 / 5 / 2 + 1.0 / 5 / 6 + 1.0 / 2 / 3, within(1e-12));
    }

    @Test
    void dimensionsOfAKernelBelongTogether() {
        List<Dimension> dimensions =
                List.of(new Dimension.Options("x", List.of("a", "b")), new Dimension.Options("y", List.of("a", "b")));
        ParzenEstimator estimator =
                new ParzenEstimator(dimensions, new double[][] {{0, 0}, {1, 1}}, new double[] {1, 1}, 0.2);

        // Own value 4/5 and other 1/5, the prior 1/4: (16/25 + 1/25 + 1/4) / 3 where both agree, (4/25 + 4/25 + 1/4) /
        // 3 else.
        assertThat(Math.exp(estimator.logDensity(new double[] {0, 0}))).isCloseTo(0.93 / 3, within(1e-12));
        assertThat(Math.exp(estimator.logDensity(new double[] {0, 1}))).isCloseTo(0.57 / 3, within(1e-12));
    }

    @Test
    void integratesToOne() {
        Dimension dimension = Functions.log("x", 1e-4, 10);
        ParzenEstimator estimator = around(dimension, 0.07, Math.log(2e-4), Math.log(0.3), Math.log(0.31));
        int cells = 20_000;
        double step = (dimension.high() - dimension.low()) / cells;
        double sum = 0;
        for (int i = 0; i < cells; i++) {
            sum += density(estimator, dimension.low() + (i + 0.5) * step) * step;
        }
        assertThat(sum).isCloseTo(1, within(1e-6));
    }

    @Test
    void drawsFromItsDensity() {
        List<Dimension> dimensions =
                List.of(Functions.whole("x", 1, 5, true), new Dimension.Options("y", List.of("a", "b", "c")));
        double[][] points = {{Math.log(1), 0}, {Math.log(5), 2}};
        ParzenEstimator estimator = new ParzenEstimator(dimensions, points, new double[] {1, 2}, 0.2);
        SplitMix64 random = new SplitMix64(3);
        int draws = 40_000;
        int[][] counts = new int[6][3];
        for (int i = 0; i < draws; i++) {
            double[] drawn = estimator.draw(random);
            counts[(int) Math.rint(Math.exp(drawn[0]))][(int) drawn[1]]++;
        }
        double total = 0;
        for (int x = 1; x <= 5; x++) {
            for (int y = 0; y < 3; y++) {
                double mass = Math.exp(estimator.logDensity(new double[] {Math.log(x), y}));
                total += mass;
                // Four standard errors.
                double error = 4 * Math.sqrt(mass * (1 - mass) / draws);
                assertThat((double) counts[x][y] / draws).isCloseTo(mass, within(error));
            }
        }
        assertThat(total).isCloseTo(1, within(1e-12));
    }

    @Test
    void withoutObservationsIsThePrior() {
        ParzenEstimator estimator =
                new ParzenEstimator(List.of(new Dimension.Options("x", List.of("a", "b"))), new double[0][], ONE, 0.2);
        assertThat(density(estimator, 0)).isCloseTo(0.5, within(1e-12));
    }
}
