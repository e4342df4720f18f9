package io.kindred.featurestore.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SampleRandomTest {

    @Test
    void isSplitMix64() {
        SampleRandom random = new SampleRandom(1_234_567);

        long[] drawn = {random.nextLong(), random.nextLong(), random.nextLong()};

        // reference values for seed 1234567: rosettacode.org, "Pseudo-random numbers/Splitmix64"
        assertThat(drawn)
                .containsExactly(
                        Long.parseUnsignedLong("6457827717110365317"),
                        Long.parseUnsignedLong("3203168211198807973"),
                        Long.parseUnsignedLong("9817491932198370423"));
    }

    @Test
    void streamsDifferByNameIndexAndSeed() {
        long base = SampleRandom.stream(1, "a", 0).nextLong();

        assertThat(SampleRandom.stream(1, "a", 0).nextLong()).isEqualTo(base);
        assertThat(SampleRandom.stream(1, "b", 0).nextLong()).isNotEqualTo(base);
        assertThat(SampleRandom.stream(1, "a", 1).nextLong()).isNotEqualTo(base);
        assertThat(SampleRandom.stream(2, "a", 0).nextLong()).isNotEqualTo(base);
    }

    @Test
    void distributionsHaveTheirMoments() {
        SampleRandom random = new SampleRandom(5);
        int draws = 200_000;
        double gaussian = 0;
        double square = 0;
        double exponential = 0;
        double geometric = 0;
        for (int i = 0; i < draws; i++) {
            double value = random.gaussian();
            gaussian += value;
            square += value * value;
            exponential += random.exponential(3);
            geometric += random.geometric(2.2);
        }

        // tolerances are five standard errors
        assertThat(gaussian / draws).isCloseTo(0, within(0.012));
        assertThat(square / draws).isCloseTo(1, within(0.016));
        assertThat(exponential / draws).isCloseTo(3, within(0.034));
        assertThat(geometric / draws).isCloseTo(2.2, within(0.03));
    }

    @Test
    void weightedFollowsTheWeightsAndNeverTakesZero() {
        SampleRandom random = new SampleRandom(6);
        int[] counts = new int[4];
        for (int i = 0; i < 100_000; i++) {
            counts[random.weighted(new double[] {1, 0, 2, 1})]++;
        }

        assertThat(counts[1]).isZero();
        assertThat(counts[0] / 100_000.0).isCloseTo(0.25, within(0.007));
        assertThat(counts[2] / 100_000.0).isCloseTo(0.5, within(0.008));
    }

    @Test
    void weightedSaysThatNothingIsLeft() {
        assertThat(new SampleRandom(6).weighted(new double[] {0, 0})).isEqualTo(-1);
    }

    @Test
    void belowCoversItsRange() {
        SampleRandom random = new SampleRandom(7);
        boolean[] seen = new boolean[6];
        for (int i = 0; i < 1_000; i++) {
            seen[random.below(6)] = true;
        }

        assertThat(seen).containsOnly(true);
    }

    @Test
    void permutationHoldsEveryIndexOnce() {
        int[] order = new SampleRandom(8).permutation(50);

        assertThat(order).isNotEqualTo(Arrays.stream(order).sorted().toArray());
        assertThat(Arrays.stream(order).sorted().toArray())
                .isEqualTo(IntStream.range(0, 50).toArray());
    }
}
