package io.kindred.evaluation.split;

import static io.kindred.evaluation.TestData.ids;
import static io.kindred.evaluation.TestData.interactions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NextItemTest {
    /** Sessions u0: i0, i1 and u1: i1, i3. */
    private static final Interactions TRAIN =
            interactions(2, 4, TimeKind.ORDER, new int[] {0, 0}, new int[] {0, 1}, new int[] {1, 1}, new int[] {1, 3});

    /** Sessions s0: i2, i1, i2 and s1: i0. */
    private static final Interactions TEST = interactions(
            ids("s", 2), ids("i", 4), TimeKind.ORDER, new int[] {0, 2}, new int[] {0, 1}, new int[] {0, 2}, new int[] {
                1, 0
            });

    @Test
    void everyPrefixAsksForTheNextItem() {
        Split split = NextItem.of(TRAIN, Optional.empty(), TEST, 1);

        Fold fold = split.folds().getFirst();
        assertThat(split.protocol()).isEqualTo("next-item");
        assertThat(fold.sessions()).isTrue();
        assertThat(fold.testTask(false).sessions()).isTrue();
        assertThat(fold.train().users().ids()).containsExactly("u0", "u1", "s0", "s1", "s0#1", "s0#2");
        assertThat(fold.train().size()).isEqualTo(4);
        assertThat(fold.test().size()).isEqualTo(2);
        assertThat(fold.foldIn().byUser().columnsOf(4)).containsExactly(2);
        assertThat(fold.test().byUser().columnsOf(4)).containsExactly(1);
        assertThat(fold.foldIn().byUser().columnsOf(5)).containsExactly(2, 1);
        assertThat(fold.test().byUser().columnsOf(5)).containsExactly(2);
    }

    @Test
    void prefixesMayBeRequiredToBeLonger() {
        Fold fold = NextItem.of(TRAIN, Optional.empty(), TEST, 2).folds().getFirst();

        assertThat(fold.test().users().ids()).containsExactly("u0", "u1", "s0", "s1", "s0#2");
        assertThat(fold.test().size()).isEqualTo(1);
    }

    @Test
    void validationSessionsAreCutLikewise() {
        Interactions validation =
                interactions(ids("v", 1), ids("i", 4), TimeKind.ORDER, new int[] {0, 3}, new int[] {0, 0});

        Fold fold = NextItem.of(TRAIN, Optional.of(validation), TEST, 1).folds().getFirst();

        int row = fold.train().users().indexOf("v0#1");
        assertThat(fold.validation().size()).isEqualTo(1);
        assertThat(fold.validation().byUser().columnsOf(row)).containsExactly(0);
        assertThat(fold.foldIn().byUser().columnsOf(row)).containsExactly(3);
        assertThat(fold.validationTask().sessions()).isTrue();
    }

    @Test
    void onlyTheLastItemsOfAVeryLongPrefixAreHandedOver() {
        int length = NextItem.LONGEST_PREFIX + 3;
        Interactions.Builder builder = Interactions.builder(ids("s", 1), ids("i", 4), TimeKind.ORDER);
        for (int n = 0; n < length; n++) {
            builder.add(0, n % 4);
        }

        Fold fold = NextItem.of(TRAIN, Optional.empty(), builder.build(), length - 1)
                .folds()
                .getFirst();

        int row = fold.train().users().indexOf("s0#" + (length - 1));
        // Places 2 to 1001 of the prefix; the last of them is item 1001 % 4.
        assertThat(fold.foldIn().byUser().columnsOf(row))
                .hasSize(1000)
                .startsWith(2, 3, 0)
                .endsWith(1);
    }

    @Test
    void minimumIsPartOfTheProtocolHash() {
        Split one = NextItem.of(TRAIN, Optional.empty(), TEST, 1);
        Split two = NextItem.of(TRAIN, Optional.empty(), TEST, 2);

        assertThat(one.protocolHash(Map.of())).isNotEqualTo(two.protocolHash(Map.of()));
    }

    @Test
    void whatCannotBeCutIsRefusedWithTheWayOut() {
        assertThatThrownBy(() -> NextItem.of(TRAIN, Optional.empty(), TEST, 0))
                .isInstanceOf(KindredException.class)
                .hasMessage("the shortest prefix is 0 but must be at least 1");
        assertThatThrownBy(() -> NextItem.of(TRAIN, Optional.empty(), TEST, 3))
                .hasMessageContaining("no session of the test part has more than 3 interactions");
        Interactions unordered = interactions(ids("s", 1), ids("i", 4), TimeKind.NONE, new int[] {0, 2});
        assertThatThrownBy(() -> NextItem.of(TRAIN, Optional.empty(), unordered, 1))
                .hasMessageContaining("needs timestamps or an order");
        Interactions ambiguous =
                interactions(ids("s", 1), ids("i", 4), TimeKind.ORDER, new int[] {0, 2}, new int[] {0, 1});
        Interactions taken =
                interactions(ids("s0#", 2), ids("i", 4), TimeKind.ORDER, new int[] {0, 2}, new int[] {1, 2});
        assertThatThrownBy(() -> NextItem.of(taken, Optional.empty(), ambiguous, 1))
                .hasMessageContaining("'s0#1', but the data have a user of that name");
    }
}
