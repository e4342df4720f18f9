package io.kindred.evaluation.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AcrossSeedsTest {
    private static final Bootstrap BOOTSTRAP = Bootstrap.ofSeed(7);

    @Test
    void meanAndDeviationAreOverSeeds() {
        double[][] values = {{1, 2, 3}, {2, 3, 4}, {4, Double.NaN, 4}};

        AcrossSeeds seeds = AcrossSeeds.of(values, BOOTSTRAP);

        // Means 2, 3, 4: mean 3, sample deviation 1.
        assertThat(seeds.perSeed()).containsExactly(2.0, 3.0, 4.0);
        assertThat(seeds.mean()).isEqualTo(3);
        assertThat(seeds.deviation()).isEqualTo(1);
    }

    @Test
    void withOneSeedTheIntervalIsTheBootstrapOverUsers() {
        double[] values = {0.1, 0.5, 0.3, 0.9, 0.2, 0.7};

        AcrossSeeds seeds = AcrossSeeds.of(new double[][] {values}, BOOTSTRAP);

        Interval expected = BOOTSTRAP.mean(values).orElseThrow();
        assertThat(seeds.deviation()).isZero();
        assertThat(seeds.interval().orElseThrow().low()).isCloseTo(expected.low(), within(1e-12));
        assertThat(seeds.interval().orElseThrow().high()).isCloseTo(expected.high(), within(1e-12));
    }

    @Test
    void seedsThatDisagreeWidenTheInterval() {
        double[][] alike = new double[5][200];
        double[][] apart = new double[5][200];
        for (int s = 0; s < 5; s++) {
            for (int u = 0; u < 200; u++) {
                alike[s][u] = u % 2;
                apart[s][u] = u % 2 + (s - 2) * 0.2;
            }
        }

        Interval narrow = AcrossSeeds.of(alike, BOOTSTRAP).interval().orElseThrow();
        Interval wide = AcrossSeeds.of(apart, BOOTSTRAP).interval().orElseThrow();

        // Over users alone the standard error is 0.5 / sqrt(200) = 0.0354; over the five seeds it is sqrt(0.08 / 5) =
        // 0.126;
        // together 0.131, so the interval is some 3.9 * 0.131 = 0.51 long instead of 0.14.
        assertThat(narrow.high() - narrow.low()).isCloseTo(0.139, within(0.02));
        assertThat(wide.high() - wide.low()).isCloseTo(0.51, within(0.07));
    }

    @Test
    void usersCountOnceWhateverTheNumberOfSeeds() {
        double[][] values = {{1, Double.NaN, 3}, {3, Double.NaN, Double.NaN}};

        assertThat(AcrossSeeds.userMeans(values)).containsExactly(2, Double.NaN, 3);
    }

    @Test
    void aSeedWithoutValuesIsRefused() {
        assertThatThrownBy(() -> AcrossSeeds.of(new double[][] {{1, 2}, {Double.NaN, Double.NaN}}, BOOTSTRAP))
                .hasMessage("seed number 1 has 0 values for 2 users");
    }
}
