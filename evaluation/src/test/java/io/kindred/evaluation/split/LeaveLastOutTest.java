package io.kindred.evaluation.split;

import static io.kindred.evaluation.TestData.interactions;
import static io.kindred.evaluation.split.SplitAssertions.pairs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import org.junit.jupiter.api.Test;

class LeaveLastOutTest {
    @Test
    void theLastInteractionIsTestAndTheOneBeforeItValidation() {
        Interactions data = interactions(
                1, 4, TimeKind.TIMESTAMP, new int[] {0, 0, 30}, new int[] {0, 1, 10}, new int[] {0, 2, 40}, new int[] {
                    0, 3, 20
                });

        Fold fold = new LeaveLastOut(true).split(data).folds().getFirst();

        assertThat(pairs(fold.test())).containsExactly("0-2");
        assertThat(pairs(fold.validation())).containsExactly("0-0");
        assertThat(pairs(fold.train())).containsExactly("0-1", "0-3");
        assertThat(fold.facts().usersTouchedByTies()).isZero();
    }

    @Test
    void withoutValidationEverythingButTheLastTrains() {
        Interactions data = interactions(
                1, 4, TimeKind.TIMESTAMP, new int[] {0, 0, 30}, new int[] {0, 1, 10}, new int[] {0, 2, 40}, new int[] {
                    0, 3, 20
                });

        Fold fold = new LeaveLastOut(false).split(data).folds().getFirst();

        assertThat(pairs(fold.test())).containsExactly("0-2");
        assertThat(fold.validation().size()).isZero();
        assertThat(pairs(fold.train())).containsExactly("0-0", "0-1", "0-3");
    }

    @Test
    void shortHistoriesKeepOneTrainingInteraction() {
        Interactions data = interactions(
                3,
                3,
                TimeKind.ORDER,
                new int[] {0, 0},
                new int[] {1, 1},
                new int[] {1, 2},
                new int[] {2, 0},
                new int[] {2, 1},
                new int[] {2, 2});

        Fold fold = new LeaveLastOut(true).split(data).folds().getFirst();

        assertThat(pairs(fold.train())).containsExactly("0-0", "1-1", "2-0");
        assertThat(pairs(fold.validation())).containsExactly("2-1");
        assertThat(pairs(fold.test())).containsExactly("1-2", "2-2");
        assertThat(fold.facts().usersWithoutTest()).isEqualTo(1);
    }

    @Test
    void equalTimestampsAreOrderedByInputRowAndCounted() {
        Interactions data = interactions(
                2,
                3,
                TimeKind.TIMESTAMP,
                new int[] {0, 2, 5},
                new int[] {0, 1, 5},
                new int[] {0, 0, 1},
                new int[] {1, 0, 1},
                new int[] {1, 1, 1},
                new int[] {1, 2, 2});

        Fold plain = new LeaveLastOut(false).split(data).folds().getFirst();
        Fold validated = new LeaveLastOut(true).split(data).folds().getFirst();

        assertThat(pairs(plain.test())).containsExactly("0-1", "1-2");
        assertThat(plain.facts().usersTouchedByTies()).isEqualTo(1);
        assertThat(pairs(validated.validation())).containsExactly("0-2", "1-1");
        assertThat(validated.facts().usersTouchedByTies()).isEqualTo(2);
    }

    @Test
    void dataWithoutOrderIsRefusedWithTheWayOut() {
        Interactions data = interactions(1, 2, TimeKind.NONE, new int[] {0, 0}, new int[] {0, 1});

        assertThatThrownBy(() -> new LeaveLastOut(false).split(data))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("needs timestamps or an order")
                .hasMessageContaining("'ratio'");
    }

    @Test
    void dataInWhichNobodyHasTwoInteractionsIsRefused() {
        Interactions data = interactions(2, 2, TimeKind.ORDER, new int[] {0, 0}, new int[] {1, 1});

        assertThatThrownBy(() -> new LeaveLastOut(false).split(data))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("no test interactions");
    }
}
