package io.kindred.models.cf.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.TrainingContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The models' own lists against those of the reference, within the tolerance stated beside the reference. */
final class GoldenListsTest {
    private static final double TOLERANCE = 1e-3;

    private final GoldenData golden = GoldenData.orSkip();

    @Test
    void popularityAgrees() throws InterruptedException {
        assertAgrees("popularity", "popularity", Map.of(), 1.0);
    }

    @Test
    void itemKnnWithCosineAgrees() throws InterruptedException {
        assertAgrees(
                "item-knn", "item-knn-cosine", Map.of("neighbours", 100, "shrink", 10, "similarity", "cosine"), 0.999);
    }

    @Test
    void itemKnnWithJaccardAgrees() throws InterruptedException {
        assertAgrees(
                "item-knn", "item-knn-jaccard", Map.of("neighbours", 100, "shrink", 0, "similarity", "jaccard"), 0.999);
    }

    @Test
    void userKnnAgrees() throws InterruptedException {
        assertAgrees("user-knn", "user-knn-cosine", Map.of("neighbours", 80, "shrink", 10), 0.999);
    }

    @Test
    void rp3BetaAgrees() throws InterruptedException {
        assertAgrees("rp3beta", "rp3beta", Map.of("alpha", 1, "beta", 0.6, "neighbours", 100), 0.999);
    }

    @Test
    void easeAgrees() throws InterruptedException {
        assertAgrees("ease", "ease", Map.of("regularization", 250), 0.999, 5e-4);
    }

    @Test
    void pureSvdAgrees() throws InterruptedException {
        assertAgrees("pure-svd", "pure-svd", Map.of("factors", 50), 0.999);
    }

    private void assertAgrees(String model, String reference, Map<String, ?> parameters, double overlap)
            throws InterruptedException {
        assertAgrees(model, reference, parameters, overlap, TOLERANCE);
    }

    private void assertAgrees(
            String model, String reference, Map<String, ?> parameters, double overlap, double tolerance)
            throws InterruptedException {
        try (TrainedModel trained =
                ModelCatalog.load().trainer(model, parameters).train(golden.train(), TrainingContext.ofSeed(1))) {
            List<List<String>> lists = golden.lists(trained, 20);
            Map<String, Double> expected = golden.expectedMetrics(reference);
            golden.metrics(lists).forEach((metric, value) -> assertThat(value)
                    .as("%s of %s", metric, reference)
                    .isEqualTo(expected.get(metric), within(tolerance)));
            assertThat(GoldenData.overlap(lists, golden.expectedLists(reference)))
                    .as("share of the reference's top 20 found")
                    .isGreaterThanOrEqualTo(overlap);
        }
    }
}
