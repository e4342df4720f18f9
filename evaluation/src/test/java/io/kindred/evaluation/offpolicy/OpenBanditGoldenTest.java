package io.kindred.evaluation.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.json.Json;
import io.kindred.evaluation.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Estimates on the Open Bandit sample against those computed with NumPy: the first half of the log gives reward model and
 * policy, the second is judged.
 */
final class OpenBanditGoldenTest {
    private Map<String, Object> expected;
    private BanditFeedback judged;
    private OffPolicyReport report;

    @BeforeEach
    void estimate() throws IOException {
        expected = Json.parseObject(
                Files.readString(Shared.golden("").resolve("open-bandit-expected.json")), "open-bandit-expected.json");
        BanditFeedback log = OpenBanditLog.load("random");
        BanditFeedback fitted = log.slice(0, log.rounds() / 2);
        judged = log.slice(log.rounds() / 2, log.rounds());
        RewardModel model = new SmoothedRates(20).fit(fitted);
        report = new OffPolicyEvaluation(Intervals.studentT())
                .evaluate(
                        WeightedLog.of(judged, Policy.power(model, 2), model),
                        List.of(
                                new Ips(),
                                new ClippedIps(1.5),
                                new SelfNormalizedIps(),
                                new DirectMethod(),
                                new DoublyRobust(),
                                new SelfNormalizedDr(),
                                new SwitchDr(1.5),
                                new ShrunkDr(10)));
    }

    @Test
    void everyEstimatorAgreesWithTheReference() {
        List<String> names = List.of(
                "IPS",
                "clipped IPS (weights at most 1.5)",
                "SNIPS",
                "DM",
                "DR",
                "SNDR",
                "Switch-DR (threshold 1.5)",
                "DR with optimistic shrinkage (lambda 10)");
        for (int e = 0; e < names.size(); e++) {
            assertThat(report.estimates().get(e).value())
                    .as(names.get(e))
                    .isCloseTo(number(names.get(e)), within(1e-9));
        }
    }

    @Test
    void factsOfTheLogAgree() {
        assertThat((double) judged.rounds()).isEqualTo(number("rounds evaluated"));
        assertThat((double) judged.actionCount()).isEqualTo(number("items"));
        assertThat((double) judged.positionCount()).isEqualTo(number("positions"));
        assertThat(report.loggedReward()).isCloseTo(number("on-policy mean reward of the log"), within(1e-9));
        assertThat(report.overlap().effectiveSampleSize()).isCloseTo(number("effective sample size"), within(1e-9));
    }

    @Test
    void fewClicksAreWarnedOf() {
        assertThat(report.overlap().warnings()).anyMatch(w -> w.startsWith("only 26 rounds"));
    }

    private double number(String name) {
        return ((Number) expected.get(name)).doubleValue();
    }
}
