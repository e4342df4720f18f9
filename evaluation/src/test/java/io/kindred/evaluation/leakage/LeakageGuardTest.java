package io.kindred.evaluation.leakage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import io.kindred.core.data.FeatureColumn;
import io.kindred.core.data.FeatureTable;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.Provenance;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.id.Vocabulary;
import io.kindred.evaluation.TestData;
import io.kindred.evaluation.split.Fold;
import io.kindred.evaluation.split.GivenSplit;
import io.kindred.evaluation.split.Split;
import io.kindred.evaluation.split.SplitSettings;
import io.kindred.evaluation.split.Splitter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeakageGuardTest {
    private static final int DAY = 86_400;

    /** Two users, each with an interaction on each of five days: items 0 to 4 and 1 to 5. */
    private static Interactions fiveDays() {
        Interactions.Builder builder =
                Interactions.builder(TestData.ids("u", 2), TestData.ids("i", 6), TimeKind.TIMESTAMP);
        for (int day = 0; day < 5; day++) {
            builder.add(0, day, 1f, (long) day * DAY);
            builder.add(1, day + 1, 1f, (long) day * DAY + 60);
        }
        return builder.build();
    }

    private static Split temporal(Interactions data) {
        return Splitter.of("temporal", SplitSettings.DEFAULT).split(data);
    }

    private static List<String> check(Split split) {
        return check(split, TrainingData.of(split.folds().getFirst().train()));
    }

    private static List<String> check(Split split, TrainingData data) {
        return new LeakageGuard(split, data, false).check();
    }

    private static TrainingData withItemFeature(Interactions data, FeatureColumn column) {
        return new TrainingData(
                data,
                FeatureTable.none(data.users()),
                new FeatureTable(data.items(), List.of(column)),
                Provenance.memory());
    }

    @Test
    void aTemporalSplitWithoutNewItemsHasNothingToSay() {
        Interactions data = TestData.interactions(
                2, 2, TimeKind.TIMESTAMP, new int[][] {{0, 0, 10}, {1, 1, 20}, {0, 1, 30}, {1, 0, 40}, {0, 0, 50}});

        assertThat(check(temporal(data))).isEmpty();
    }

    @Test
    void rowsThatAreInTrainingAndTestFailTheRun() {
        Interactions train = TestData.interactions(
                3, 3, TimeKind.TIMESTAMP, new int[][] {{0, 0, 10}, {0, 1, 20}, {1, 1, 20}, {2, 2, 30}});
        Interactions test =
                TestData.interactions(3, 3, TimeKind.TIMESTAMP, new int[][] {{0, 1, 20}, {1, 2, 40}, {2, 2, 30}});

        assertThatThrownBy(() -> check(GivenSplit.of(train, Optional.empty(), test)))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("2 of 3 test interactions are in the training part as well")
                .hasMessageContaining("user 'u0' with item 'i1' at 1970-01-01T00:00:20Z")
                .hasMessageContaining("take them out of one of the parts");
    }

    @Test
    void rowsThatTheDataHaveTwiceFailTheRun() {
        Interactions data =
                TestData.interactions(1, 3, TimeKind.TIMESTAMP, new int[][] {{0, 0, 10}, {0, 1, 20}, {0, 1, 20}});

        assertThatThrownBy(() -> check(
                        Splitter.of("leave-last-out", SplitSettings.DEFAULT).split(data)))
                .hasMessageContaining("1 of 1 test interactions are in the training part as well")
                .hasMessageContaining("take repeated rows out");
    }

    @Test
    void aUserWhoComesBackToAnItemLaterIsNoLeak() {
        Interactions train = TestData.interactions(2, 2, TimeKind.TIMESTAMP, new int[][] {{0, 0, 10}, {1, 1, 20}});
        Interactions test = TestData.interactions(2, 2, TimeKind.TIMESTAMP, new int[][] {{0, 0, 30}, {1, 1, 40}});

        assertThat(check(GivenSplit.of(train, Optional.empty(), test))).isEmpty();
    }

    @Test
    void withoutTimesGivenPartsAreComparedByPair() {
        Interactions train = TestData.interactions(2, 2, TimeKind.NONE, new int[][] {{0, 0}, {1, 1}});
        Interactions test = TestData.interactions(2, 2, TimeKind.NONE, new int[][] {{0, 0}, {1, 0}});
        Split split = GivenSplit.of(train, Optional.empty(), test);

        assertThatThrownBy(() -> check(split))
                .hasMessageContaining("1 of 2 test interactions are in the training part as well")
                .hasMessageContaining("user 'u0' with item 'i0'")
                .hasMessageContaining("--candidates all-with-seen");
        assertThat(new LeakageGuard(split, TrainingData.of(train), true).check())
                .isEmpty();
    }

    @Test
    void aProtocolThatDividesTheDataMayMeetAPairAgain() {
        Interactions data = TestData.interactions(1, 2, TimeKind.ORDER, new int[][] {{0, 0}, {0, 1}, {0, 0}});

        assertThat(check(Splitter.of("leave-last-out", SplitSettings.DEFAULT).split(data)))
                .isEmpty();
    }

    @Test
    void testInteractionsInTheValidationPartFailTheRun() {
        Interactions train = TestData.interactions(1, 3, TimeKind.NONE, new int[][] {{0, 0}});
        Interactions same = TestData.interactions(1, 3, TimeKind.NONE, new int[][] {{0, 2}});

        assertThatThrownBy(() -> check(GivenSplit.of(train, Optional.of(same), same)))
                .hasMessageContaining("in the validation part as well");
    }

    @Test
    void heldOutUsersThatTrainingKnowsFailTheRun() {
        Split split = heldOut(
                TestData.interactions(2, 4, TimeKind.NONE, new int[][] {{0, 0}, {1, 1}}),
                TestData.interactions(2, 4, TimeKind.NONE, new int[][] {{1, 2}}),
                TestData.interactions(2, 4, TimeKind.NONE, new int[][] {{1, 3}}));

        assertThatThrownBy(() -> check(split))
                .hasMessageContaining("1 of 1 held-out users are in the training part as well, such as 'u1'");
    }

    @Test
    void aHeldOutUserWhoIsInTrainingUnderAnotherIdFailsTheRun() {
        Split split = heldOut(
                TestData.interactions(2, 4, TimeKind.TIMESTAMP, new int[][] {{0, 0, 10}, {0, 1, 20}, {0, 2, 30}}),
                TestData.interactions(2, 4, TimeKind.TIMESTAMP, new int[][] {{1, 2, 30}, {1, 0, 10}}),
                TestData.interactions(2, 4, TimeKind.TIMESTAMP, new int[][] {{1, 1, 20}}));

        assertThatThrownBy(() -> check(split))
                .hasMessageContaining("1 of 1 held-out users have exactly the interactions of a training user")
                .hasMessageContaining("'u1' who is 'u0' in training");
    }

    @Test
    void equalItemsAtOtherTimesAreAnotherUser() {
        Split split = heldOut(
                TestData.interactions(2, 4, TimeKind.TIMESTAMP, new int[][] {{0, 0, 10}, {0, 1, 20}, {0, 2, 30}}),
                TestData.interactions(2, 4, TimeKind.TIMESTAMP, new int[][] {{1, 2, 31}, {1, 0, 10}}),
                TestData.interactions(2, 4, TimeKind.TIMESTAMP, new int[][] {{1, 1, 20}}));

        assertThat(check(split)).noneMatch(note -> note.contains("held-out"));
    }

    @Test
    void shortHistoriesWithoutTimesMayAgreeByChance() {
        Split split = heldOut(
                TestData.interactions(2, 4, TimeKind.NONE, new int[][] {{0, 0}, {0, 1}, {0, 2}}),
                TestData.interactions(2, 4, TimeKind.NONE, new int[][] {{1, 2}, {1, 0}}),
                TestData.interactions(2, 4, TimeKind.NONE, new int[][] {{1, 1}}));

        assertThat(check(split)).isEmpty();
    }

    @Test
    void strongGeneralizationOfCleanDataPasses() {
        Split split =
                Splitter.of("strong-generalization", SplitSettings.DEFAULT).split(TestData.random(3, 60, 200, 20));

        assertThat(check(split)).noneMatch(note -> note.contains("held-out"));
    }

    @Test
    void featuresDatedAfterTheCutFailTheRun() {
        Interactions data = fiveDays();
        double[] dates = {0, 0, 0, 4.0 * DAY + 60, Double.NaN, 9.0 * DAY};
        TrainingData features = withItemFeature(data, new FeatureColumn.Numbers("as_of", dates));

        // Of ten interactions the last is test: the fifth day, one minute past midnight.
        assertThatThrownBy(() -> check(temporal(data), features))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("features of 2 of 6 items are dated after the cut (1970-01-05T00:01:00Z)")
                .hasMessageContaining("item 'i3' of 1970-01-05T00:01:00Z");
    }

    @Test
    void featuresFromBeforeTheCutPass() {
        Interactions data = fiveDays();
        double[] dates = new double[6];
        java.util.Arrays.fill(dates, 4.0 * DAY);

        assertThat(check(temporal(data), withItemFeature(data, new FeatureColumn.Numbers("as_of", dates))))
                .noneMatch(note -> note.contains("dated"));
    }

    @Test
    void datesMayBeWrittenAsText() {
        Interactions data = fiveDays();
        String[] dates = {
            "1970-01-01", "1970-01-02T10:00:00", "1970-01-02 10:00:00Z", null, "", "1970-02-01T00:00:00+01:00"
        };

        assertThatThrownBy(() -> check(temporal(data), withItemFeature(data, new FeatureColumn.Text("as_of", dates))))
                .hasMessageContaining("features of 1 of 6 items")
                .hasMessageContaining("item 'i5' of 1970-01-31T23:00:00Z");
    }

    @Test
    void whatIsNoDateIsNamed() {
        Interactions data = fiveDays();
        String[] dates = {"yesterday", null, null, null, null, null};

        assertThatThrownBy(() -> check(temporal(data), withItemFeature(data, new FeatureColumn.Text("as_of", dates))))
                .isInstanceOf(KindredException.class)
                .hasMessage("the feature 'as_of' of 'i0' is 'yesterday', which is no date; write 2024-05-01,"
                        + " 2024-05-01T12:00:00Z or Unix seconds");
    }

    @Test
    void itemsThatComeOnlyAfterTheTestFailTheRun() {
        Interactions data = fiveDays();
        double[] dates = {0, 0, 0, 0, 0, 30.0 * DAY};

        assertThatThrownBy(() -> check(
                        temporal(data), withItemFeature(data, new FeatureColumn.Numbers("available_from", dates))))
                .hasMessageContaining("1 of 6 items become available only after the last test interaction")
                .hasMessageContaining("'i5' from 1970-01-31T00:00:00Z");
    }

    @Test
    void itemsThatComeDuringTheTestAreTold() {
        Interactions.Builder builder =
                Interactions.builder(TestData.ids("u", 2), TestData.ids("i", 4), TimeKind.TIMESTAMP);
        builder.add(0, 0, 1f, 10).add(1, 0, 1f, 20).add(0, 1, 1f, 30).add(1, 1, 1f, 40);
        Interactions train = builder.build();
        Interactions test = TestData.interactions(
                train.users(), train.items(), TimeKind.TIMESTAMP, new int[] {0, 2, 100}, new int[] {1, 3, 200});

        List<String> notes = check(GivenSplit.of(train, Optional.empty(), test));

        // Item 3 appears at 200, after user 0's moment (100); nothing comes after user 1's: (1/4 + 0) / 2.
        assertThat(notes)
                .containsExactly(
                        "For the average test user 13% of all items come later: they have their first interaction only"
                                + " after the user's first test interaction.");
    }

    @Test
    void aProtocolThatDoesNotDivideByTimeIsTold() {
        List<String> notes =
                check(Splitter.of("leave-last-out", SplitSettings.DEFAULT).split(lateAndEarly()));

        // Trained are the moments 10 and 110, tested 20 and 120: half of the first are later than 20, none than 120.
        assertThat(notes)
                .containsExactly(
                        "The protocol does not divide by time ('temporal' does): on average 25% of the training"
                                + " interactions are later than the test interaction to be predicted.");
    }

    @Test
    void datesWithoutTimestampsCannotBeChecked() {
        Interactions data = TestData.interactions(1, 2, TimeKind.ORDER, new int[][] {{0, 0}, {0, 1}});
        FeatureTable items = new FeatureTable(
                data.items(),
                List.of(
                        new FeatureColumn.Numbers("as_of", new double[2]),
                        new FeatureColumn.Numbers("available_from", new double[2])));
        TrainingData features = new TrainingData(data, FeatureTable.none(data.users()), items, Provenance.memory());

        assertThat(check(Splitter.of("leave-last-out", SplitSettings.DEFAULT).split(data), features))
                .hasSize(2)
                .allMatch(note -> note.contains("no timestamps"));
    }

    private static Interactions lateAndEarly() {
        return TestData.interactions(
                2, 2, TimeKind.TIMESTAMP, new int[][] {{0, 0, 10}, {0, 1, 20}, {1, 0, 110}, {1, 1, 120}});
    }

    private static Split heldOut(Interactions train, Interactions foldIn, Interactions test) {
        Vocabulary users = train.users();
        assertThat(foldIn.users()).isEqualTo(users);
        Fold fold = new Fold(
                train,
                foldIn,
                TestData.none(train),
                test,
                temporal(fiveDays()).folds().getFirst().facts(),
                false);
        return new Split("strong-generalization", Map.of(), List.of(fold));
    }
}
