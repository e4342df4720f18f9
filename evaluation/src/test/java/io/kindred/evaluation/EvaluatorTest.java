package io.kindred.evaluation;

import static io.kindred.evaluation.TestData.interactions;
import static io.kindred.evaluation.TestData.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.UserHistories;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.math.SparseMatrix;
import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.scorer.FactorsModel;
import io.kindred.core.scorer.ItemSimilarityModel;
import io.kindred.evaluation.split.Fold;
import io.kindred.evaluation.split.Fractions;
import io.kindred.evaluation.split.LeaveLastOut;
import io.kindred.evaluation.split.RankingTask;
import io.kindred.evaluation.split.StrongGeneralization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
    private static final EvaluationOptions AT_2 = EvaluationOptions.at(2).withThreads(1);

    /** Two users, five items: u0 had i0 and is tested on i4, u1 had i1 and is tested on i2. */
    private static final Interactions TRAIN = interactions(2, 5, TimeKind.ORDER, new int[] {0, 0}, new int[] {1, 1});

    private static final Interactions TEST = interactions(2, 5, TimeKind.ORDER, new int[] {0, 4}, new int[] {1, 2});

    @Test
    void ranksAllItemsNotSeenInTraining() {
        // The training item has the best score and must not take a place: u0 gets i4, i1 and u1 gets i4, i0.
        FakeModel model = new FakeModel(TRAIN, (user, item) -> item == 4 ? 2 : item == user ? 9 : 1);

        RankingResult result = new Evaluator(AT_2).evaluate(model, task(TRAIN, TEST));

        assertThat(result.perUser().column("ndcg@2")).containsExactly(1, 0);
        assertThat(result.metric("hit@2")).isEqualTo(0.5);
        // u0: i4 (2) beats i1, i2, i3 (1). u1: i2 (1) ties with i0 and i3 and loses to i4: 2 * 1/2 of 3.
        assertThat(result.perUser().column("auc")).containsExactly(new double[] {1, 1 / 3.0}, within(1e-12));
        assertThat(result.ways()).isEqualTo(Map.of("known-user", 2));
    }

    @Test
    void equalScoresAreRankedByTheLowerItemIndex() {
        FakeModel model = new FakeModel(TRAIN, (user, item) -> 1);

        RankingResult result = new Evaluator(AT_2).evaluate(model, task(TRAIN, TEST));

        // u0 gets i1, i2 and misses i4; u1 gets i0, i2 and hits at rank 2.
        assertThat(result.perUser().column("mrr@2")).containsExactly(0, 0.5);
    }

    @Test
    void aConstantModelDoesNotLookGood() {
        Interactions data = TestData.random(1, 300, 200, 20);
        Fold fold = new LeaveLastOut(false).split(data).folds().getFirst();
        FakeModel constant = new FakeModel(fold.train(), (user, item) -> 7);
        FakeModel popular = new FakeModel(fold.train(), (user, item) -> -item);

        RankingResult result = new Evaluator(EvaluationOptions.at(10)).evaluate(constant, fold.testTask(false));
        RankingResult useful = new Evaluator(EvaluationOptions.at(10)).evaluate(popular, fold.testTask(false));

        assertThat(result.metric("auc")).isEqualTo(0.5);
        assertThat(result.tiedLists()).isEqualTo(result.users());
        assertThat(useful.tiedLists()).isZero();
        assertThat(useful.metric("auc")).isGreaterThan(0.6);
        assertThat(result.metric("coverage@10")).isLessThan(0.2);
    }

    @Test
    void whatCannotBeScoredIsNeverListed() {
        FakeModel model = new FakeModel(TRAIN, (user, item) -> item == 3 ? 1 : Float.NaN);

        RankingResult result = new Evaluator(AT_2).evaluate(model, task(TRAIN, TEST));

        assertThat(result.metric("coverage@2")).isEqualTo(0.2);
        assertThat(result.metric("hit@2")).isZero();
        // One item is no pair.
        assertThat(result.perUser().columns()).doesNotContainKey("diversity@2");
    }

    @Test
    void aUserOfWhomNothingIsKnownGetsPopularityAndIsCounted() {
        FakeModel model = new FakeModel(TRAIN, (user, item) -> user == 0 ? Float.NaN : item);

        RankingResult result = new Evaluator(AT_2).evaluate(model, task(TRAIN, TEST));

        assertThat(result.ways()).isEqualTo(Map.of("known-user", 1, "fallback", 1));
    }

    @Test
    void usersWithoutARelevantItemAreLeftOutAndCounted() {
        // u1's only test item is in training; u2 has no test item; u3 has nothing at all and is not part of the data.
        Interactions train = interactions(4, 5, TimeKind.ORDER, new int[] {0, 0}, new int[] {1, 1}, new int[] {2, 3});
        Interactions test = interactions(4, 5, TimeKind.ORDER, new int[] {0, 4}, new int[] {1, 1});

        RankingResult result =
                new Evaluator(AT_2).evaluate(new FakeModel(train, (user, item) -> item), task(train, test));

        assertThat(result.users()).isEqualTo(1);
        assertThat(result.usersLeftOut()).isEqualTo(2);
        assertThat(result.metric("hit@2")).isEqualTo(1);
        assertThat(result.perUser().column("hit@2")).containsExactly(1, Double.NaN);
    }

    @Test
    void nobodyToMeasureIsAnError() {
        assertThatThrownBy(
                        () -> new Evaluator(AT_2).evaluate(new FakeModel(TRAIN, (user, item) -> 1), task(TRAIN, TRAIN)))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("no user has a relevant item");
    }

    @Test
    void aModelOverOtherItemsIsRefused() {
        Interactions other = interactions(2, 6, TimeKind.ORDER, new int[] {0, 0});

        assertThatThrownBy(
                        () -> new Evaluator(AT_2).evaluate(new FakeModel(other, (user, item) -> 1), task(TRAIN, TEST)))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("different vocabularies");
    }

    @Test
    void validationItemsStayCandidatesUnlessTheyAreMasked() {
        Interactions data = interactions(
                2,
                4,
                TimeKind.ORDER,
                new int[] {0, 0},
                new int[] {0, 1},
                new int[] {0, 2},
                new int[] {1, 3},
                new int[] {1, 0},
                new int[] {1, 2});
        Fold fold = new LeaveLastOut(true).split(data).folds().getFirst();
        // Validation items are i1 of u0 and i0 of u1; the model likes them best, then i2.
        FakeModel model = new FakeModel(fold.train(), (user, item) -> item == 1 - user ? 3 : item == 2 ? 2 : 1);
        Evaluator evaluator = new Evaluator(EvaluationOptions.at(1));

        assertThat(evaluator.evaluate(model, fold.testTask(false)).metric("hit@1"))
                .isZero();
        assertThat(evaluator.evaluate(model, fold.testTask(true)).metric("hit@1"))
                .isEqualTo(1);
        assertThat(evaluator.evaluate(model, fold.validationTask()).metric("hit@1"))
                .isEqualTo(1);
    }

    @Test
    void heldOutUsersAreScoredFromTheirFoldInPart() {
        Interactions data = TestData.random(11, 40, 30, 12);
        Fold fold = new StrongGeneralization(1, new Fractions(0.5, 0.25, 0.25), 0.8, true)
                .split(data)
                .folds()
                .getFirst();
        ItemSimilarityModel model = similarities(fold.train());

        RankingResult result = new Evaluator(EvaluationOptions.at(5)).evaluate(model, fold.testTask(false));

        assertThat(result.ways()).containsOnlyKeys("fold-in");
        assertThat(result.ways().get("fold-in")).isEqualTo(result.users());
        assertThat(result.users() + result.usersLeftOut()).isLessThan(40);
    }

    @Test
    void aModelThatFollowsSessionsIsHandedTheTrainingPart() {
        Interactions train = interactions(
                2, 5, TimeKind.ORDER, new int[] {0, 0}, new int[] {0, 1}, new int[] {1, 2}, new int[] {1, 0});
        Interactions test = interactions(2, 5, TimeKind.ORDER, new int[] {0, 2}, new int[] {1, 1});

        // The next item is the one after the last: i2 after i0, i1 and i1 after i2, i0.
        RankingResult result =
                new Evaluator(EvaluationOptions.at(1)).evaluate(new FakeSessionModel(train), task(train, test));

        assertThat(result.metric("hit@1")).isEqualTo(1);
        assertThat(result.ways()).isEqualTo(Map.of("session", 2));
    }

    @Test
    void ratingsAreMeasuredWhereTheModelPredictsThem() {
        Interactions test = interactions(
                2,
                5,
                TimeKind.ORDER,
                new int[] {0, 4, 0, 5},
                new int[] {0, 2, 0, 1},
                new int[] {1, 2, 0, 3},
                new int[] {1, 3, 0, 2});
        // Predictions: u0 4 and 4, u1 4 and none. Errors -1, 3, 1.
        FakeModel.Ratings model = new FakeModel.Ratings(TRAIN, (user, item) -> user == 1 && item == 3 ? Float.NaN : 4);

        RankingResult result = new Evaluator(AT_2).evaluate(model, task(TRAIN, test));

        RatingSummary summary = new RatingSummary(List.of(result));
        assertThat(summary.metrics().get("rmse")).isCloseTo(Math.sqrt(11 / 3.0), within(1e-12));
        assertThat(summary.metrics().get("mae")).isCloseTo(5 / 3.0, within(1e-12));
        assertThat(summary.unpredicted()).isEqualTo(1);
        assertThat(summary.perUser(new int[] {0, 1}).get("rmse"))
                .containsExactly(new double[] {Math.sqrt(5), 1}, within(1e-12));
    }

    @Test
    void sampledFiguresCarryTheSamplingInTheirNames() {
        Interactions data = TestData.random(2, 60, 80, 15);
        Fold fold = new LeaveLastOut(false).split(data).folds().getFirst();
        FakeModel model = new FakeModel(fold.train(), (user, item) -> -item);
        EvaluationOptions sampled = EvaluationOptions.at(5).withCandidates(Candidates.of("sampled-9-uniform"));

        RankingResult few = new Evaluator(sampled).evaluate(model, fold.testTask(false));
        RankingResult same =
                new Evaluator(sampled.withThreads(3).withUsersPerBlock(5)).evaluate(model, fold.testTask(false));
        RankingResult all = new Evaluator(EvaluationOptions.at(5)).evaluate(model, fold.testTask(false));

        assertThat(few.perUser().columns().keySet()).allMatch(name -> name.startsWith("sampled-9-uniform:"));
        assertThat(few.overall()).isEmpty();
        assertThat(few.perUser().column("sampled-9-uniform:ndcg@5"))
                .isEqualTo(same.perUser().column("sampled-9-uniform:ndcg@5"));
        assertThat(few.metric("sampled-9-uniform:hit@5")).isGreaterThan(all.metric("hit@5"));
        assertThatThrownBy(() -> Candidates.of("sampled-99"))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("sampled-99-uniform");
    }

    @Test
    void moreSampledCandidatesThanThereAreIsFullRanking() {
        FakeModel model = new FakeModel(TRAIN, (user, item) -> item * (user == 0 ? 1 : -1));
        EvaluationOptions sampled = AT_2.withCandidates(new Candidates.SampledUniform(50));

        RankingResult few = new Evaluator(sampled).evaluate(model, task(TRAIN, TEST));
        RankingResult all = new Evaluator(AT_2).evaluate(model, task(TRAIN, TEST));

        assertThat(few.perUser().column("sampled-50-uniform:map@2"))
                .isEqualTo(all.perUser().column("map@2"));
    }

    @Test
    void listsWithATrainingItemOrARepeatAreRefused() {
        Evaluator evaluator = new Evaluator(AT_2);

        assertThatThrownBy(() -> evaluator.evaluateLists(task(TRAIN, TEST), new int[][] {{0, 4}, {2}}))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("'u0' has item 'i0'")
                .hasMessageContaining("in training");
        assertThatThrownBy(() -> evaluator.evaluateLists(task(TRAIN, TEST), new int[][] {{4, 4}, {2}}))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("'i4' twice");
    }

    @Test
    void progressEndsWithEverybody() {
        List<String> heard = new ArrayList<>();

        new Evaluator(AT_2.withUsersPerBlock(1), (done, total) -> heard.add(done + "/" + total))
                .evaluate(new FakeModel(TRAIN, (user, item) -> item), task(TRAIN, TEST));

        assertThat(heard).containsExactly("1/2", "2/2");
    }

    @Test
    void anErrorOfTheModelReachesTheCaller() {
        FakeModel broken = new FakeModel(TRAIN, (user, item) -> {
            throw new IllegalStateException("no score today");
        });

        assertThatThrownBy(() ->
                        new Evaluator(AT_2.withThreads(2).withUsersPerBlock(1)).evaluate(broken, task(TRAIN, TEST)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no score today");
    }

    @Test
    void anInterruptedEvaluationStops() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(
                        () -> new Evaluator(AT_2).evaluate(new FakeModel(TRAIN, (user, item) -> 1), task(TRAIN, TEST)))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("cancelled");
        assertThat(Thread.interrupted()).isTrue();
    }

    static ItemSimilarityModel similarities(Interactions train) {
        int items = train.itemCount();
        int[] starts = new int[items + 1];
        int[] columns = new int[items * items];
        float[] weights = new float[items * items];
        for (int i = 0; i < items; i++) {
            starts[i + 1] = (i + 1) * items;
            for (int j = 0; j < items; j++) {
                columns[i * items + j] = j;
                weights[i * items + j] = 1f / (1 + Math.abs(i - j));
            }
        }
        return new ItemSimilarityModel(
                new ModelInfo("similar", ArtifactKind.ITEM_SIMILARITY, Map.of(), true),
                train.users(),
                train.items(),
                UserHistories.of(train),
                SparseMatrix.of(starts, columns, weights, items));
    }

    static FactorsModel factors(Interactions train, FloatMatrix users, FloatMatrix items) {
        return new FactorsModel(
                new ModelInfo("factors", ArtifactKind.FACTORS, Map.of(), true),
                train.users(),
                train.items(),
                UserHistories.of(train),
                users,
                items);
    }

    static RankingTask lastOut(Interactions data) {
        return new LeaveLastOut(false).split(data).folds().getFirst().testTask(false);
    }
}
