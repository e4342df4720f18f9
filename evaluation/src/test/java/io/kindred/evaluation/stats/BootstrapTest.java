package io.kindred.evaluation.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    @Test
    void theIntervalOfAShareIsCloseToTheNormalOne() {
        // 1,000 users, 30% of them with a hit: standard error sqrt(0.3 * 0.7 / 1000) = 0.01449, so 0.3 +- 0.0284.
        double[] hits = new double[1000];
        Arrays.fill(hits, 0, 300, 1);

        Interval interval = Bootstrap.ofSeed(1).mean(hits).orElseThrow();

        assertThat(interval.low()).isCloseTo(0.2716, within(0.004));
        assertThat(interval.high()).isCloseTo(0.3284, within(0.004));
    }

    @Test
    void theSameSeedGivesTheSameBitsWithAnyNumberOfThreads() {
        double[] values = new double[777];
        SplitMix64 draws = new SplitMix64(9);
        Arrays.setAll(values, i -> draws.nextDouble());
        double[] some = values.clone();
        Arrays.fill(some, 5, 50, Double.NaN);
        List<double[]> columns = List.of(values, some);

        List<Optional<Interval>> one = Bootstrap.ofSeed(4).means(columns, 1);

        assertThat(Bootstrap.ofSeed(4).means(columns, 3)).isEqualTo(one);
        assertThat(Bootstrap.ofSeed(5).means(columns, 1)).isNotEqualTo(one);
        assertThat(Bootstrap.ofSeed(4).mean(some)).isEqualTo(one.get(1));
    }

    @Test
    void usersWithoutAValueAreLeftOut() {
        double[] values = {2, Double.NaN, 2, Double.NaN, 2};

        assertThat(Bootstrap.ofSeed(1).mean(values)).contains(new Interval(2, 2));
    }

    @Test
    void oneUserGivesNoInterval() {
        assertThat(Bootstrap.ofSeed(1).mean(new double[] {0.5, Double.NaN})).isEmpty();
        assertThat(Bootstrap.ofSeed(1).mean(new double[0])).isEmpty();
    }

    @Test
    void aRatioIsOfSumsNotOfUsers() {
        // One user with 98 errors of 1, 99 users with one error of 0: the ratio of sums is 98 / 197 in the data, and a
        // resample
        // that has the first user c times has 98 c / (98 c + 100 - c).
        double[] sums = new double[100];
        double[] counts = new double[100];
        Arrays.fill(counts, 1);
        sums[0] = 98;
        counts[0] = 98;

        Interval interval = Bootstrap.ofSeed(2).ratio(sums, counts).orElseThrow();

        // c is nearly Poisson(1): P(c = 0) = 0.37, P(c <= 3) = 0.981.
        assertThat(interval.low()).isZero();
        assertThat(interval.high()).isCloseTo(98 * 3 / (98 * 3 + 97.0), within(1e-12));
    }
}
