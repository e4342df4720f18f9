package io.kindred.evaluation.metric;

import static io.kindred.evaluation.TestData.interactions;
import static io.kindred.evaluation.TestData.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.KindredException;
import io.kindred.core.data.FeatureColumn;
import io.kindred.core.data.FeatureTable;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.id.Vocabulary;
import io.kindred.evaluation.TestData;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExposureTest {
    private static final Interactions TRAIN =
            interactions(3, 4, TimeKind.ORDER, new int[] {0, 0}, new int[] {1, 0}, new int[] {2, 0}, new int[] {1, 1});

    private static Exposure shown(int[] at, List<Groups> groups, int[]... lists) {
        UserCase user = new UserCase(task(TRAIN, TestData.none(TRAIN)));
        Exposure exposure = new Exposure(at, 4, groups);
        for (int u = 0; u < lists.length; u++) {
            user.open(u);
            user.answer(lists[u], lists[u].length);
            exposure.add(user);
        }
        return exposure;
    }

    @Test
    void coverageIsTheShareOfItemsShown() {
        Exposure exposure = shown(new int[] {1, 2}, List.of(), new int[] {1, 2}, new int[] {1, 3});

        // At 1 only i1, at 2 i1, i2, i3, of 4 items.
        assertThat(exposure.coverage(0)).isEqualTo(0.25);
        assertThat(exposure.coverage(1)).isEqualTo(0.75);
    }

    @Test
    void giniIsOverAllItems() {
        Exposure exposure = shown(new int[] {1, 2}, List.of(), new int[] {1, 2}, new int[] {1, 3});

        // At 2 the counts in ascending order are 0, 1, 1, 2: (-3*0 - 1*1 + 1*1 + 3*2) / (4 * 4) = 6/16.
        // At 1 they are 0, 0, 0, 2: 3*2 / (4 * 2) = 0.75, the most unequal that four items can be.
        assertThat(exposure.gini(1)).isCloseTo(0.375, within(1e-12));
        assertThat(exposure.gini(0)).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void giniOfNothingShownIsNotDefined() {
        assertThat(shown(new int[] {1}, List.of()).gini(0)).isNaN();
    }

    @Test
    void countsOfTwoThreadsAddUp() {
        int[] at = {1, 2};
        List<Groups> groups = List.of(Groups.byPopularity(new TrainingStatistics(TRAIN)));
        Exposure both = shown(at, groups, new int[] {1, 2}, new int[] {2, 3});
        Exposure sum = shown(at, groups, new int[] {1, 2});

        sum.add(shown(at, groups, new int[] {2, 3}));

        assertThat(sum.coverage(1)).isEqualTo(both.coverage(1));
        assertThat(sum.gini(1)).isEqualTo(both.gini(1));
        assertThat(sum.shares(0, 2)).isEqualTo(both.shares(0, 2));
    }

    @Test
    void exposureOfAGroupWeighsTheRank() {
        Groups groups = Groups.byPopularity(new TrainingStatistics(TRAIN));

        Exposure exposure = shown(new int[] {2}, List.of(groups), new int[] {1, 2}, new int[] {2, 3});

        // Of 4 pairs i0 has 3, i1 one: i0 is head (starts below 0.8), i1 starts at 3 of 4 = 75% < 80% and is middle, i2
        // and i3
        // tail. Rank 1 weighs 1, rank 2 1/log2(3) = 0.63093. The tail is at rank 2, rank 1 and rank 2.
        double second = 0.6309297535714575;
        assertThat(exposure.shares(0, 0).get(2)).isZero();
        assertThat(exposure.shares(0, 1).get(2)).isCloseTo(1 / (2 + 2 * second), within(1e-12));
        assertThat(exposure.shares(0, 2).get(2)).isCloseTo((1 + 2 * second) / (2 + 2 * second), within(1e-12));
    }

    @Test
    void activityThirdsKeepEquallyActiveUsersTogether() {
        Interactions train = interactions(
                5,
                3,
                TimeKind.ORDER,
                new int[] {0, 0},
                new int[] {1, 0},
                new int[] {2, 0},
                new int[] {2, 1},
                new int[] {3, 0},
                new int[] {3, 1},
                new int[] {3, 2});

        Groups groups = Groups.byActivity(train, TestData.none(train));

        // Active counts 1, 1, 2, 3: the border of the lowest third is 1, of the middle one 2. u4 has nothing.
        assertThat(groups.names()).containsExactly("none", "low", "medium", "high");
        assertThat(groups.sizes()).containsExactly(1, 2, 1, 1);
    }

    @Test
    void aCategoryColumnPutsItemsIntoSeveralGroups() {
        FeatureColumn.Categories genres = new FeatureColumn.Categories(
                "genres",
                Vocabulary.of(List.of("drama", "war")),
                new int[] {0, 2, 3, 3, 4},
                new int[] {0, 1, 1, 0},
                false);
        FeatureTable table = new FeatureTable(TestData.ids("i", 4), List.of(genres));

        Groups groups = Groups.byColumn(table, "genres");

        assertThat(groups.names()).containsExactly("drama", "war", "(unknown)");
        assertThat(groups.sizes()).containsExactly(2, 2, 1);
        assertThat(groups.group(groups.start(2))).isEqualTo(2);
        assertThatThrownBy(() -> Groups.byColumn(table, "genre"))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("groups by 'genre'")
                .hasMessageContaining("available: genres");
    }

    @Test
    void entropyIsInBits() {
        Exposure exposure = shown(new int[] {1, 2}, List.of(), new int[] {1, 2}, new int[] {1, 3});

        // At 2 the shares are 1/2, 1/4, 1/4: 1/2 * 1 + 2 * 1/4 * 2 = 1.5 bits; at 1 one item has everything.
        assertThat(exposure.entropy(1)).isCloseTo(1.5, within(1e-12));
        assertThat(exposure.entropy(0)).isZero();
        assertThat(shown(new int[] {1}, List.of()).entropy(0)).isNaN();
    }

    @Test
    void ratesAreOfCandidatesAndRecallsOfRelevantItems() {
        Interactions target = interactions(
                3, 4, TimeKind.ORDER, new int[] {0, 1}, new int[] {0, 2}, new int[] {1, 3}, new int[] {2, 1});
        Groups groups = Groups.byColumn(
                new FeatureTable(
                        TestData.ids("i", 4), List.of(new FeatureColumn.Numbers("half", new double[] {1, 1, 2, 2}))),
                "half");
        UserCase user = new UserCase(task(TRAIN, target));
        Exposure exposure = new Exposure(new int[] {1, 2}, 4, List.of(groups));
        int[][] lists = {{1, 3}, {2, 3}, {3, 2}};
        for (int u = 0; u < 3; u++) {
            user.open(u);
            user.answer(lists[u], 2);
            exposure.add(user);
        }

        // Candidates: u0 i1 i2 i3, u1 i2 i3, u2 i1 i2 i3. Group "1" is i0 and i1: 2 candidates over all users, shown
        // once at
        // rank 1; group "2" has 6, shown 2 times at rank 1 and 5 times in two.
        assertThat(exposure.rates(0, 0, 2)).containsEntry(1, 1.0 / 2).containsEntry(2, 1.0 / 2);
        assertThat(exposure.rates(0, 1, 2)).containsEntry(1, 2.0 / 6).containsEntry(2, 5.0 / 6);
        // Relevant in group "1": i1 of u0 (found) and i1 of u2 (not); in group "2": i2 of u0 (not) and i3 of u1 (at
        // rank 2).
        assertThat(exposure.relevant(0, 0)).isEqualTo(2);
        assertThat(exposure.recalls(0, 0)).containsEntry(1, 0.5).containsEntry(2, 0.5);
        assertThat(exposure.recalls(0, 1)).containsEntry(1, 0.0).containsEntry(2, 0.5);
    }

    @Test
    void numbersAreCutIntoQuarters() {
        FeatureTable table =
                new FeatureTable(TestData.ids("i", 9), List.of(new FeatureColumn.Numbers("year", new double[] {
                    1990, 1991, 1991, 1995, 2000, 2001, 2002, 2003, Double.NaN
                })));

        Groups groups = Groups.byColumn(table, "year");

        // Eight known years: the quarters end at the 2nd, 4th, 6th and 8th; 1991 is not torn apart.
        assertThat(groups.names())
                .containsExactly("1990 to 1991", "1995", "2000 to 2001", "2002 to 2003", Groups.UNKNOWN);
        assertThat(groups.sizes()).containsExactly(3, 1, 2, 2, 1);
    }

    @Test
    void fewDifferentNumbersMakeAGroupEach() {
        FeatureTable table = new FeatureTable(
                TestData.ids("i", 5), List.of(new FeatureColumn.Numbers("stars", new double[] {2, 1, 2, 0.5, 2})));

        Groups groups = Groups.byColumn(table, "stars");

        assertThat(groups.names()).containsExactly("0.5", "1", "2", Groups.UNKNOWN);
        assertThat(groups.sizes()).containsExactly(1, 1, 3, 0);
    }
}
