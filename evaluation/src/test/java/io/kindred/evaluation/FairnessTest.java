package io.kindred.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.evaluation.metric.Groups;
import io.kindred.evaluation.report.GroupExposure;
import io.kindred.evaluation.report.GroupMeans;
import io.kindred.evaluation.report.Leaderboard;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FairnessTest {
    private static GroupExposure items(String grouping, String group, double rate, Map<Integer, Double> recall) {
        return new GroupExposure(grouping, group, 5, 0.1, 0.2, Map.of(10, 0.3), 7, Map.of(10, rate), recall);
    }

    private static GroupMeans users(String grouping, String group, int users, double ndcg) {
        return new GroupMeans(grouping, group, users, Map.of("ndcg@10", ndcg));
    }

    @Test
    void spreadsAreDeviationOverMean() {
        Fairness fairness = new Fairness(
                List.of(),
                List.of(
                        items("popularity", "head", 0.3, Map.of(10, 0.5)),
                        items("popularity", "middle", 0.2, Map.of(10, 0.25)),
                        items("popularity", "tail", 0.1, Map.of())),
                "");

        Map<String, Double> figures = fairness.at(10);

        // numpy.std([.3, .2, .1]) / numpy.mean = 0.0816497 / 0.2; std([.5, .25]) / .375 = 1/3. The tail has no test
        // items.
        assertThat(figures.get("rsp@10")).isCloseTo(Math.sqrt(0.02 / 3) / 0.2, within(1e-12));
        assertThat(figures.get("reo@10")).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(figures.get("tail-exposure@10")).isEqualTo(0.3);
    }

    @Test
    void groupsOfAColumnHaveFiguresOfTheirOwnWithoutTheUnknown() {
        Fairness fairness = new Fairness(
                List.of(),
                List.of(
                        items("genres", "drama", 0.1, Map.of(10, 0.1)),
                        items("genres", "war", 0.1, Map.of(10, 0.1)),
                        items("genres", Groups.UNKNOWN, 0.9, Map.of(10, 0.9))),
                "");

        assertThat(fairness.at(10))
                .containsOnlyKeys("rsp-genres@10", "reo-genres@10")
                .containsEntry("rsp-genres@10", 0.0);
    }

    @Test
    void whereNothingIsFoundThereIsNoSpread() {
        Fairness fairness = new Fairness(
                List.of(),
                List.of(
                        items("popularity", "head", 0.1, Map.of(10, 0.0)),
                        items("popularity", "tail", 0.1, Map.of(10, 0.0))),
                "");

        assertThat(fairness.at(10)).doesNotContainKey("reo@10");
    }

    @Test
    void gapsLeaveSmallGroupsOfAColumnOut() {
        Fairness fairness = new Fairness(
                List.of(
                        users("activity", "low", 3, 0.1),
                        users("activity", "high", 100, 0.4),
                        users("gender", "F", 50, 0.2),
                        users("gender", "M", 50, 0.25),
                        users("gender", "X", 2, 0.9),
                        users("gender", Groups.UNKNOWN, 50, 0.8)),
                List.of(),
                "");

        assertThat(fairness.at(10).get("activity-gap@10")).isCloseTo(0.3, within(1e-12));
        assertThat(fairness.at(10).get("gender-gap@10")).isCloseTo(0.05, within(1e-12));
    }

    @Test
    void unfairnessIsBetterWhereItIsLower() {
        assertThat(List.of("rsp@10", "reo-genres@10", "gender-gap@5", "calibration-kl-genres@10", "arp@10"))
                .allMatch(Leaderboard::lowerIsBetter);
        assertThat(List.of("entropy@10", "aplt@10", "coverage@10")).noneMatch(Leaderboard::lowerIsBetter);
    }
}
