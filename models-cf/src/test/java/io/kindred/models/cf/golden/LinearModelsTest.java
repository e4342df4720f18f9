package io.kindred.models.cf.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.TrainingContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Linear models without reference results of their own, beside the reference's EASE on the same data. */
final class LinearModelsTest {
    private final GoldenData golden = GoldenData.orSkip();

    @Test
    void sparseEaseIsNearlyAsAccurateAsEase() throws InterruptedException {
        List<List<String>> lists = lists("sparse-ease", Map.of("regularization", 250, "neighbours", 200));

        assertThat(ndcg(lists))
                .isGreaterThan(0.98 * golden.expectedMetrics("ease").get("ndcg@10"));
        assertThat(GoldenData.overlap(lists, golden.expectedLists("ease"))).isGreaterThan(0.8);
    }

    @Test
    void slimIsAsAccurateAsEase() throws InterruptedException {
        assertThat(ndcg(lists("slim", Map.of())))
                .isGreaterThan(0.98 * golden.expectedMetrics("ease").get("ndcg@10"));
    }

    private List<List<String>> lists(String model, Map<String, ?> parameters) throws InterruptedException {
        try (TrainedModel trained = ModelCatalog.load()
                .trainer(model, parameters)
                .train(golden.train(), TrainingContext.ofSeed(1).withThreads(2))) {
            return golden.lists(trained, 20);
        }
    }

    private double ndcg(List<List<String>> lists) {
        return golden.metrics(lists).get("ndcg@10");
    }
}
