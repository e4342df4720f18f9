package io.kindred.core.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TopKTest {
    @Property(tries = 500)
    void itIsTheHeadOfTheSortedList(
            @ForAll @IntRange(max = 200) int n,
            @ForAll @IntRange(max = 30) int k,
            @ForAll @IntRange(min = 1, max = 40) int differentScores,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] scores = new float[n];
        for (int i = 0; i < n; i++) {
            scores[i] = random.nextInt(10) == 0 ? Float.NaN : random.nextInt(differentScores);
        }
        TopK top = new TopK(k);
        top.offerAll(scores);
        TopK.Ranked ranked = top.drain();

        int[] expected = IntStream.range(0, n)
                .filter(i -> !Float.isNaN(scores[i]))
                .boxed()
                .sorted((a, b) -> scores[a] != scores[b] ? Float.compare(scores[b], scores[a]) : Integer.compare(a, b))
                .limit(k)
                .mapToInt(Integer::intValue)
                .toArray();
        assertThat(ranked.indices()).containsExactly(expected);
        for (int r = 0; r < ranked.size(); r++) {
            assertThat(ranked.scores()[r]).isEqualTo(scores[ranked.indices()[r]]);
        }
    }

    @Test
    void itCanBeUsedAgain() {
        TopK top = new TopK(1);
        top.offer(3, 1f);
        assertThat(top.drain().indices()).containsExactly(3);
        top.offer(4, 0f);
        top.clear();
        assertThat(top.drain().size()).isZero();
    }
}
