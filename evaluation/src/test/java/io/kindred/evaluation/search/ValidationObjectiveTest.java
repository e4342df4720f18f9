package io.kindred.evaluation.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.EpochListener.Verdict;
import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.TrainingContext;
import io.kindred.evaluation.EvaluationOptions;
import io.kindred.evaluation.TestData;
import io.kindred.evaluation.experiment.TrialRecord;
import io.kindred.evaluation.experiment.TrialRecord.State;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ValidationObjectiveTest {
    private static final ModelCatalog CATALOG = ModelCatalog.of(List.of(new StepProvider()));
    private static final SearchSpace TARGETS =
            SearchSpace.of(new StepProvider(), Map.of("target", List.of(2, 5, 7, 1), "epochs", 10));
    // Two users had item 0 and want item 5.
    private final Interactions train = TestData.interactions(2, 10, TimeKind.NONE, new int[] {0, 0}, new int[] {1, 0});
    private final Interactions target = TestData.interactions(2, 10, TimeKind.NONE, new int[] {0, 5}, new int[] {1, 5});

    private Objective objective(TrainingContext context) {
        return new ValidationObjective(
                CATALOG,
                "step",
                TrainingData.of(train),
                TestData.task(train, target),
                EvaluationOptions.at(10).withThreads(1),
                "mrr@10",
                context);
    }

    private List<TrialRecord> search(Pruner pruner, TrainingContext context) throws InterruptedException {
        SearchSettings settings =
                new SearchSettings("step", new RandomSampler(), pruner, Direction.MAXIMIZE, 1, Budget.ofTrials(10));
        return new Search(settings, TARGETS, objective(context), List.of())
                .run()
                .trials();
    }

    @Test
    void measuresOnTheValidationPart() throws InterruptedException {
        List<TrialRecord> trials =
                search(new Pruner.None(), TrainingContext.ofSeed(1).withThreads(1));

        // The default is 3: items 3, 2, 4, 1, 5 (0 is known, ties go to the lower index), hence 1/5; 5 is first for 5;
        // for 7: 7, 6, 8, 5 gives 1/4; for 2: 2, 1, 3, 4, 5 gives 1/5; for 1: 1, 2, 3, 4, 5 gives 1/5.
        assertThat(trials).hasSize(5);
        Map<Long, Double> expected = Map.of(3L, 0.2, 5L, 1.0, 7L, 0.25, 2L, 0.2, 1L, 0.2);
        assertThat(trials).allSatisfy(t -> assertThat(t.value())
                .isEqualTo(expected.get((Long) t.parameters().get("target"))));
        assertThat(trials).allMatch(t -> t.epochs() == 10 && t.curve().isEmpty());
    }

    @Test
    void measuresAtTheRungsAndStops() throws InterruptedException {
        List<TrialRecord> trials =
                search(new Asha(4, 2), TrainingContext.ofSeed(1).withThreads(1));

        // After four epochs target 5 and 7 are at 4, whose list is 4, 3, 5: 1/3.
        assertThat(trials).allSatisfy(t -> {
            long target = (Long) t.parameters().get("target");
            assertThat(t.curve()).containsEntry(4, target >= 5 ? 1.0 / 3 : 0.2);
            assertThat(t.epochs())
                    .isEqualTo(t.state() == State.PRUNED ? t.curve().lastKey() : 10);
        });
        TrialRecord five = trials.stream()
                .filter(t -> t.parameters().get("target").equals(5L))
                .findFirst()
                .orElseThrow();
        assertThat(five.state()).isEqualTo(State.COMPLETE);
        assertThat(five.curve()).containsEntry(8, 1.0);
    }

    @Test
    void whoTrainsToTheEndIsNotPrunedThereAndCompetesThere() throws InterruptedException {
        // given a rung after the tenth and last epoch
        List<TrialRecord> trials =
                search(new Asha(10, 2), TrainingContext.ofSeed(1).withThreads(1));

        assertThat(trials)
                .allMatch(t -> t.state() == State.COMPLETE && t.curve().equals(Map.of(10, t.value())));
    }

    @Test
    void saysWhyThereIsNoErrorOfRatings() throws InterruptedException {
        SearchSettings settings = new SearchSettings(
                "step", new RandomSampler(), new Pruner.None(), Direction.of("rmse"), 1, Budget.ofTrials(1));
        Objective rmse = new ValidationObjective(
                CATALOG,
                "step",
                TrainingData.of(train),
                TestData.task(train, target),
                EvaluationOptions.at(10).withThreads(1),
                "rmse",
                TrainingContext.ofSeed(1).withThreads(1));
        TrialRecord trial =
                new Search(settings, TARGETS, rmse, List.of()).run().trials().getFirst();
        assertThat(trial.failure()).startsWith("there is no rmse: ");
    }

    @Test
    void anotherListenerHearsTheEpochsToo() throws InterruptedException {
        AtomicInteger heard = new AtomicInteger();
        search(new Pruner.None(), TrainingContext.ofSeed(1).withThreads(1).withListener((epoch, metrics, snapshot) -> {
            heard.incrementAndGet();
            return Verdict.CONTINUE;
        }));
        assertThat(heard).hasValue(5 * 10);
    }
}
