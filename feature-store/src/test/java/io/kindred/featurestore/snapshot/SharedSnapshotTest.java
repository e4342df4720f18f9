package io.kindred.featurestore.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Filters on real data. Skipped where it is not present. Expected numbers were counted with a few lines of Python. */
class SharedSnapshotTest {
    @TempDir
    Path folder;

    private Snapshot imported(String name) throws IOException {
        String given = System.getProperty("kindred.shared");
        Path shared = given != null ? Path.of(given) : besideTheRepository();
        Path data = shared.resolve("data").resolve(name);
        assumeTrue(Files.isDirectory(data), () -> "real data is not present: " + data);
        return FeatureStore.open(folder).importData(data).snapshot();
    }

    private static Path besideTheRepository() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("shared").resolve("data"))) {
                return at.resolve("shared");
            }
        }
        return Path.of("shared");
    }

    @Test
    void theFiveCoreAndTheRatingFilterOfMovieLensLatestSmall() throws IOException {
        Snapshot snapshot = imported("ml-latest-small");

        Dataset core = snapshot.dataset().minUser(5).minItem(5).build();
        Dataset liked = snapshot.dataset().minRating(4).build();

        assertThat(core.interactions().size()).isEqualTo(90_274);
        assertThat(core.interactions().userCount()).isEqualTo(610);
        assertThat(core.interactions().itemCount()).isEqualTo(3650);
        assertThat(liked.interactions().size()).isEqualTo(48_580);
        assertThat(liked.interactions().userCount()).isEqualTo(609);
        assertThat(liked.interactions().itemCount()).isEqualTo(6298);
    }

    @Test
    void theGivenSplitOfAmazonBook() throws IOException {
        GivenSplit split = imported("amazon-book").dataset().buildGivenSplit();

        assertThat(split.train().size()).isEqualTo(652_514);
        assertThat(split.test().size()).isEqualTo(193_920);
        assertThat(split.train().userCount()).isEqualTo(70_679);
        assertThat(split.test().itemCount()).isEqualTo(24_915);
    }

    @Test
    void yelpKeepsTheRepeatsUnlessToldOtherwise() throws IOException {
        Snapshot snapshot = imported("yelp");

        assertThat(snapshot.dataset().features(false).build().interactions().size())
                .isEqualTo(316_354);
        assertThat(snapshot.dataset()
                        .features(false)
                        .duplicates(DuplicatePolicy.KEEP_LAST)
                        .build()
                        .interactions()
                        .size())
                .isEqualTo(304_524);
    }
}
