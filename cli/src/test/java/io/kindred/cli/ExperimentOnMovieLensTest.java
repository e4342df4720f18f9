package io.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real data, which are not part of the repository. */
class ExperimentOnMovieLensTest {
    @TempDir
    Path home;

    @Test
    void simpleModelsStandInTheUsualOrder() throws Exception {
        Path data = shared().resolve("data").resolve("ml-100k");
        assumeTrue(Files.isDirectory(data), () -> "real data is not present: " + data);
        Path file = Files.writeString(
                home.resolve("movies.yaml"),
                "data: " + data + "\nprotocol: ratio\nmodels: [popularity, item-knn, ease]\nmetrics: {at: [10],"
                        + " resamples: 100}\nseeds: [1]\n");

        CliRun run = CliRun.in(
                home,
                "experiment",
                "run",
                file.toString(),
                "--out",
                home.resolve("runs").toString(),
                "--json");

        assertThat(run.exit()).as(run.err()).isZero();
        Map<String, Object> json = run.json();
        assertThat(json).containsEntry("best", "ease");
        List<Double> ndcg = ((List<?>) json.get("models"))
                .stream().map(ExperimentOnMovieLensTest::figure).toList();
        assertThat(ndcg.get(0)).isLessThan(ndcg.get(1));
        assertThat(ndcg.get(1)).isLessThan(ndcg.get(2));
        assertThat((String) json.get("verdict")).startsWith("ease is better than item-knn, popularity");
    }

    private static Double figure(Object model) {
        Map<?, ?> seed = (Map<?, ?>) ((List<?>) ((Map<?, ?>) model).get("seeds")).getFirst();
        return (Double) ((Map<?, ?>) seed.get("metrics")).get("ndcg@10");
    }

    private static Path shared() {
        String given = System.getProperty("kindred.shared");
        if (given != null) {
            return Path.of(given);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("shared").resolve("data"))) {
                return at.resolve("shared");
            }
        }
        return Path.of("shared");
    }
}
