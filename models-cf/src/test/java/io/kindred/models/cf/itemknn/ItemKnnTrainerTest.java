package io.kindred.models.cf.itemknn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.neighbours.Similarity;
import io.kindred.core.scorer.ItemSimilarityModel;
import io.kindred.core.tck.ContractData;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ItemKnnTrainerTest {
    // u0: a b c    u1: a b    u2: a d    u3: e
    private static final TrainingData DATA = data(new int[][] {{0, 1, 2}, {0, 1}, {0, 3}, {4}});

    @Test
    void cosineIsCommonUsersOverTheRootOfTheProduct() throws InterruptedException {
        float[] scores = score(new ItemKnnParameters(10, 2, Similarity.COSINE), 0);

        // a has 3 users, b 2, c 1, d 1, e 1; shrink 2
        assertThat(scores[0]).isZero();
        assertThat(scores[1]).isEqualTo((float) (2 / (Math.sqrt(6) + 2)));
        assertThat(scores[2]).isEqualTo((float) (1 / (Math.sqrt(3) + 2)));
        assertThat(scores[4]).isZero();
    }

    @Test
    void jaccardIsCommonUsersOverTheUnion() throws InterruptedException {
        float[] scores = score(new ItemKnnParameters(10, 0, Similarity.JACCARD), 0);

        assertThat(scores[1]).isEqualTo((float) (2.0 / 3));
        assertThat(scores[3]).isEqualTo((float) (1.0 / 3));
    }

    @Test
    void neighboursAreKeptPerRecommendedItemAndTiesGoToTheLowerIndex() throws InterruptedException {
        // With one neighbour each, c keeps b (1/sqrt 2 beats 1/sqrt 3), d keeps a, and a keeps b.
        ItemKnnParameters parameters = new ItemKnnParameters(1, 0, Similarity.COSINE);

        assertThat(score(parameters, 0))
                .containsExactly(0, (float) (2 / Math.sqrt(6)), 0, (float) (1 / Math.sqrt(3)), 0);

        // Two items with the same users as a third: the lower index is kept.
        TrainingData twins = data(new int[][] {{0, 1, 2}, {0, 1, 2}});
        assertThat(train(parameters, twins).explain(2, new int[] {0, 1}, null, 5))
                .extracting(c -> c.item())
                .containsExactly(0);
    }

    @Test
    void valuesAndRepeatsDoNotCount() throws InterruptedException {
        Interactions once = DATA.interactions();
        Interactions.Builder builder = Interactions.builder(once.users(), once.items(), TimeKind.NONE);
        for (int u = 0; u < once.userCount(); u++) {
            for (int p = once.byUser().start(u); p < once.byUser().end(u); p++) {
                builder.add(u, once.byUser().column(p), 5, 0)
                        .add(u, once.byUser().column(p), -2, 0);
            }
        }
        ItemKnnParameters parameters = new ItemKnnProvider().defaults();
        float[] repeated = new float[5];
        train(parameters, TrainingData.of(builder.build())).scoreHistory(new int[] {0}, null, repeated);

        assertThat(repeated).isEqualTo(score(parameters, 0));
    }

    @Test
    void rowsWithAndWithoutNotingWhatTheyMetAgree() throws InterruptedException {
        // Few users and many items: items of busy users go through all items, the others note what they meet.
        TrainingData data = ContractData.random(23, 60, 400, 3_000);
        ItemKnnParameters parameters = new ItemKnnParameters(400, 1, Similarity.COSINE);
        ItemSimilarityModel model = train(parameters, data);
        Interactions pairs = data.interactions().distinct();
        float[] scores = new float[400];
        for (int j = 0; j < 400; j++) {
            model.scoreHistory(new int[] {j}, null, scores);
            for (int i = 0; i < 400; i++) {
                assertThat(scores[i]).as("items %d and %d", j, i).isEqualTo(cosine(pairs, i, j));
            }
        }
    }

    @Test
    void dataWithoutInteractionsAreRefused() {
        assertThatThrownBy(() -> train(new ItemKnnProvider().defaults(), ContractData.empty()))
                .isInstanceOf(KindredException.class)
                .hasMessage("item-knn cannot be trained: the training data have no interactions");
    }

    @Test
    void oneItemHasNoNeighbours() throws InterruptedException {
        ItemSimilarityModel model = train(new ItemKnnProvider().defaults(), ContractData.oneItem());
        float[] scores = new float[1];

        model.scoreHistory(new int[] {0}, null, scores);

        assertThat(scores).containsExactly(0f);
    }

    private static float cosine(Interactions pairs, int i, int j) {
        int common = 0;
        for (int u = 0; u < pairs.userCount() && i != j; u++) {
            List<Integer> row =
                    java.util.Arrays.stream(pairs.byUser().columnsOf(u)).boxed().toList();
            common += row.contains(i) && row.contains(j) ? 1 : 0;
        }
        double product = (double) pairs.byItem().length(i) * pairs.byItem().length(j);
        return common == 0 ? 0f : (float) (common / (Math.sqrt(product) + 1));
    }

    private static float[] score(ItemKnnParameters parameters, int item) throws InterruptedException {
        float[] scores = new float[DATA.interactions().itemCount()];
        train(parameters, DATA).scoreHistory(new int[] {item}, null, scores);
        return scores;
    }

    private static ItemSimilarityModel train(ItemKnnParameters parameters, TrainingData data)
            throws InterruptedException {
        return (ItemSimilarityModel) new ItemKnnTrainer(parameters).train(data, TrainingContext.ofSeed(1));
    }

    private static TrainingData data(int[][] histories) {
        Vocabulary users = ContractData.vocabulary("u", histories.length);
        Vocabulary items = Vocabulary.of(List.of("a", "b", "c", "d", "e"));
        Interactions.Builder builder = Interactions.builder(users, items, TimeKind.NONE);
        for (int u = 0; u < histories.length; u++) {
            for (int item : histories[u]) {
                builder.add(u, item, 1, 0);
            }
        }
        return TrainingData.of(builder.build());
    }
}
