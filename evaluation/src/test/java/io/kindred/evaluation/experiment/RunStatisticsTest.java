package io.kindred.evaluation.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.id.Vocabulary;
import io.kindred.evaluation.TestData;
import io.kindred.evaluation.report.EvaluationReport;
import io.kindred.evaluation.report.PerUserValues;
import io.kindred.evaluation.stats.CriticalDifference;
import io.kindred.evaluation.stats.Means;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunStatisticsTest {
    private static final Vocabulary USERS = TestData.ids("u", 6);

    @Test
    void seedsAreCombinedByUserEvenWhereTheyMeasuredOthers() {
        SeedResult first = seed(1, new int[] {0, 1, 2}, 0.2, 0.4, 0.6);
        SeedResult second = seed(2, new int[] {1, 2, 5}, 0.6, 0.8, 1.0);
        RunResults run = run("run", "d", model("m", first, second));

        RunStatistics statistics = RunStatistics.of(run, "ndcg@10");

        assertThat(statistics.seeds().get("m").perSeed().get(0)).isCloseTo(0.4, within(1e-12));
        assertThat(statistics.seeds().get("m").perSeed().get(1)).isCloseTo(0.8, within(1e-12));
        // Users 0, 1, 2 and 5 have 0.2, 0.5, 0.7 and 1.0.
        assertThat(statistics.pairs().means().getFirst()).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void modelsAreComparedAndThoseWithoutTheMetricLeftOut() {
        int[] all = {0, 1, 2, 3, 4, 5};
        RunResults run = run(
                "run",
                "d",
                model("low", seed(1, all, 0.1, 0.2, 0.1, 0.2, 0.1, 0.2)),
                new ModelResult("broken", "als", Map.of(), 0, 0, Double.NaN, List.of(), "out of memory"),
                model("high", seed(1, all, 0.8, 0.9, 0.7, 0.9, 0.8, 0.6)));

        RunStatistics statistics = RunStatistics.of(run, "ndcg@10");

        assertThat(statistics.pairs().names()).containsExactly("high", "low");
        assertThat(statistics.pairs().letters()).containsExactly("a", "b");
        assertThat(statistics.seeds()).containsOnlyKeys("low", "high");
        assertThatThrownBy(() -> RunStatistics.of(run, "coverage@10"))
                .hasMessageContaining("no model of the run 'run' has per-user values of 'coverage@10'");
    }

    @Test
    void runsOnSeveralDataSetsAreRanked() {
        int[] all = {0, 1};
        List<RunResults> runs = new ArrayList<>();
        for (int d = 0; d < 4; d++) {
            runs.add(run(
                    "run" + d,
                    "data" + d,
                    model("good", seed(1, all, 0.5 + d, 0.6 + d)),
                    model("bad", seed(1, all, 0.1 + d, 0.2 + d)),
                    model("only" + d, seed(1, all, 9, 9))));
        }

        CriticalDifference result = RunStatistics.overDataSets(runs, "ndcg@10");

        assertThat(result.names()).containsExactly("good", "bad");
        assertThat(result.averageRanks()).containsExactly(1.0, 2.0);
        assertThat(result.dataSets()).isEqualTo(4);
    }

    @Test
    void twoRunsOnTheSameDataAreNotTwoDataSets() {
        RunResults run = run("one", "d", model("m", seed(1, new int[] {0, 1}, 1, 2)));
        RunResults again = run("two", "d", model("m", seed(1, new int[] {0, 1}, 1, 2)));

        assertThatThrownBy(() -> RunStatistics.overDataSets(List.of(run, again), "ndcg@10"))
                .hasMessageContaining("the run 'two' is on the same data as another one");
    }

    private static RunResults run(String name, String data, ModelResult... models) {
        RunFacts facts = new RunFacts(
                "experiment",
                name,
                "2026-01-01T00:00:00Z",
                "",
                "kindred experiment run x.yaml",
                "ndcg@10",
                List.of(10),
                List.of(1L),
                Map.of("dataHash", data),
                Map.of(),
                Map.of(),
                List.of());
        return new RunResults(facts, List.of(models), List.of(), List.of());
    }

    private static ModelResult model(String name, SeedResult... seeds) {
        return new ModelResult(name, "als", Map.of(), 0, 0, Double.NaN, List.of(seeds), "");
    }

    private static SeedResult seed(long seed, int[] users, double... values) {
        PerUserValues perUser = new PerUserValues(USERS, users, Map.of("ndcg@10", values));
        EvaluationReport report = new EvaluationReport(
                "als",
                Map.of(),
                "ratio",
                "p",
                Map.of(),
                users.length,
                0,
                0,
                Map.of("ndcg@10", Means.ofDefined(values)),
                Map.of(),
                0,
                0,
                Map.of("dataHash", "d"),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of());
        return new SeedResult(seed, report, perUser, 0);
    }
}
