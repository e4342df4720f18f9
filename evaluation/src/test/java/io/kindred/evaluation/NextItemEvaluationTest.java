package io.kindred.evaluation;

import static io.kindred.evaluation.TestData.ids;
import static io.kindred.evaluation.TestData.interactions;
import static io.kindred.evaluation.TestData.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import io.kindred.core.data.FeatureColumn;
import io.kindred.core.data.FeatureTable;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.Provenance;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.TrainingContext;
import io.kindred.evaluation.split.NextItem;
import io.kindred.evaluation.split.Split;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NextItemEvaluationTest {
    private static final EvaluationOptions AT_1 =
            EvaluationOptions.at(1).withThreads(1).withResamples(0);

    private static final Interactions TRAIN =
            interactions(2, 4, TimeKind.ORDER, new int[] {0, 0}, new int[] {0, 1}, new int[] {1, 1});

    /** s0: i1, i2, i1 and s1: i0, i1. {@link FakeSessionModel} expects the next index: right, wrong; right. */
    private static final Interactions TEST = interactions(
            ids("s", 2),
            ids("i", 4),
            TimeKind.ORDER,
            new int[] {0, 1},
            new int[] {0, 2},
            new int[] {0, 1},
            new int[] {1, 0},
            new int[] {1, 1});

    @Test
    void prefixesAreHandedOverAsSessions() {
        Split split = NextItem.of(TRAIN, Optional.empty(), TEST, 1);
        var task = split.folds().getFirst().testTask(false);

        RankingResult result = new Evaluator(AT_1).evaluate(new FakeSessionModel(task.train()), task);

        assertThat(result.perUser().column("hit@1")).containsExactly(1, 0, 1);
        assertThat(result.ways()).isEqualTo(Map.of("session", 3));
        assertThat(result.usersLeftOut()).isZero();
    }

    @Test
    void whatTheSessionHasAlreadyMayComeAgain() {
        Interactions back = interactions(
                ids("s", 1), ids("i", 4), TimeKind.ORDER, new int[] {0, 0}, new int[] {0, 3}, new int[] {0, 0});
        var task =
                NextItem.of(TRAIN, Optional.empty(), back, 2).folds().getFirst().testTask(false);

        // After i3 the model expects i0, which the session began with.
        RankingResult result = new Evaluator(AT_1).evaluate(new FakeSessionModel(task.train()), task);

        assertThat(result.metric("hit@1")).isEqualTo(1);
        assertThat(result.metric("mrr@1")).isEqualTo(1);
    }

    @Test
    void repeatsCountWhereWhatWasSeenCompetes() {
        Interactions train = interactions(2, 3, TimeKind.ORDER, new int[] {0, 0}, new int[] {0, 1}, new int[] {1, 1});
        Interactions target = interactions(2, 3, TimeKind.ORDER, new int[] {0, 0}, new int[] {1, 2});
        FakeModel model = new FakeModel(train, (user, item) -> item == 0 ? 2 : item);

        RankingResult usual = new Evaluator(AT_1).evaluate(model, task(train, target));
        RankingResult withSeen =
                new Evaluator(AT_1.withCandidates(Candidates.ALL_WITH_SEEN)).evaluate(model, task(train, target));

        // Usually u0's repeat cannot be found, and u1 gets i2 before i0, which ties with it at a lower index: no hit.
        assertThat(usual.users()).isEqualTo(1);
        assertThat(usual.perUser().column("hit@1")).containsExactly(Double.NaN, 0);
        assertThat(withSeen.users()).isEqualTo(2);
        assertThat(withSeen.perUser().column("hit@1")).containsExactly(1, 0);
        // Of u1's candidates i0 ties with the relevant i2 and i1 is worse: (1/2 + 1) of 2.
        assertThat(withSeen.perUser().column("auc")[1]).isEqualTo(0.75);
        assertThat(Candidates.of("all-with-seen")).isEqualTo(Candidates.ALL_WITH_SEEN);
    }

    @Test
    void anExperimentTrainsOnSessionsAlone() throws InterruptedException {
        Split split = NextItem.of(TRAIN, Optional.empty(), TEST, 1);
        TrainingData data = TrainingData.of(TRAIN);

        var outcome = new Experiment(split, data, AT_1, EvaluationProgress.NONE)
                .run(
                        (given, context) -> new FakeModel(given.interactions(), (user, item) -> item),
                        TrainingContext.ofSeed(1));

        assertThat(outcome.report().protocol()).isEqualTo("next-item");
        assertThat(outcome.report().users()).isEqualTo(3);
        assertThat(outcome.report().settings()).containsEntry("minPrefix", 1);
    }

    @Test
    void userFeaturesAreRefused() {
        Split split = NextItem.of(TRAIN, Optional.empty(), TEST, 1);
        FeatureTable ages =
                new FeatureTable(TRAIN.users(), List.of(new FeatureColumn.Numbers("age", new double[] {30, 40})));
        TrainingData data = new TrainingData(TRAIN, ages, FeatureTable.none(TRAIN.items()), Provenance.memory());

        assertThatThrownBy(() -> new Experiment(split, data, AT_1, EvaluationProgress.NONE)
                        .run((given, context) -> new FakeModel(TRAIN, (user, item) -> 1), TrainingContext.ofSeed(1)))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("knows sessions and no users");
    }
}
