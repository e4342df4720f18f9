package io.kindred.models.cf.coclustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.data.SparseRows;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.Cancellation;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.RatingFactorsModel;
import io.kindred.models.cf.ratings.RatingData;
import io.kindred.models.cf.ratings.Ratings;
import org.junit.jupiter.api.Test;

final class CoClusteringTrainerTest {
    private static RatingFactorsModel train(CoClusteringParameters parameters, TrainingData data, long seed)
            throws InterruptedException {
        return (RatingFactorsModel) new CoClusteringTrainer(parameters).train(data, TrainingContext.ofSeed(seed));
    }

    @Test
    void withOneClusterARatingIsTheMeansOfUserAndItem() throws InterruptedException {
        // mu = 3, users 4 and 2 2/3 and 2, items 4 and 2: mu + (mu_u - mu) + (mu_i - mu).
        TrainingData data = RatingData.of(new float[] {5, 3}, new float[] {4, 1}, new float[] {3, 2});
        RatingFactorsModel model = train(new CoClusteringParameters(1, 1, 5), data, 1);
        float[] scores = new float[2];

        model.scoreAll(0, scores);
        assertThat(scores).containsExactly(new float[] {5f, 3f}, within(1e-6f));
        model.scoreAll(1, scores);
        assertThat(scores).containsExactly(new float[] {3.5f, 1.5f}, within(1e-6f));
    }

    @Test
    void theEstimateIsTheAverageOfThePairOfClustersPlusBothDeviations() throws InterruptedException {
        TrainingData data = RatingData.twoTastes(12, 10);
        CoClusteringParameters parameters = new CoClusteringParameters(2, 2, 5);
        CoClusters clusters = new CoClusters(Ratings.of("co-clustering", data), parameters, 4);
        for (int epoch = 0; epoch < 5; epoch++) {
            clusters.epoch(new Cancellation());
        }
        int[] a = clusters.clustersOfUsers();
        int[] b = clusters.clustersOfItems();
        float[] scores = new float[10];
        RatingFactorsModel model = train(parameters, data, 4);

        for (int u = 0; u < 12; u++) {
            model.scoreAll(u, scores);
            for (int i = 0; i < 10; i++) {
                int user = u;
                int item = i;
                double estimate = mean(data, (v, j) -> a[v] == a[user] && b[j] == b[item])
                        + mean(data, (v, j) -> v == user)
                        - mean(data, (v, j) -> a[v] == a[user])
                        + mean(data, (v, j) -> j == item)
                        - mean(data, (v, j) -> b[j] == b[item]);
                assertThat((double) scores[i]).isEqualTo(estimate, within(1e-5));
            }
        }
    }

    @Test
    void usersAndItemsOfOneTasteEndInOneCluster() throws InterruptedException {
        CoClusters clusters = new CoClusters(
                Ratings.of("co-clustering", RatingData.twoTastes(12, 10)), new CoClusteringParameters(2, 2, 9), 4);
        for (int epoch = 0; epoch < 9; epoch++) {
            clusters.epoch(new Cancellation());
        }

        for (int u = 2; u < 12; u++) {
            assertThat(clusters.clustersOfUsers()[u]).isEqualTo(clusters.clustersOfUsers()[u % 2]);
        }
        assertThat(clusters.clustersOfUsers()[0]).isNotEqualTo(clusters.clustersOfUsers()[1]);
        for (int i = 2; i < 10; i++) {
            assertThat(clusters.clustersOfItems()[i]).isEqualTo(clusters.clustersOfItems()[i % 2]);
        }
    }

    @Test
    void moreClustersThanUsersAndItemsAreFine() throws InterruptedException {
        RatingFactorsModel model =
                train(new CoClusteringParameters(40, 30, 5), RatingData.of(new float[] {5, 3}, new float[] {4, 1}), 1);

        assertThat(model.predictRating(0, 0)).isBetween(1f, 5f);
    }

    private interface Choice {
        boolean has(int user, int item);
    }

    private static double mean(TrainingData data, Choice choice) {
        SparseRows rows = data.interactions().byUser();
        double sum = 0;
        int count = 0;
        for (int u = 0; u < rows.rowCount(); u++) {
            for (int p = rows.start(u); p < rows.end(u); p++) {
                if (choice.has(u, rows.column(p))) {
                    sum += rows.value(p);
                    count++;
                }
            }
        }
        return sum / count;
    }
}
