package io.kindred.models.cf.slim;

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
import org.junit.jupiter.api.Test;

final class SlimTrainerTest {
    // u0: a b c   u1: a b   u2: b c   u3: d
    private static final TrainingData DATA = data(new int[][] {{0, 1, 2}, {0, 1}, {1, 2}, {3}});

    @Test
    void anItemIsTheElasticNetOfTheOthers() throws InterruptedException {
        // b from a and c, l1 1/2, l2 1: by symmetry w_a = w_c = w, and 2 - (2 + 1) w - w = 1/2, so w = 3/8. a from b
        // and c:
        // with c at zero (3 + 1) w_b = 2 - 1/2, so w_b = 3/8, and c stays there: 1 - 2 * 3/8 = 1/4 < 1/2.
        ItemSimilarityModel model = train(new SlimParameters(0.5, 1, true, 10, 1000, false), DATA);

        assertThat(scores(model, 0)).containsExactly(new float[] {0, 0.375f, 0, 0}, within(1e-4f));
        assertThat(scores(model, 1)).containsExactly(new float[] {0.375f, 0, 0.375f, 0}, within(1e-4f));
        assertThat(scores(model, 3)).containsExactly(0, 0, 0, 0);
    }

    @Test
    void weightsMayBeNegativeWhereAllowed() throws InterruptedException {
        // u0: a b   u1: a c   u2: b c d   u3: b d; of a 2, b 3, c 2, d 2 users. a from b and c (products 1 and 1; that
        // of b
        // and c is 1): [3.1 1; 1 2.1] w = (1, 1), both positive. c from a, b, d without l1 and with l2 0.1:
        // [2.1 1 0; 1 3.1 2; 0 2 2.1] w = (1, 1, 1). Elimination: from the first row a = (1 - b) / 2.1, from the third
        // d = (1 - 2 b) / 2.1; into the second: b (3.1 - 1/2.1 - 4/2.1) = 1 - 3/2.1, so b = -0.428571 / 0.719048.
        TrainingData data = data(new int[][] {{0, 1}, {0, 2}, {1, 2, 3}, {1, 3}});
        double b = (1 - 3 / 2.1) / (3.1 - 5 / 2.1);

        ItemSimilarityModel free = train(new SlimParameters(0, 0.1, false, 10, 10_000, false), data);
        assertThat(scores(free, 1)[2]).isCloseTo((float) b, within(1e-3f));
        assertThat(scores(free, 0)[2]).isCloseTo((float) ((1 - b) / 2.1), within(1e-3f));

        ItemSimilarityModel bound = train(new SlimParameters(0, 0.1, true, 10, 10_000, false), data);
        assertThat(scores(bound, 1)[2]).isZero();
        assertThat(scores(bound, 0)[2]).isCloseTo((float) (1 / 2.1), within(1e-3f));
    }

    @Test
    void strongL1LeavesNothing() throws InterruptedException {
        assertThat(scores(train(new SlimParameters(2, 1, true, 10, 100, false), DATA), 0))
                .containsExactly(0, 0, 0, 0);
    }

    @Test
    void theSolutionMeetsItsConditions() throws InterruptedException {
        // At the minimum the slope g_j - sum_k G_jk w_k - l2 w_j is l1 for positive weights and at most l1 for the
        // others.
        SlimParameters parameters = new SlimParameters(2, 5, true, 150, 1_000, false);
        TrainingData data = ContractData.random(5, 200, 150, 4_000);
        ItemSimilarityModel model = train(parameters, data);
        double[][] gram = gram(data.interactions().distinct());
        float[][] weights = new float[150][];
        for (int j = 0; j < 150; j++) {
            weights[j] = scores(model, j);
        }
        int positive = 0;
        for (int i = 0; i < 150; i++) {
            for (int j = 0; j < 150; j++) {
                if (j != i) {
                    double slope = gram[i][j] - parameters.l2() * weights[j][i];
                    for (int k = 0; k < 150; k++) {
                        slope -= gram[j][k] * weights[k][i];
                    }
                    positive += weights[j][i] > 0 ? 1 : 0;
                    assertThat(weights[j][i] > 0 ? Math.abs(slope - 2) : Math.max(slope - 2, 0))
                            .as("item %d from %d", i, j)
                            .isLessThan(0.01);
                }
            }
        }
        assertThat(positive).isBetween(1_000, 15_000);
    }

    @Test
    void candidatesAreThoseThatTellMost() throws InterruptedException {
        // Of a: b tells 2^2 / (3 + 1), c 1 / (2 + 1); c would get a weight without l1, but is no candidate.
        ItemSimilarityModel model = train(new SlimParameters(0, 1, true, 1, 100, false), DATA);

        assertThat(scores(model, 1)[0]).isCloseTo(0.5f, within(1e-5f));
        assertThat(scores(model, 2)[0]).isZero();
    }

    @Test
    void valuesAreWeightsOnlyWhereAskedFor() throws InterruptedException {
        // u0: a 2, b 1   u1: a 1, b 3: the product is 5, the square of b 10, so b adds (5 - 1) / (10 + 2) to a.
        TrainingData weighted = TrainingData.of(
                Interactions.builder(ContractData.vocabulary("u", 2), ContractData.vocabulary("i", 2), TimeKind.NONE)
                        .add(0, 0, 2, 0)
                        .add(0, 1, 1, 0)
                        .add(1, 0, 1, 0)
                        .add(1, 1, 3, 0)
                        .build());

        assertThat(scores(train(new SlimParameters(1, 2, true, 10, 100, true), weighted), 1)[0])
                .isCloseTo(1f / 3, within(1e-6f));
        assertThat(scores(train(new SlimParameters(1, 2, true, 10, 100, false), weighted), 1)[0])
                .isCloseTo(1f / 4, within(1e-6f));
    }

    @Test
    void oneItemHasNoWeights() throws InterruptedException {
        assertThat(scores(train(new SlimProvider().defaults(), ContractData.oneItem()), 0))
                .containsExactly(0f);
    }

    @Test
    void usersWhoAllHadTheSameGetFiniteWeights() throws InterruptedException {
        // a from b and c alike: 3 - (3 + 1) w - 3 w = 1, so w = 2 / 7
        TrainingData data = data(new int[][] {{0, 1, 2}, {0, 1, 2}, {0, 1, 2}});

        assertThat(scores(train(new SlimParameters(1, 1, true, 10, 1_000, false), data), 0))
                .containsExactly(new float[] {0, 2f / 7, 2f / 7, 0}, within(1e-3f));
    }

    @Test
    void dataWithoutInteractionsAreRefused() {
        assertThatThrownBy(() -> train(new SlimProvider().defaults(), ContractData.empty()))
                .isInstanceOf(KindredException.class)
                .hasMessage("slim cannot be trained: the training data have no interactions");
    }

    private static double[][] gram(Interactions pairs) {
        double[][] gram = new double[pairs.itemCount()][pairs.itemCount()];
        for (int u = 0; u < pairs.userCount(); u++) {
            int[] row = pairs.byUser().columnsOf(u);
            for (int i : row) {
                for (int j : row) {
                    gram[i][j]++;
                }
            }
        }
        return gram;
    }

    private static float[] scores(ItemSimilarityModel model, int item) {
        float[] scores = new float[model.items().size()];
        model.scoreHistory(new int[] {item}, null, scores);
        return scores;
    }

    private static ItemSimilarityModel train(SlimParameters parameters, TrainingData data) throws InterruptedException {
        return (ItemSimilarityModel) new SlimTrainer(parameters)
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
