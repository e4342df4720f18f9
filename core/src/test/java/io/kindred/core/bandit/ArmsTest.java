package io.kindred.core.bandit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What is believed of arms, by hand. */
final class ArmsTest {
    private static final float[] NOTHING = new float[0];

    private static float[] index(Arms arms, float[] context, BanditRule rule) {
        float[] scores = new float[arms.count()];
        arms.in(context, rule).index(scores);
        return scores;
    }

    @Test
    void meanAndUpperBoundOfCountedArms() {
        CountedArms arms = new CountedArms(new double[] {8, 0}, new double[] {2, 0}, 1, 3);

        // (2 + 1) / (8 + 4) and 1 / 4; the bounds add sqrt(2 ln 9 / 12) and sqrt(2 ln 9 / 4)
        assertThat(index(arms, NOTHING, BanditRule.epsilonGreedy(0.1))).containsExactly(0.25f, 0.25f);
        assertThat(index(arms, NOTHING, BanditRule.upperBound(1)))
                .containsExactly((float) (0.25 + Math.sqrt(2 * Math.log(9) / 12)), (float)
                        (0.25 + Math.sqrt(2 * Math.log(9) / 4)));
    }

    @Test
    void drawsOfCountedArmsHaveTheMomentsOfTheBetaDistribution() {
        CountedArms arms = new CountedArms(new double[] {8, 0}, new double[] {2, 0}, 1, 0.5);
        BanditRule rule = BanditRule.posterior(1, 20_000, 5);
        double[] sum = new double[2];
        double[] squares = new double[2];
        float[] scores = new float[2];
        for (int m = 0; m < 20_000; m++) {
            arms.in(NOTHING, rule).draw(m, scores);
            for (int a = 0; a < 2; a++) {
                sum[a] += scores[a];
                squares[a] += (double) scores[a] * scores[a];
            }
        }
        // Beta(3, 6.5) and Beta(1, 0.5): mean a / (a + b), variance a b / ((a + b)^2 (a + b + 1))
        double[][] moments = {{3 / 9.5, 3 * 6.5 / (9.5 * 9.5 * 10.5)}, {1 / 1.5, 0.5 / (1.5 * 1.5 * 2.5)}};
        for (int a = 0; a < 2; a++) {
            double mean = sum[a] / 20_000;
            assertThat(mean).isCloseTo(moments[a][0], within(4 * Math.sqrt(moments[a][1] / 20_000)));
            assertThat(squares[a] / 20_000 - mean * mean).isCloseTo(moments[a][1], within(0.03 * moments[a][1] + 1e-3));
        }
    }

    @Test
    void linearArmsByHand() {
        LinearArms arms = LinearArms.fresh(2, 2, 1);
        arms.add(new float[] {1, 0}, 0, 1);
        arms.add(new float[] {1, 2}, 0, 0.5);

        // A = [3 2; 2 5], b = (1.5, 1), A^-1 b = (5.5, 0) / 11; for x = (1, 1): x'A^-1x = (5 - 4 + 3) / 11
        float[] x = {1, 1};
        assertThat(index(arms, x, BanditRule.epsilonGreedy(0))[0]).isCloseTo(0.5f, within(1e-6f));
        assertThat(index(arms, x, BanditRule.upperBound(2))[0])
                .isCloseTo((float) (0.5 + 2 * Math.sqrt(4.0 / 11)), within(1e-6f));
        assertThat(index(arms, x, BanditRule.upperBound(2))[1])
                .as("an arm never tried: x'x / regularization")
                .isCloseTo((float) (2 * Math.sqrt(2)), within(1e-6f));
    }

    @Test
    void drawsOfLinearArmsHaveTheMomentsOfTheNormalDistribution() {
        LinearArms arms = LinearArms.fresh(1, 2, 1);
        arms.add(new float[] {1, 0}, 0, 1);
        float[] x = {1, 2};
        // A = [2 0; 0 1]: mean 0.5, x'A^-1x = 0.5 + 4, with width 0.1 the variance is 0.045
        BanditRule rule = BanditRule.posterior(0.1, 20_000, 5);
        double sum = 0;
        double squares = 0;
        float[] score = new float[1];
        for (int m = 0; m < 20_000; m++) {
            arms.in(x, rule).draw(m, score);
            sum += score[0];
            squares += (double) score[0] * score[0];
        }
        double mean = sum / 20_000;
        assertThat(mean).isCloseTo(0.5, within(4 * Math.sqrt(0.045 / 20_000)));
        assertThat(squares / 20_000 - mean * mean).isCloseTo(0.045, within(0.002));
    }

    @Test
    void armsWithOneMatrixAreThoseWithEqualMatrices() {
        double[] product = {4, 1, 1, 3};
        double[][] responses = {{1, 0}, {0, 2}, {0.5, 0.5}};
        LinearArms shared = new LinearArms(2, 0.5, new double[][] {product}, responses);
        LinearArms own = new LinearArms(2, 0.5, new double[][] {product, product, product}, responses);
        float[] x = {1, 0.3f};

        assertThat(index(shared, x, BanditRule.upperBound(1))).containsExactly(index(own, x, BanditRule.upperBound(1)));
        assertThatThrownBy(() -> shared.add(x, 0, 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void impossibleArmsAndRulesAreRefused() {
        assertThatThrownBy(() -> new CountedArms(new double[] {1}, new double[] {2}, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("arm 0 earned 2.0 in 1.0 pulls");
        assertThatThrownBy(() -> new CountedArms(new double[] {1}, new double[] {1}, 0, 1))
                .hasMessageContaining("the prior of a bandit is 0.0 and 1.0");
        assertThatThrownBy(() -> CountedArms.fresh(2).add(NOTHING, 0, Double.NaN))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> CountedArms.fresh(2).add(NOTHING, 2, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> LinearArms.fresh(2, 2, 0)).hasMessageContaining("regularization");
        assertThatThrownBy(() -> BanditRule.epsilonGreedy(1.5)).hasMessageContaining("from 0 to 1");
        assertThatThrownBy(() -> BanditRule.posterior(1, 0, 1)).hasMessageContaining("at least one draw");
        assertThatThrownBy(() -> BanditRule.upperBound(Double.NaN)).hasMessageContaining("NaN");
    }
}
