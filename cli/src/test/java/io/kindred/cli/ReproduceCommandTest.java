package io.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.cli.reproduce.PublishedFigure;
import io.kindred.cli.reproduce.Study;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproduceCommandTest {
    @TempDir
    Path folder;

    private CliRun reproduce(String... more) {
        List<String> arguments = new java.util.ArrayList<>(List.of(
                "reproduce",
                "--data",
                folder.resolve("data").toString(),
                "--out",
                folder.resolve("results").toString(),
                "--runs",
                folder.resolve("runs").toString()));
        arguments.addAll(List.of(more));
        return CliRun.in(folder, arguments.toArray(String[]::new));
    }

    private String page() throws IOException {
        return Files.readString(folder.resolve("results/reproduction.md"));
    }

    /** Ratings in the form of MovieLens, from users of two tastes. */
    private void writeMovieLens() throws IOException {
        Path target = Files.createDirectories(folder.resolve("data/ml-latest-small"));
        String[] lines = Files.readString(TwoTastes.write(folder))
                .replace("user,item,rating,timestamp", "userId,movieId,rating,timestamp")
                .split("\n");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(target.resolve("ratings.csv.gz")))) {
            for (String line : lines) {
                String numbers = line.startsWith("u") && !line.startsWith("userId")
                        ? line.substring(1).replace(",a", ",1").replace(",b", ",2")
                        : line;
                out.write((numbers + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void everyExperimentOfTheSuiteIsWellFormedAndHasTheModelsOfItsFigures() {
        for (Study study : Study.all()) {
            List<String> titles = List.copyOf(study.experiment().titles());

            assertThat(study.experiment().name()).contains(study.name());
            assertThat(study.published()).allSatisfy(figure -> {
                assertThat(titles).contains(figure.model());
                assertThat(figure.source()).isNotBlank();
            });
        }
    }

    @Test
    void dataThatAreMissingAreSkippedAndListed() throws Exception {
        Files.createDirectories(folder.resolve("data"));

        CliRun run = reproduce();

        assertThat(run.exit()).isZero();
        assertThat(run.err()).contains("ml-100k: skipped, no ml-100k/ml-100k.inter.gz in the folder of the data");
        assertThat(page())
                .contains("Of 0 published figures 0 are reproduced.")
                .contains("- `amazon-beauty`: no amazon-beauty/Beauty.txt.gz in the folder of the data")
                .contains("- `amazon-beauty-sasrec`: takes hours; name it with --only amazon-beauty-sasrec");
    }

    @Test
    void aStudyIsRunOnceAndReadAfterwards() throws Exception {
        writeMovieLens();

        CliRun first = reproduce("--only", "ml-latest-small");
        CliRun second = reproduce("--only", "ml-latest-small");

        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(page())
                .contains("## MovieLens latest small")
                .containsPattern("\\| sparse-ease \\| ndcg@10 \\| 0\\.\\d{4} \\| – \\|")
                .contains("- `ml-100k`: not asked for");
        assertThat(second.err()).contains("ml-latest-small: done before");
        assertThat(second.exit()).isZero();
    }

    @Test
    void anUnknownStudyIsAUsageError() throws Exception {
        Files.createDirectories(folder.resolve("data"));

        CliRun run = reproduce("--only", "ml-100");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("unknown study 'ml-100'; available: ml-100k", "did you mean 'ml-100k'?");
    }

    @Test
    void aFolderThatDoesNotExistIsAUsageError() {
        CliRun run = reproduce();

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("is not a folder");
    }

    @Test
    void aFigureIsMetWhenOursIsNotWorseOrCloseEnough() {
        PublishedFigure accuracy = new PublishedFigure("m", "ndcg@10", 0.3, OptionalDouble.empty(), "s", false);
        PublishedFigure error = new PublishedFigure("m", "rmse", 0.93, OptionalDouble.of(0.005), "s", false);

        assertThat(accuracy.isMetBy(0.31)).isTrue();
        assertThat(accuracy.isMetBy(0.29)).isFalse();
        assertThat(error.isMetBy(0.934)).isTrue();
        assertThat(error.isMetBy(0.92)).as("better, but not what was published").isFalse();
        assertThat(error.isMetBy(Double.NaN)).isFalse();
    }
}
