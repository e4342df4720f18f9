package io.kindred.models.cf.puresvd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.FactorsModel;
import io.kindred.core.scorer.FoldInFactorsModel;
import io.kindred.core.tck.ContractData;
import org.junit.jupiter.api.Test;

final class PureSvdTrainerTest {
    @Test
    void scoresAreTheHistoryProjectedOntoTheLargestSingularVector() throws InterruptedException {
        // u0: a b   u1: a b   u2: c. X'X has the blocks [2 2; 2 2], whose eigenvalue 4 has (1, 1, 0) / sqrt 2, and [1].
        FactorsModel model = train(
                new PureSvdParameters(1, 5),
                TrainingData.of(Interactions.builder(
                                ContractData.vocabulary("u", 3), ContractData.vocabulary("i", 3), TimeKind.NONE)
                        .add(0, 0)
                        .add(0, 1)
                        .add(1, 0)
                        .add(1, 1)
                        .add(2, 2)
                        .build()),
                1);

        float[] scores = new float[3];
        model.scoreAll(0, scores);

        assertThat(scores).containsExactly(new float[] {1f, 1f, 0f}, within(1e-6f));
        float half = (float) Math.sqrt(0.5);
        assertThat(model.itemVectors().array()).containsExactly(new float[] {half, half, 0f}, within(1e-6f));
    }

    @Test
    void itemVectorsAreOrthonormal() throws InterruptedException {
        FloatMatrix items = train(new PureSvdParameters(8, 20), ContractData.random(3, 80, 60, 900), 1)
                .itemVectors();

        for (int a = 0; a < 8; a++) {
            for (int b = 0; b < 8; b++) {
                double dot = 0;
                for (int i = 0; i < items.rows(); i++) {
                    dot += (double) items.row(i)[a] * items.row(i)[b];
                }
                assertThat(dot).as("columns %d and %d", a, b).isEqualTo(a == b ? 1.0 : 0.0, within(1e-5));
            }
        }
    }

    @Test
    void withAsManyFactorsAsItemsHistoriesAreReproduced() throws InterruptedException {
        TrainingData data = ContractData.random(3, 80, 12, 300);
        FactorsModel model = train(new PureSvdParameters(500, 3), data, 1);
        Interactions pairs = data.interactions().distinct();
        float[] scores = new float[12];

        assertThat(model.itemVectors().columns()).isEqualTo(12);
        for (int u = 0; u < 80; u++) {
            model.scoreAll(u, scores);
            float[] row = new float[12];
            for (int item : pairs.byUser().columnsOf(u)) {
                row[item] = 1;
            }
            assertThat(scores).containsExactly(row, within(1e-4f));
        }
    }

    @Test
    void anotherSeedFindsTheSameScores() throws InterruptedException {
        TrainingData data = ContractData.random(3, 80, 60, 900);
        FactorsModel one = train(new PureSvdParameters(8, 60), data, 1);
        FactorsModel two = train(new PureSvdParameters(8, 60), data, 2);
        float[] ones = new float[60];
        float[] twos = new float[60];

        for (int u = 0; u < 80; u++) {
            one.scoreAll(u, ones);
            two.scoreAll(u, twos);
            assertThat(ones).containsExactly(twos, within(1e-4f));
        }
    }

    @Test
    void columnsThatDependOnOthersAreDropped() {
        // The Gram matrix of (1, 1) and (2, 2): the second column is twice the first.
        double[] inverse = Orthonormal.inverseFactor(new double[] {2, 4, 4, 8}, 2);

        assertThat(inverse[0]).isEqualTo(Math.sqrt(0.5), within(1e-15));
        assertThat(inverse[1]).isZero();
        assertThat(inverse[3]).isZero();
    }

    @Test
    void knownUsersScoresAreThoseOfTheirFoldedInHistories() throws InterruptedException {
        TrainingData data = ContractData.random(3, 80, 60, 900);
        FoldInFactorsModel model = (FoldInFactorsModel) train(new PureSvdParameters(8, 5), data, 1);
        Interactions pairs = data.interactions().distinct();
        float[] known = new float[60];
        float[] folded = new float[60];

        for (int u = 0; u < 80; u++) {
            model.scoreAll(u, known);
            model.scoreHistory(pairs.byUser().columnsOf(u), null, folded);
            assertThat(folded).containsExactly(known, within(1e-5f));
        }
    }

    @Test
    void dataWithoutInteractionsAreRefused() {
        assertThatThrownBy(() -> train(new PureSvdProvider().defaults(), ContractData.empty(), 1))
                .isInstanceOf(KindredException.class)
                .hasMessage("pure-svd cannot be trained: the training data have no interactions");
    }

    private static FactorsModel train(PureSvdParameters parameters, TrainingData data, long seed)
            throws InterruptedException {
        return (FactorsModel) new PureSvdTrainer(parameters)
                .train(data, TrainingContext.ofSeed(seed).withThreads(2));
    }
}
