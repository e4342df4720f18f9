package io.kindred.evaluation.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitMix64Test {
    @Test
    void givesTheSequenceOfTheReferenceImplementation() {
        // Vigna's splitmix64.c with seed 1234567, as listed on Rosetta Code, "Pseudo-random numbers/Splitmix64".
        SplitMix64 draws = new SplitMix64(1234567);

        assertThat(draws.nextLong()).isEqualTo(6457827717110365317L);
        assertThat(draws.nextLong()).isEqualTo(3203168211198807973L);
        assertThat(draws.nextLong()).isEqualTo(Long.parseUnsignedLong("9817491932198370423"));
        assertThat(draws.nextLong()).isEqualTo(4593380528125082431L);
        assertThat(draws.nextLong()).isEqualTo(Long.parseUnsignedLong("16408922859458223821"));
    }

    @Test
    void boundedDrawsAreInRangeAndEven() {
        SplitMix64 draws = new SplitMix64(5);
        int[] counts = new int[6];

        for (int i = 0; i < 60_000; i++) {
            counts[draws.nextInt(6)]++;
        }

        // Six standard deviations of a binomial with n = 60,000 and p = 1/6 are 548.
        assertThat(Arrays.stream(counts).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(9_452, 10_548));
    }

    @Test
    void streamsOfOneSeedDiffer() {
        long distinct = IntStream.range(0, 1000)
                .mapToLong(stream -> SplitMix64.stream(1, stream).nextLong())
                .distinct()
                .count();

        assertThat(distinct).isEqualTo(1000);
    }

    @Test
    void shuffleKeepsWhatIsThere() {
        int[] values = IntStream.range(0, 50).toArray();

        new SplitMix64(3).shuffle(values, 10, 40);

        assertThat(Arrays.copyOfRange(values, 0, 10))
                .isEqualTo(IntStream.range(0, 10).toArray());
        assertThat(Arrays.copyOfRange(values, 40, 50))
                .isEqualTo(IntStream.range(40, 50).toArray());
        assertThat(values)
                .doesNotHaveDuplicates()
                .isNotEqualTo(IntStream.range(0, 50).toArray());
    }
}
