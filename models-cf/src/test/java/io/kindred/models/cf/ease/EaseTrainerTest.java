package io.kindred.models.cf.ease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.ItemSimilarityModel;
import io.kindred.core.tck.ContractData;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class EaseTrainerTest {
    @Test
    void weightsAreThoseOfTheClosedForm() throws InterruptedException {
        // u0: a b   u1: a c; with 1 on the diagonal X'X + I = [3 1 1; 1 2 0; 1 0 2], its determinant 8 and its inverse
        // 1/8 [4 -2 -2; -2 5 1; -2 1 5], so B(a, b) = 2/5, B(b, a) = 2/4, B(b, c) = -1/5
        ItemSimilarityModel model = train(new EaseParameters(1, 0, false), data());

        assertThat(scores(model, 0)).containsExactly(new float[] {0f, 0.4f, 0.4f}, within(1e-6f));
        assertThat(scores(model, 1)).containsExactly(new float[] {0.5f, 0f, -0.2f}, within(1e-6f));
    }

    @Test
    void valuesAreWeightsOnlyWhereAskedFor() throws InterruptedException {
        // u0: a 2, b 1   u1: a 1, c 3; X'X + I = [6 2 3; 2 2 0; 3 0 10], its determinant 62 and its inverse
        // 1/62 [20 -20 -6; -20 51 6; -6 6 8], so B(a, b) = 20/51, B(a, c) = 6/8, B(b, a) = 1, B(b, c) = -6/8
        TrainingData weighted = TrainingData.of(
                Interactions.builder(ContractData.vocabulary("u", 2), ContractData.vocabulary("i", 3), TimeKind.NONE)
                        .add(0, 0, 2, 0)
                        .add(0, 1, 1, 0)
                        .add(1, 0, 1, 0)
                        .add(1, 2, 3, 0)
                        .build());

        ItemSimilarityModel model = train(new EaseParameters(1, 0, true), weighted);
        assertThat(scores(model, 0)).containsExactly(new float[] {0f, 20f / 51, 0.75f}, within(1e-6f));
        assertThat(scores(model, 1)).containsExactly(new float[] {1f, 0f, -0.75f}, within(1e-6f));

        ItemSimilarityModel plain = train(new EaseParameters(1, 0, false), weighted);
        assertThat(scores(plain, 0)).containsExactly(new float[] {0f, 0.4f, 0.4f}, within(1e-6f));
    }

    @Test
    void oneItemHasNoWeights() throws InterruptedException {
        assertThat(scores(train(new EaseProvider().defaults(), ContractData.oneItem()), 0))
                .containsExactly(0f);
    }

    @Test
    void usersWhoAllHadTheSameGetFiniteWeights() throws InterruptedException {
        // Three users with a, b and c: X'X + I = 3 ones + I, the inverse is I - 0.3 ones, so B = 0.3 / 0.7 everywhere.
        Interactions.Builder builder =
                Interactions.builder(ContractData.vocabulary("u", 3), ContractData.vocabulary("i", 3), TimeKind.NONE);
        for (int pair = 0; pair < 9; pair++) {
            builder.add(pair / 3, pair % 3);
        }

        assertThat(scores(train(new EaseParameters(1, 0, false), TrainingData.of(builder.build())), 0))
                .containsExactly(new float[] {0f, 3f / 7, 3f / 7}, within(1e-6f));
    }

    @Test
    void theWeightsLargestInSizeAreKeptPerRecommendedItem() throws InterruptedException {
        // a keeps b (ties go to the lower index), b keeps a, c keeps a.
        ItemSimilarityModel model = train(new EaseParameters(1, 1, false), data());

        assertThat(scores(model, 0)).containsExactly(new float[] {0f, 0.4f, 0.4f}, within(1e-6f));
        assertThat(scores(model, 1)).containsExactly(new float[] {0.5f, 0f, 0f}, within(1e-6f));
        assertThat(scores(model, 2)).containsExactly(0f, 0f, 0f);
    }

    @Test
    void aMatrixOfSeveralTilesIsSolved() throws InterruptedException {
        // 300 items are three tiles. The weights must solve (X'X + r I) P = I: column i of P is -B(., i) P(i, i) and
        // P(i, i).
        int items = 300;
        double regularization = 20;
        TrainingData data = ContractData.random(5, 200, items, 6_000);
        ItemSimilarityModel model = train(new EaseParameters(regularization, 0, false), data);
        double[][] gram = gram(data.interactions().distinct(), regularization);
        float[][] weights =
                IntStream.range(0, items).mapToObj(j -> scores(model, j)).toArray(float[][]::new);

        for (int i = 0; i < items; i++) {
            double own = column(gram, weights, i, i);
            for (int r = 0; r < items; r++) {
                assertThat(column(gram, weights, r, i) / own)
                        .as("row %d of column %d", r, i)
                        .isEqualTo(r == i ? 1.0 : 0.0, within(1e-5));
            }
        }
    }

    @Test
    void keepingAsManyWeightsAsThereAreKeepsAll() throws InterruptedException {
        TrainingData data = ContractData.random(5, 60, 150, 900);

        ItemSimilarityModel all = train(new EaseParameters(20, 0, false), data);
        ItemSimilarityModel kept = train(new EaseParameters(20, 150, false), data);

        for (int j = 0; j < 150; j++) {
            assertThat(scores(kept, j)).isEqualTo(scores(all, j));
        }
    }

    @Test
    void dataWithoutInteractionsAreRefused() {
        assertThatThrownBy(() -> train(new EaseProvider().defaults(), ContractData.empty()))
                .isInstanceOf(KindredException.class)
                .hasMessage("ease cannot be trained: the training data have no interactions");
    }

    @Test
    void itemsThatDoNotFitTheHeapAreRefusedWithWhatTheyNeed() {
        // 40,064 rows in 313 tiles: 49,141 tiles of 128 KiB are 6.44 GB; the weights 8 x 40,000^2 bytes are 12.8 GB
        assertThatThrownBy(() -> EaseMemory.check(40_000, 0, 2_000_000_000L))
                .isInstanceOf(KindredException.class)
                .hasMessage("ease needs 19.2 GB of heap for 40000 items, but 2.0 GB are left; give the JVM more"
                        + " (KINDRED_JAVA_OPTS=-Xmx26g), leave rare items out, or use sparse-ease");
    }

    @Test
    void fewerWeightsNeedLessMemory() {
        assertThat(EaseMemory.needed(40_000, 100)).isLessThan(EaseMemory.needed(40_000, 0));
    }

    private static double column(double[][] gram, float[][] weights, int row, int i) {
        double sum = gram[row][i];
        for (int j = 0; j < gram.length; j++) {
            sum -= j == i ? 0 : gram[row][j] * weights[j][i];
        }
        return sum;
    }

    private static double[][] gram(Interactions pairs, double regularization) {
        double[][] gram = new double[pairs.itemCount()][pairs.itemCount()];
        for (int u = 0; u < pairs.userCount(); u++) {
            int[] row = pairs.byUser().columnsOf(u);
            for (int i : row) {
                for (int j : row) {
                    gram[i][j]++;
                }
            }
        }
        for (int i = 0; i < gram.length; i++) {
            gram[i][i] += regularization;
        }
        return gram;
    }

    private static float[] scores(ItemSimilarityModel model, int item) {
        float[] scores = new float[model.items().size()];
        model.scoreHistory(new int[] {item}, null, scores);
        return scores;
    }

    private static ItemSimilarityModel train(EaseParameters parameters, TrainingData data) throws InterruptedException {
        return (ItemSimilarityModel) new EaseTrainer(parameters)
                .train(data, TrainingContext.ofSeed(1).withThreads(2));
    }

    private static TrainingData data() {
        return TrainingData.of(
                Interactions.builder(ContractData.vocabulary("u", 2), ContractData.vocabulary("i", 3), TimeKind.NONE)
                        .add(0, 0)
                        .add(0, 1)
                        .add(1, 0)
                        .add(1, 2)
                        .build());
    }
}
