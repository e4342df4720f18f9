package io.kindred.evaluation.split;

import static io.kindred.evaluation.TestData.interactions;
import static io.kindred.evaluation.split.SplitAssertions.pairs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import org.junit.jupiter.api.Test;

class TemporalTest {
    private static final Fractions HALF = new Fractions(0.5, 0.25, 0.25);

    @Test
    void oneCutForEverybody() {
        Interactions data = interactions(
                2, 4, TimeKind.TIMESTAMP, new int[] {0, 0, 10}, new int[] {0, 1, 20}, new int[] {0, 2, 30}, new int[] {
                    1, 3, 40
                });

        Fold fold = new Temporal(HALF, true).split(data).folds().getFirst();

        assertThat(pairs(fold.train())).containsExactly("0-0", "0-1");
        assertThat(pairs(fold.validation())).containsExactly("0-2");
        assertThat(pairs(fold.test())).containsExactly("1-3");
        assertThat(fold.facts().usersWithoutHistory()).isEqualTo(1);
        assertThat(fold.facts().itemsUnseenInTraining()).isEqualTo(2);
        assertThat(fold.facts().testOnUnseenItems()).isEqualTo(1);
    }

    @Test
    void interactionsAtTheTimeOfTheCutGoToTheLaterPartTogether() {
        Interactions data = interactions(
                3, 4, TimeKind.TIMESTAMP, new int[] {0, 0, 10}, new int[] {0, 1, 20}, new int[] {1, 2, 20}, new int[] {
                    2, 3, 20
                });

        Fold fold = new Temporal(new Fractions(0.75, 0, 0.25), false)
                .split(data)
                .folds()
                .getFirst();

        assertThat(pairs(fold.train())).containsExactly("0-0");
        assertThat(pairs(fold.test())).containsExactly("0-1", "1-2", "2-3");
        assertThat(fold.facts().usersTouchedByTies()).isEqualTo(3);
    }

    @Test
    void anOrderWithoutAClockIsRefused() {
        Interactions data = interactions(1, 2, TimeKind.ORDER, new int[] {0, 0}, new int[] {0, 1});

        assertThatThrownBy(() -> new Temporal(Fractions.DEFAULT, false).split(data))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("only the order")
                .hasMessageContaining("'leave-last-out'");
    }

    @Test
    void dataOfOneMomentIsRefused() {
        Interactions data = interactions(2, 2, TimeKind.TIMESTAMP, new int[] {0, 0, 7}, new int[] {1, 1, 7});

        assertThatThrownBy(() -> new Temporal(Fractions.DEFAULT, false).split(data))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("1970-01-01T00:00:07Z")
                .hasMessageContaining("'ratio'");
    }
}
