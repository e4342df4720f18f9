package io.kindred.models.deep.mf;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.data.TimeKind;
import io.kindred.core.tck.ContractData;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class UniformNegativesTest {
    @Test
    void ranksCountTheMissingItemsInOrder() {
        UniformNegatives negatives = new UniformNegatives(history(Set.of(0, 2, 3, 6), 8));

        assertThat(negatives.available(0)).isEqualTo(4);
        // Missing from {0, 2, 3, 6} of 0..7 are 1, 4, 5 and 7.
        assertThat(new int[] {
                    negatives.missing(0, 0), negatives.missing(0, 1), negatives.missing(0, 2), negatives.missing(0, 3)
                })
                .containsExactly(1, 4, 5, 7);
    }

    @Test
    void allItemsAreOpenToAUserWithoutHistory() {
        UniformNegatives negatives = new UniformNegatives(history(Set.of(), 3));

        assertThat(negatives.available(0)).isEqualTo(3);
        assertThat(negatives.missing(0, 2)).isEqualTo(2);
    }

    @Property
    void everyMissingItemIsDrawnAndNoOther(@ForAll @Size(max = 29) Set<@IntRange(max = 29) Integer> had) {
        UniformNegatives negatives = new UniformNegatives(history(had, 30));
        Set<Integer> missing = new TreeSet<>();
        for (int rank = 0; rank < negatives.available(0); rank++) {
            missing.add(negatives.missing(0, rank));
        }

        Set<Integer> expected = IntStream.range(0, 30).boxed().collect(Collectors.toCollection(TreeSet::new));
        expected.removeAll(had);
        assertThat(missing).isEqualTo(expected);
        assertThat(had).doesNotContain(negatives.draw(0, new SplittableRandom(1)));
    }

    private static SparseRows history(Set<Integer> items, int itemCount) {
        Interactions.Builder builder = Interactions.builder(
                ContractData.vocabulary("u", 1), ContractData.vocabulary("i", itemCount), TimeKind.TIMESTAMP);
        for (int item : items) {
            builder.add(0, item);
        }
        return builder.build().byUser();
    }
}
