package io.kindred.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.id.Vocabulary;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class UserHistoriesTest {
    private static Vocabulary ids(int count) {
        return Vocabulary.of(
                IntStream.range(0, count).mapToObj(Integer::toString).toList());
    }

    @Test
    void newerInteractionsComeBehindAndTheLastOfRepeatsCounts() {
        UserHistories base = UserHistories.of(Interactions.builder(ids(2), ids(3), TimeKind.ORDER)
                .add(0, 0)
                .add(0, 1)
                .add(1, 2)
                .build());
        Interactions newer = Interactions.builder(ids(3), ids(4), TimeKind.ORDER)
                .add(0, 3)
                .add(0, 0)
                .add(2, 1)
                .build();

        UserHistories extended = base.extendedBy(newer);

        assertThat(extended.of(0)).containsExactly(1, 3, 0);
        assertThat(extended.of(1)).containsExactly(2);
        assertThat(extended.of(2)).containsExactly(1);
        assertThat(extended.itemCounts()).containsExactly(1, 2, 1, 1);
    }

    /** Extending by the second half of time gives what counting everything gives. */
    @Property(tries = 100)
    void extendingIsCountingEverything(@ForAll @IntRange(max = 200) int size, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Interactions.Builder all = Interactions.builder(ids(9), ids(7), TimeKind.ORDER);
        Interactions.Builder first = Interactions.builder(ids(6), ids(5), TimeKind.ORDER);
        Interactions.Builder second = Interactions.builder(ids(9), ids(7), TimeKind.ORDER);
        for (int n = 0; n < size; n++) {
            boolean early = n < size / 2;
            int user = random.nextInt(early ? 6 : 9);
            int item = random.nextInt(early ? 5 : 7);
            all.add(user, item);
            (early ? first : second).add(user, item);
        }

        UserHistories extended = UserHistories.of(first.build()).extendedBy(second.build());
        UserHistories expected = UserHistories.of(all.build());

        for (int u = 0; u < 9; u++) {
            assertThat(extended.of(u)).containsExactly(expected.of(u));
        }
    }

    @Test
    void vocabulariesCannotShrink() {
        UserHistories base = UserHistories.of(
                Interactions.builder(ids(2), ids(3), TimeKind.NONE).build());
        Interactions fewer = Interactions.builder(ids(2), ids(2), TimeKind.NONE).build();

        assertThatThrownBy(() -> base.extendedBy(fewer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 users with 2 items cannot extend the histories of 2 with 3");
    }

    @Test
    void historiesOfInteractionsWithoutRepeatsCopyNothing() {
        Interactions interactions = Interactions.builder(ids(2), ids(3), TimeKind.NONE)
                .add(0, 2)
                .add(1, 0)
                .build();

        assertThat(interactions.distinct()).isSameAs(interactions);
        assertThat(UserHistories.of(interactions).starts())
                .isSameAs(interactions.byUser().starts());
        assertThat(UserHistories.of(interactions).of(1)).containsExactly(0);
    }
}
