package io.kindred.benchmarks.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Root mean square and mean absolute errors on MovieLens 100K in 5-fold cross validation are those Surprise publishes for the
 * same models with the same parameters. Looks for {@code data/ml-100k} in the folder {@code kindred.shared} names, or in one
 * called {@code shared} beside the repository.
 */
@Tag("slow")
final class PublishedFiguresTest {
    static List<PublishedRow> rows() {
        return PublishedRow.SURPRISE;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void errorsAreThePublishedOnes(PublishedRow row) throws InterruptedException {
        Path file = shared().resolve("data").resolve("ml-100k").resolve("ml-100k.inter.gz");
        assumeTrue(Files.exists(file), "MovieLens 100K is not there: no " + file);

        CrossValidation found = CrossValidation.of(RatingTable.read(file), 5, row.model(), row.parameters(), 42, 2);

        assertThat(found.meanRmse()).as("rmse of %s", row.name()).isEqualTo(row.rmse(), within(PublishedRow.TOLERANCE));
        assertThat(found.meanMae()).as("mae of %s", row.name()).isEqualTo(row.mae(), within(PublishedRow.TOLERANCE));
        assertThat(found.unpredicted()).isZero();
    }

    private static Path shared() {
        String named = System.getProperty("kindred.shared");
        if (named != null) {
            return Path.of(named);
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("shared").resolve("data"))) {
            folder = folder.getParent();
        }
        return folder == null ? Path.of("shared") : folder.resolve("shared");
    }
}
