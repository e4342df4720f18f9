package io.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole reproduction suite on real data: {@code ./mvnw verify -Pnightly -pl cli -am -Dkindred.data=FOLDER}. Without the
 * setting, the data beside the repository. Runs are kept in the build folder, so a night that was cut short is continued.
 */
@Tag("nightly")
class ReproductionNightlyTest {
    private static Path data() {
        String given = System.getProperty("kindred.data");
        if (given != null) {
            return Path.of(given);
        }
        String shared = System.getProperty("kindred.shared", "../../shared");
        return Path.of(shared).resolve("data");
    }

    @Test
    void everyFigureThatWasReproducedStillIs(@TempDir Path home) throws Exception {
        Path data = data();
        Assumptions.assumeTrue(Files.isDirectory(data), () -> "no data: name their folder with -Dkindred.data");
        Path target = Path.of("target", "nightly");

        CliRun run = CliRun.in(
                home,
                "reproduce",
                "--data",
                data.toString(),
                "--runs",
                target.resolve("runs").toString(),
                "--out",
                target.toString());

        assertThat(run.out()).doesNotContain("not reproduced:");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(target.resolve("reproduction.md")).content().contains("| model | metric | ours | published |");
    }
}
