package io.kindred.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.json.Json;
import io.kindred.evaluation.TestData;
import io.kindred.evaluation.stats.Interval;
import io.kindred.evaluation.stats.Means;
import io.kindred.evaluation.stats.SplitMix64;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeaderboardTest {
    private static final Vocabulary USERS = TestData.ids("u", 200);

    /** Per-user values around a level, from a seed. */
    private static Leaderboard.Entry entry(String name, double level, long seed) {
        SplitMix64 draws = new SplitMix64(seed);
        double[] values = new double[200];
        Arrays.setAll(values, u -> level + 0.2 * draws.nextDouble());
        return entry(name, "ndcg@10", values, "p", "d");
    }

    private static Leaderboard.Entry entry(String name, String metric, double[] values, String protocol, String data) {
        int[] userOf = IntStream.range(0, values.length).toArray();
        double mean = Means.ofDefined(values);
        EvaluationReport report = new EvaluationReport(
                name,
                Map.of(),
                "ratio",
                protocol.repeat(64),
                Map.of(),
                values.length,
                0,
                0,
                Map.of(metric, mean),
                Map.of(metric, new Interval(mean - 0.01, mean + 0.01)),
                1.25,
                0.5,
                Map.of("dataHash", data),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of());
        return new Leaderboard.Entry(
                name, report, Optional.of(new PerUserValues(USERS, userOf, Map.of(metric, values))));
    }

    @Test
    void theBestComesFirstAndIsCalledBetterOnlyWhereTestsSaySo() {
        Leaderboard board = Leaderboard.of(
                List.of(entry("weak", 0.1, 1), entry("good", 0.5, 2), entry("close", 0.499, 3)), "ndcg@10");

        assertThat(board.rows()).extracting(Leaderboard.Row::name).last().isEqualTo("weak");
        assertThat(board.rows().getFirst().comparison()).isEmpty();
        assertThat(board.rows().get(1).comparison().orElseThrow().significant()).isFalse();
        assertThat(board.rows().get(2).comparison().orElseThrow().significant()).isTrue();
        assertThat(board.verdict())
                .contains(board.best().name() + " is better than weak on ndcg@10")
                .contains("No difference is shown to " + board.rows().get(1).name());
    }

    @Test
    void theTextMarksTheBest() {
        String text = Leaderboard.of(List.of(entry("weak", 0.1, 1), entry("good", 0.5, 2)), "ndcg@10")
                .toText(List.of("gini@10"));

        List<String> lines = text.lines().toList();
        assertThat(lines.get(0))
                .contains("model", "ndcg@10", "95% interval", "p vs best")
                .doesNotContain("gini");
        assertThat(lines.get(1)).startsWith("*  good").contains("1.3");
        assertThat(lines.get(2)).startsWith("   weak").contains("<0.0001");
    }

    @Test
    void theJsonHoldsReportsComparisonsAndVerdict() {
        Leaderboard board = Leaderboard.of(List.of(entry("weak", 0.1, 1), entry("good", 0.5, 2)), "ndcg@10");

        Map<String, Object> read = Json.parseObject(Json.write(board.toMap()), "leaderboard");

        assertThat(read).containsEntry("best", "good").containsKeys("metric", "verdict", "rows");
        Map<?, ?> second = (Map<?, ?>) ((List<?>) read.get("rows")).get(1);
        assertThat(((Map<?, ?>) second.get("comparedWithBest")).get("significant"))
                .isEqualTo(true);
    }

    @Test
    void errorsAreRankedFromTheSmallest() {
        double[] low = new double[50];
        double[] high = new double[50];
        Arrays.setAll(low, u -> 0.8 + 0.001 * u);
        Arrays.setAll(high, u -> 1.1 + 0.002 * u);

        Leaderboard board = Leaderboard.of(
                List.of(entry("far", "rmse", high, "p", "d"), entry("near", "rmse", low, "p", "d")), "rmse");

        assertThat(board.best().name()).isEqualTo("near");
        assertThat(Leaderboard.lowerIsBetter("gini@10")).isTrue();
        assertThat(Leaderboard.lowerIsBetter("ndcg@10")).isFalse();
    }

    @Test
    void withoutPerUserValuesNothingIsCalledBetter() {
        Leaderboard.Entry weak = entry("weak", 0.1, 1);
        Leaderboard.Entry bare =
                new Leaderboard.Entry("bare", entry("bare", 0.5, 2).report(), Optional.empty());

        Leaderboard board = Leaderboard.of(List.of(weak, bare), "ndcg@10");

        assertThat(board.verdict()).isEqualTo("bare has the best ndcg@10. Not tested against weak.");
    }

    @Test
    void resultsOfDifferentProtocolsOrDataAreNotCompared() {
        double[] values = {0.1, 0.2, 0.3};
        Leaderboard.Entry one = entry("one", "ndcg@10", values, "a", "d");

        assertThatThrownBy(() -> Leaderboard.of(List.of(one, entry("two", "ndcg@10", values, "b", "d")), "ndcg@10"))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("'two' and 'one' cannot be compared");
        assertThatThrownBy(() -> Leaderboard.of(List.of(one, entry("two", "ndcg@10", values, "a", "e")), "ndcg@10"))
                .isInstanceOf(KindredException.class);
        assertThatThrownBy(() -> Leaderboard.of(List.of(one), "ndcg@5"))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("no metric 'ndcg@5'; available: ndcg@10");
        assertThatThrownBy(() -> Leaderboard.of(List.of(one, one), "ndcg@10"))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("called 'one'");
    }
}
