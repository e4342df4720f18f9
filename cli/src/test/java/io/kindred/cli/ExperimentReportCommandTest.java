package io.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentReportCommandTest {
    @TempDir
    static Path folder;

    private static Path run;

    @BeforeAll
    static void runAnExperiment() throws Exception {
        TwoTastes.write(folder);
        Path file = Files.write(
                folder.resolve("tastes.yaml"),
                List.of("data: ratings.csv", "protocol: leave-last-out", "models: [popularity, item-knn, ease]"));
        CliRun done = CliRun.in(
                folder,
                "experiment",
                "run",
                file.toString(),
                "--out",
                folder.resolve("runs").toString());
        assertThat(done.exit()).as(done.err()).isZero();
        try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
            run = runs.findFirst().orElseThrow();
        }
    }

    @Test
    void thePageLiesInTheFolderOfTheRun() {
        CliRun report = CliRun.in(folder, "experiment", "report", run.toString());

        assertThat(report.exit()).as(report.err()).isZero();
        assertThat(report.out()).contains("wrote " + run.resolve("report.html"));
        assertThat(run.resolve("report.html"))
                .content()
                .contains("<h1>tastes</h1>", "ease", "Lorenz curve", "Content-Security-Policy");
    }

    @Test
    void tablesAreWrittenWhereOneWantsThem() {
        Path markdown = folder.resolve("table.md");
        Path latex = folder.resolve("table.tex");

        CliRun.in(folder, "experiment", "report", run.toString(), "--format", "md", "--out", markdown.toString());
        CliRun.in(folder, "experiment", "report", run.toString(), "--format", "tex", "--out", latex.toString());

        assertThat(markdown).content().startsWith("# tastes").contains("| item-knn |");
        assertThat(latex).content().contains("\\begin{tabular}", "item-knn");
    }

    @Test
    void aFolderThatIsNoRunIsRefusedInOneLine() {
        CliRun report = CliRun.in(folder, "experiment", "report", folder.toString());

        assertThat(report.exit()).isNotZero();
        assertThat(report.err().lines()).hasSize(1).first().asString().contains("is not the folder of a run");
    }

    @Test
    void anUnknownFormatIsAUsageError() {
        CliRun report = CliRun.in(folder, "experiment", "report", run.toString(), "--format", "pdf");

        assertThat(report.exit()).isEqualTo(2);
        assertThat(report.err()).contains("pdf");
    }
}
