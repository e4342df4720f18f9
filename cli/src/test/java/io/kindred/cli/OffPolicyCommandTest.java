package io.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.online.Event;
import io.kindred.core.online.EventLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OffPolicyCommandTest {
    @TempDir
    Path home;

    /** Four rounds by hand: see EstimatorTest for the first three. */
    private static final String TABLE = """
            item_id,click,propensity_score,target
            a,1,0.5,0.2
            b,0,0.5,0.8
            b,1,0.25,0.8
            a,0,0.5,0.2
            """;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(home.resolve(name), text);
    }

    private CliRun run(Path log, String... more) {
        List<String> args = new ArrayList<>(List.of("off-policy", log.toString()));
        args.addAll(List.of(more));
        return CliRun.in(home, args.toArray(String[]::new));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> estimate(CliRun run, int index) {
        return (Map<String, Object>) ((List<Object>) run.json().get("estimates")).get(index);
    }

    private static double value(CliRun run, int index) {
        return ((Number) estimate(run, index).get("value")).doubleValue();
    }

    @Test
    void probabilitiesOfAColumnAreWeighed() throws IOException {
        CliRun run = run(file("log.csv", TABLE), "--policy", "column:target", "--clip", "2", "--json");

        // weights 0.4, 1.6, 3.2, 0.4; rewards 1, 0, 1, 0
        assertThat(run.exit()).isZero();
        assertThat(value(run, 0)).isCloseTo(3.6 / 4, within(1e-12));
        assertThat(value(run, 1)).isCloseTo(3.6 / 5.6, within(1e-12));
        assertThat(value(run, 2)).isCloseTo(2.4 / 4, within(1e-12));
        assertThat(estimate(run, 2)).containsEntry("estimator", "clipped-ips(2.0)");
        assertThat(run.err()).contains("note: only the probabilities of logged actions are known");
    }

    @Test
    void aTableShowsIntervalsAndWarnings() throws IOException {
        StringBuilder table = new StringBuilder("action\treward\tpropensity\tposition\tage\n");
        for (int i = 0; i < 200; i++) {
            table.append(
                    String.format(Locale.ROOT, "i%d\t%d\t0.25\t%d\t%d\n", i % 4, i % 3 == 0 ? 1 : 0, 1 + i % 2, i % 7));
        }

        CliRun run = run(file("log.tsv", table.toString()), "--policy", "power:2", "--interval", "student-t");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("power:2 on 100 of 200 rounds, 4 actions, 2 positions")
                .contains("95% interval")
                .contains("snips")
                .contains("switch-dr(")
                .contains("the log itself earned 0.3300 a round");
        assertThat(run.err()).contains("note: SLOPE chose clipped-ips(").contains("warning: no support: ");
    }

    @Test
    void contextsServeRewardModelsAndAllRoundsMayBeJudged() throws IOException {
        StringBuilder table = new StringBuilder("item_id,click,propensity,age_1,age_2\n");
        for (int i = 0; i < 200; i++) {
            table.append(String.format(Locale.ROOT, "i%d,%d,0.5,%d,%d\n", i % 2, i % 3 == 0 ? 1 : 0, i % 5, i % 7));
        }
        Path log = file("log.csv", table.toString());
        for (String model : List.of("ridge:1", "logistic:0.5", "means:5")) {
            CliRun run = run(
                    log,
                    "--policy",
                    "uniform",
                    "--fit-share",
                    "0",
                    "--context",
                    "age_*",
                    "--reward-model",
                    model,
                    "--json");
            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(run.json()).containsEntry("rounds", 200L);
            assertThat(value(run, 0)).isCloseTo(0.335, within(1e-9));
        }
    }

    @Test
    void theEventLogOfServingIsRead() {
        Path folder = home.resolve("events");
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            events.add(new Event("s" + i, "u" + i, i % 2 == 0 ? "x" : "y", "impression", 1000 + i, 0.5));
            if (i % 4 == 0) {
                events.add(new Event("c" + i, "u" + i, "x", "click", 1010 + i, Double.NaN));
            }
        }
        try (EventLog log = EventLog.open(folder, e -> {})) {
            log.append(events);
        }

        CliRun run = run(folder, "--policy", "uniform", "--fit-share", "0", "--json");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.json()).containsEntry("rounds", 100L).containsEntry("loggedReward", 0.25);
        assertThat(value(run, 0)).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void badInputIsOneLineThatSaysWhatIsWrong() throws IOException {
        Path good = file("log.csv", TABLE);
        Path zero = file("zero.csv", "item_id,click,propensity\na,1,0.5\nb,0,0\n");
        Path word = file("word.csv", "item_id,click,propensity\na,yes,0.5\n");
        Path other = file("other.csv", "film,seen,p\na,1,0.5\n");
        Path never = file("never.csv", "item_id,click,propensity,target\na,1,0.5,0\nb,1,0.5,0\n");
        Path empty = file("empty.csv", "");
        fails(
                run(zero, "--policy", "uniform"),
                1,
                "zero.csv, round 1: the propensity is 0.0, so the logging policy could not");
        fails(run(word, "--policy", "uniform"), 1, "word.csv, line 2: the click 'yes' is not a number");
        fails(
                run(other, "--policy", "uniform"),
                1,
                "has no column item_id or action; say which one it is with --column action=NAME");
        fails(run(never, "--policy", "column:target"), 1, "the log says nothing about it (no overlap)");
        fails(run(empty, "--policy", "uniform"), 1, "empty.csv is empty");
        fails(run(home.resolve("none.csv"), "--policy", "uniform"), 1, "there is no file");
        fails(run(good, "--policy", "best"), 2, "unknown policy 'best'; it is uniform, epsilon-greedy:EPSILON");
        fails(
                run(good, "--policy", "epsilon-greedy:2"),
                2,
                "the number of the policy epsilon-greedy is 2.0 but must be from 0 to 1");
        fails(run(good, "--policy", "softmax"), 2, "the policy is 'softmax' but must be uniform");
        fails(run(good, "--policy", "uniform", "--reward-model", "tree"), 2, "unknown reward model 'tree'");
        fails(
                run(good, "--policy", "uniform", "--interval", "wide"),
                2,
                "must be bootstrap, student-t or empirical-bernstein");
        fails(run(good, "--policy", "uniform", "--column", "clicks=x"), 2, "a log has no role 'clicks'");
        fails(run(good, "--policy", "column:targt"), 1, "has no column 'targt'; did you mean 'target'?");
        fails(run(good, "--policy", "uniform", "--fit-share", "1"), 2, "the share must be from 0 to below 1");
    }

    private static void fails(CliRun run, int exit, String message) {
        assertThat(run.exit()).as(run.err()).isEqualTo(exit);
        assertThat(run.err()).contains(message).doesNotContain("\tat ");
        assertThat(run.err().lines().count()).as(run.err()).isLessThanOrEqualTo(2);
    }
}
