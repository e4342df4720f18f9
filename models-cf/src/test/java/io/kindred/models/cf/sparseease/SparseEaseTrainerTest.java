package io.kindred.models.cf.sparseease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.ItemSimilarityModel;
import io.kindred.core.tck.ContractData;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SparseEaseTrainerTest {
    @Test
    void eachItemIsPredictedFromItsNeighboursByRidgeRegression() throws InterruptedException {
        // u0: a b c   u1: a b   u2: b c   u3: d; with 1 added to the squares of a 2, b 3, c 2
        // b from a and c: [3 1; 1 3] w = (2, 2), so w = (0.5, 0.5); a from b and c: [4 2; 2 3] w = (2, 1), w = (0.5, 0)
        TrainingData data = data(new int[][] {{0, 1, 2}, {0, 1}, {1, 2}, {3}});

        ItemSimilarityModel model = train(new SparseEaseParameters(1, 10, false), data);

        assertThat(scores(model, 0)).containsExactly(new float[] {0, 0.5f, 0, 0}, within(1e-6f));
        assertThat(scores(model, 1)).containsExactly(new float[] {0.5f, 0, 0.5f, 0}, within(1e-6f));
        assertThat(scores(model, 3)).containsExactly(0, 0, 0, 0);
    }

    @Test
    void theItemsThatTellMostAreTheNeighbours() throws InterruptedException {
        // Of a: b tells 2^2 / (3 + 1) = 1, c tells 1 / (2 + 1); so b alone, with 2 / 4. Of b: a and c tell 4 / 3 each,
        // and
        // the tie goes to the more popular or lower item, a, with 2 / 3. Of c: b tells 1.
        TrainingData data = data(new int[][] {{0, 1, 2}, {0, 1}, {1, 2}, {3}});

        ItemSimilarityModel model = train(new SparseEaseParameters(1, 1, false), data);

        assertThat(scores(model, 1)).containsExactly(new float[] {0.5f, 0, 0.5f, 0}, within(1e-6f));
        assertThat(scores(model, 0)).containsExactly(new float[] {0, 2f / 3, 0, 0}, within(1e-6f));
        assertThat(scores(model, 2)).containsExactly(0, 0, 0, 0);
    }

    @Test
    void withAllItemsAsNeighboursItIsEase() throws InterruptedException {
        // Every pair of the 40 items shares a user, so nothing is left out.
        TrainingData data = ContractData.random(7, 300, 40, 6_000);
        for (boolean weights : new boolean[] {false, true}) {
            ItemSimilarityModel ease = (ItemSimilarityModel) ModelCatalog.load()
                    .trainer("ease", Map.of("regularization", 20, "valuesAsWeights", weights))
                    .train(data, TrainingContext.ofSeed(1));
            ItemSimilarityModel sparse = train(new SparseEaseParameters(20, 100, weights), data);

            for (int j = 0; j < 40; j++) {
                assertThat(scores(sparse, j)).containsExactly(scores(ease, j), within(1e-5f));
            }
        }
    }

    @Test
    void oneItemHasNoNeighbours() throws InterruptedException {
        assertThat(scores(train(new SparseEaseProvider().defaults(), ContractData.oneItem()), 0))
                .containsExactly(0f);
    }

    @Test
    void usersWhoAllHadTheSameGetFiniteWeights() throws InterruptedException {
        // a from b and c: [4 3; 3 4] w = (3, 3), so w = 3 / 7 each
        TrainingData data = data(new int[][] {{0, 1, 2}, {0, 1, 2}, {0, 1, 2}});

        assertThat(scores(train(new SparseEaseParameters(1, 10, false), data), 0))
                .containsExactly(new float[] {0, 3f / 7, 3f / 7, 0}, within(1e-6f));
    }

    @Test
    void dataWithoutInteractionsAreRefused() {
        assertThatThrownBy(() -> train(new SparseEaseProvider().defaults(), ContractData.empty()))
                .isInstanceOf(KindredException.class)
                .hasMessage("sparse-ease cannot be trained: the training data have no interactions");
    }

    private static float[] scores(ItemSimilarityModel model, int item) {
        float[] scores = new float[model.items().size()];
        model.scoreHistory(new int[] {item}, null, scores);
        return scores;
    }

    private static ItemSimilarityModel train(SparseEaseParameters parameters, TrainingData data)
            throws InterruptedException {
        return (ItemSimilarityModel) new SparseEaseTrainer(parameters)
                .train(data, TrainingContext.ofSeed(1).withThreads(2));
    }

    private static TrainingData data(int[][] histories) {
        Interactions.Builder builder = Interactions.builder(
                ContractData.vocabulary("u", histories.length), ContractData.vocabulary("i", 4), TimeKind.NONE);
        for (int u = 0; u < histories.length; u++) {
            for (int item : histories[u]) {
                builder.add(u, item);
            }
        }
        return TrainingData.of(builder.build());
    }
}
