package io.kindred.models.cf.itemknn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LargestTest {
    @Property(tries = 300)
    void theLargestComeFirst(
            @ForAll @IntRange(max = 300) int size, @ForAll @IntRange(max = 300) int wanted, @ForAll long seed) {
        int count = Math.min(size, wanted);
        long[] numbers =
                new SplittableRandom(seed).longs().distinct().limit(size).toArray();
        long[] sorted = numbers.clone();
        Arrays.sort(sorted);

        Largest.first(numbers, size, count);

        long[] first = Arrays.copyOf(numbers, count);
        Arrays.sort(first);
        assertThat(first).containsExactly(Arrays.copyOfRange(sorted, size - count, size));
    }
}
