package io.kindred.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TrainingData;
import io.kindred.core.json.Json;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.TrainingContext;
import io.kindred.evaluation.report.EvaluationReport;
import io.kindred.evaluation.report.ExposureCurve;
import io.kindred.evaluation.report.PerUserFile;
import io.kindred.evaluation.report.SavedReport;
import io.kindred.evaluation.split.KFold;
import io.kindred.evaluation.split.KFoldUsers;
import io.kindred.evaluation.split.LeaveLastOut;
import io.kindred.evaluation.split.Split;
import io.kindred.evaluation.stats.Means;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentTest {
    private final Interactions data = TestData.random(21, 80, 60, 20);
    private final List<FakeModel> trained = new ArrayList<>();

    /** Scores by popularity in the training part; remembers the models it made. */
    private final Trainer popularity = (training, context) -> {
        int[] counts = new int[training.interactions().itemCount()];
        training.interactions().filter((user, item, value, time, position) -> ++counts[item] < 0);
        FakeModel model = new FakeModel.Ratings(training.interactions(), (user, item) -> counts[item]);
        trained.add(model);
        return model;
    };

    private Experiment.Outcome run(Split split, EvaluationOptions options) throws InterruptedException {
        return new Experiment(split, TrainingData.of(data), options, EvaluationProgress.NONE)
                .run(popularity, TrainingContext.ofSeed(7));
    }

    @Test
    void theReportSaysWhatWasDone() throws InterruptedException {
        Split split = new LeaveLastOut(true).split(data);

        Experiment.Outcome outcome = run(split, EvaluationOptions.at(5, 10));

        EvaluationReport report = outcome.report();
        assertThat(report.model()).isEqualTo("fake");
        assertThat(report.parameters()).isEqualTo(Map.of("strength", 3L));
        assertThat(report.protocol()).isEqualTo("leave-last-out");
        assertThat(report.protocolHash()).hasSize(64);
        assertThat(report.metrics())
                .containsKeys("ndcg@5", "ndcg@10", "coverage@10", "gini@10", "auc", "rmse", "mae", "tail-exposure@10");
        assertThat(report.intervals().get("ndcg@10").low())
                .isLessThanOrEqualTo(report.metrics().get("ndcg@10"));
        assertThat(report.intervals().get("ndcg@10").high())
                .isGreaterThanOrEqualTo(report.metrics().get("ndcg@10"));
        assertThat(report.intervals())
                .containsKeys("auc", "rmse", "novelty@5")
                .doesNotContainKeys("gini@5", "coverage@5");
        assertThat(report.users() + report.usersLeftOut())
                .isLessThanOrEqualTo(80)
                .isGreaterThan(60);
        assertThat(report.data())
                .containsEntry("users", 80)
                .containsEntry("items", 60)
                .containsEntry("train", split.folds().getFirst().train().size())
                .containsEntry("test", split.folds().getFirst().test().size());
        assertThat(report.seeds()).isEqualTo(Map.of("train", 7L, "evaluate", 42L));
        assertThat(report.answered()).containsOnlyKeys("known-user");
        assertThat(report.exposure()).extracting(ExposureCurve::of).containsExactly("training", "@5", "@10");
        assertThat(outcome.model()).containsSame(trained.getFirst());
        assertThat(trained.getFirst().isClosed()).isFalse();
    }

    @Test
    void theReportIsAJsonDocumentWithTheFixedKeys() throws InterruptedException {
        EvaluationReport report = run(new LeaveLastOut(false).split(data), EvaluationOptions.at(10))
                .report();

        Map<String, Object> read = Json.parseObject(report.toJson(), "report");

        assertThat(read)
                .containsKeys("model", "protocol", "users", "metrics", "intervals", "seconds", "notes", "seeds");
        assertThat((Map<?, ?>) read.get("seconds")).extracting(Map::keySet).isEqualTo(Set.of("train", "evaluate"));
        assertThat(((Map<?, ?>) read.get("metrics")).get("ndcg@10"))
                .isEqualTo(report.metrics().get("ndcg@10"));
        assertThat((List<?>) ((Map<?, ?>) read.get("intervals")).get("ndcg@10")).hasSize(2);
    }

    @Test
    void aSavedReportKeepsTheFiguresAndTheValuesBehindThem(@TempDir Path folder) throws Exception {
        Experiment.Outcome outcome = run(new LeaveLastOut(false).split(data), EvaluationOptions.at(10));
        Path target = folder.resolve("run");

        SavedReport.write(target, outcome.report(), outcome.perUser());

        Map<String, Object> read = Json.parseObject(Files.readString(target.resolve("report.json")), "report");
        double[] values =
                PerUserFile.read(target.resolve("per_user.arrow"), data.users()).column("ndcg@10");
        assertThat(((Map<?, ?>) read.get("metrics")).get("ndcg@10")).isEqualTo(Means.ofDefined(values));
        assertThatThrownBy(() -> SavedReport.write(target, outcome.report(), outcome.perUser()))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("has a report already");
        try (Stream<Path> files = Files.list(target)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("report.json", "per_user.arrow");
        }
    }

    @Test
    void theSameSeedsGiveTheSameReport() throws InterruptedException {
        Split split = new KFold(3, 3, false).split(data);

        EvaluationReport one =
                run(split, EvaluationOptions.at(5).withThreads(1)).report();
        EvaluationReport two =
                run(split, EvaluationOptions.at(5).withThreads(3)).report();

        assertThat(two.metrics()).isEqualTo(one.metrics());
        assertThat(two.intervals()).isEqualTo(one.intervals());
        assertThat(two.userGroups()).isEqualTo(one.userGroups());
        assertThat(two.itemGroups()).isEqualTo(one.itemGroups());
    }

    @Test
    void everyUserCountsOnceOverSeveralFolds() throws InterruptedException {
        Experiment.Outcome outcome = run(new KFold(3, 4, false).split(data), EvaluationOptions.at(5));

        double[] perUser = outcome.perUser().column("ndcg@5");
        assertThat(outcome.perUser().userOf()).doesNotHaveDuplicates();
        assertThat(outcome.report().users())
                .isEqualTo(Means.countDefined(perUser))
                .isLessThanOrEqualTo(80);
        assertThat(outcome.report().metrics().get("ndcg@5")).isCloseTo(Means.ofDefined(perUser), within(1e-15));
        assertThat(outcome.report().data()).containsEntry("test", data.size()).containsEntry("folds", 4);
        assertThat(outcome.report().notes()).anyMatch(note -> note.contains("4 folds"));
        assertThat(outcome.model()).isEmpty();
        assertThat(trained).hasSize(4).allMatch(FakeModel::isClosed);
    }

    @Test
    void foldsOverUsersMeasureEachHeldOutUserOnce() throws InterruptedException {
        Experiment.Outcome outcome = run(new KFoldUsers(3, 4, 0.7, false).split(data), EvaluationOptions.at(5));

        long able = IntStream.range(0, 80)
                .filter(user -> data.byUser().length(user) >= 2)
                .count();
        assertThat(outcome.report().users() + outcome.report().usersLeftOut()).isEqualTo((int) able);
    }

    @Test
    void withoutResamplesThereAreNoIntervals() throws InterruptedException {
        Experiment.Outcome outcome = run(
                new LeaveLastOut(false).split(data),
                EvaluationOptions.at(5).withResamples(0).withBeyondAccuracy(false));

        assertThat(outcome.report().intervals()).isEmpty();
        assertThat(outcome.report().metrics()).containsKey("ndcg@5").doesNotContainKeys("novelty@5", "gini@5");
    }
}
