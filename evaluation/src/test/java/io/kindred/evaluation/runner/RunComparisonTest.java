package io.kindred.evaluation.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import io.kindred.core.data.TrainingData;
import io.kindred.evaluation.TestData;
import io.kindred.evaluation.experiment.RunResults;
import io.kindred.evaluation.report.Leaderboard;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunComparisonTest {
    @TempDir
    Path out;

    private RunResults run(String models, String more, long dataSeed) throws Exception {
        String text = "data: memory\nmodels: " + models + "\n" + more;
        RunFolder folder = RunFolder.create(out, "test", text);
        ExperimentData data =
                new ExperimentData(TrainingData.of(TestData.random(dataSeed, 60, 40, 12)), Optional.empty(), List.of());
        return new ExperimentRunner(
                        folder,
                        folder.experiment(),
                        data,
                        new StubModels().catalog(),
                        new ExperimentRunner.Settings(OptionalInt.of(1), OptionalInt.of(1), "cpu", "test", "test", out),
                        RunListener.NONE)
                .run();
    }

    @Test
    void modelsOfRunsOnTheSameGroundAreComparedWithTests() throws Exception {
        RunResults one = run("[steady]", "protocol: ratio\nseeds: [1, 2]\n", 3);
        RunResults two = run("[{model: other, parameters: {popularity: 0}}]", "protocol: ratio\nseeds: [2, 1, 3]\n", 3);

        RunComparison comparison = RunComparison.of(List.of(one, two), "");

        assertThat(comparison.leaderboard().best().name()).isEqualTo("steady");
        assertThat(comparison.leaderboard().rows())
                .extracting(Leaderboard.Row::name)
                .containsExactly("steady", "other");
        assertThat(comparison.leaderboard().rows().get(1).comparison()).isPresent();
        double mean = (figure(two, 1) + figure(two, 2)) / 2;
        assertThat(comparison.leaderboard().rows().get(1).report().metrics().get("ndcg@10"))
                .isEqualTo(mean);
        assertThat(comparison.notes())
                .containsExactly("other: 2 of its 3 seeds are compared, those that the other runs have too");
        assertThat(comparison.metrics()).contains("recall@5", "coverage@20");
    }

    private static double figure(RunResults run, long seed) {
        return run.models().getFirst().seeds().stream()
                .filter(s -> s.seed() == seed)
                .findFirst()
                .orElseThrow()
                .report()
                .metrics()
                .get("ndcg@10");
    }

    @Test
    void modelsOfTheSameNameAreCalledAfterTheirRuns() throws Exception {
        RunResults one = run("[steady]", "protocol: temporal\n", 3);
        RunResults two = run("[{model: steady, parameters: {popularity: 0}}]", "protocol: temporal\n", 3);

        RunComparison comparison = RunComparison.of(List.of(one, two), "recall@20");

        assertThat(comparison.leaderboard().rows())
                .extracting(Leaderboard.Row::name)
                .containsExactlyInAnyOrder(
                        one.facts().run() + "/steady", two.facts().run() + "/steady");
    }

    @Test
    void otherWaysToMeasureAreRefusedWithWhatDiffers() throws Exception {
        RunResults one = run("[steady]", "protocol: temporal\n", 3);
        RunResults two = run("[other]", "protocol: temporal\nmetrics: {candidates: all-with-seen}\n", 3);

        assertThatThrownBy(() -> RunComparison.of(List.of(one, two), ""))
                .isInstanceOf(KindredException.class)
                .hasMessage(one.facts().run() + " and " + two.facts().run()
                        + " cannot be compared: they were measured in different ways: candidates is"
                        + " all-unseen-in-training and all-with-seen");
    }

    @Test
    void otherDataAreRefusedWithWhatDiffers() throws Exception {
        RunResults one = run("[steady]", "protocol: temporal\n", 3);
        RunResults two = run("[other]", "protocol: temporal\n", 4);

        assertThatThrownBy(() -> RunComparison.of(List.of(one, two), ""))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("they were measured on different data: train is ");
    }
}
