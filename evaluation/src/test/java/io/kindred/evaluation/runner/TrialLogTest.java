package io.kindred.evaluation.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.evaluation.experiment.TrialRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialLogTest {
    @TempDir
    Path folder;

    private static TrialRecord trial(int number, double value, TrialRecord.State state) {
        return new TrialRecord(
                "als",
                number,
                Map.of("factors", 8L, "regularization", 0.1),
                value,
                state,
                4,
                new TreeMap<>(Map.of(1, 0.1, 4, 0.25)),
                1.5,
                1.25,
                state == TrialRecord.State.FAILED ? "no luck" : "");
    }

    @Test
    void trialsAreReadAsTheyWereWritten() throws Exception {
        TrialLog log = new TrialLog(folder.resolve("trials.jsonl"));
        TrialRecord good = trial(0, 0.25, TrialRecord.State.COMPLETE);
        TrialRecord bad = trial(1, Double.NaN, TrialRecord.State.FAILED);

        assertThat(log.read()).isEmpty();
        log.add(good);
        log.add(bad);

        assertThat(log.read()).containsExactly(good, bad);
    }

    @Test
    void aLineThatWasCutOffIsLeftOutAndDoesNotSpoilTheNext() throws Exception {
        Path file = folder.resolve("trials.jsonl");
        TrialLog log = new TrialLog(file);
        TrialRecord first = trial(0, 0.25, TrialRecord.State.COMPLETE);
        TrialRecord second = trial(1, 0.5, TrialRecord.State.PRUNED);
        log.add(first);
        Files.writeString(file, "{\"model\" : \"al", StandardOpenOption.APPEND);

        assertThat(log.read()).containsExactly(first);
        log.add(second);
        assertThat(log.read()).containsExactly(first, second);
    }

    @Test
    void whatIsNoTrialIsSaid() throws Exception {
        Path file = Files.writeString(folder.resolve("trials.jsonl"), "{}\n");

        assertThatThrownBy(() -> new TrialLog(file).read())
                .hasMessage(file + " has a line that is no trial; remove the file to search anew");
    }
}
