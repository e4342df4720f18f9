package io.kindred.models.cf.rp3beta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.ItemSimilarityModel;
import io.kindred.core.tck.ContractData;
import org.junit.jupiter.api.Test;

final class RandomWalkTrainerTest {
    // u0: a b c    u1: a b    u2: a d    u3: e; so n_a = 3, n_b = 2, n_c = n_d = n_e = 1
    private static final TrainingData DATA = data();

    @Test
    void weightsArePathsDividedByThePopularityOfTheirEnd() throws InterruptedException {
        float[] scores = scoresAfterA(new Rp3BetaProvider(), new Rp3BetaParameters(1, 0.5, 10, false));

        // a -> b over u0 and u1: (1/3)(1/3 + 1/2) / sqrt 2; a -> c over u0: (1/3)(1/3); a -> d over u2: (1/3)(1/2)
        assertThat(scores[0]).isZero();
        assertThat(scores[1]).isCloseTo((float) (5.0 / 18 / Math.sqrt(2)), within(1e-7f));
        assertThat(scores[2]).isCloseTo(1f / 9, within(1e-7f));
        assertThat(scores[3]).isCloseTo(1f / 6, within(1e-7f));
        assertThat(scores[4]).isZero();
    }

    @Test
    void alphaIsAPowerOfEachProbability() throws InterruptedException {
        float[] scores = scoresAfterA(new P3AlphaProvider(), new P3AlphaParameters(2, 10, false));

        assertThat(scores[1]).isCloseTo((float) (1.0 / 9 * (1.0 / 9 + 1.0 / 4)), within(1e-7f));
        assertThat(scores[3]).isCloseTo((float) (1.0 / 9 / 4), within(1e-7f));
    }

    @Test
    void valuesWeighTheStepsWhereAskedFor() throws InterruptedException {
        // u0: a 1, b 3   u1: a 2, c 2; sums of a 3, b 3, c 2, u0 4, u1 4. a -> b: (1/3)(3/4); a -> c: (2/3)(2/4)
        TrainingData weighted = TrainingData.of(
                Interactions.builder(ContractData.vocabulary("u", 2), ContractData.vocabulary("i", 5), TimeKind.NONE)
                        .add(0, 0, 1, 0)
                        .add(0, 1, 3, 0)
                        .add(1, 0, 2, 0)
                        .add(1, 2, 2, 0)
                        .build());

        float[] plain = scoresAfterA(new Rp3BetaProvider(), new Rp3BetaParameters(1, 1, 10, true), weighted);
        assertThat(plain).containsExactly(new float[] {0, 0.25f / 3, 1f / 6, 0, 0}, within(1e-7f));

        float[] squared = scoresAfterA(new P3AlphaProvider(), new P3AlphaParameters(2, 10, true), weighted);
        assertThat(squared).containsExactly(new float[] {0, 1f / 16, 1f / 9, 0, 0}, within(1e-7f));
    }

    @Test
    void edgesOfWeightZeroAreNotWalked() throws InterruptedException {
        TrainingData weighted = TrainingData.of(
                Interactions.builder(ContractData.vocabulary("u", 1), ContractData.vocabulary("i", 5), TimeKind.NONE)
                        .add(0, 0, 1, 0)
                        .add(0, 1, 0, 0)
                        .add(0, 2, 2, 0)
                        .build());

        float[] scores = scoresAfterA(new P3AlphaProvider(), new P3AlphaParameters(0, 10, true), weighted);
        assertThat(scores).containsExactly(0, 0, 1, 0, 0);
    }

    @Test
    void theHeaviestEndsOfEachItemAreKept() throws InterruptedException {
        float[] scores = scoresAfterA(new P3AlphaProvider(), new P3AlphaParameters(1, 1, false));

        assertThat(scores[1]).isCloseTo((float) (5.0 / 18), within(1e-7f));
        assertThat(scores[2]).isZero();
        assertThat(scores[3]).isZero();
    }

    @Test
    void dataWithoutInteractionsAreRefused() {
        Rp3BetaProvider provider = new Rp3BetaProvider();
        assertThatThrownBy(() ->
                        provider.trainer(provider.defaults()).train(ContractData.empty(), TrainingContext.ofSeed(1)))
                .isInstanceOf(KindredException.class)
                .hasMessage("rp3beta cannot be trained: the training data have no interactions");
    }

    private static <P extends Record> float[] scoresAfterA(ModelProvider<P> provider, P parameters)
            throws InterruptedException {
        return scoresAfterA(provider, parameters, DATA);
    }

    private static <P extends Record> float[] scoresAfterA(ModelProvider<P> provider, P parameters, TrainingData data)
            throws InterruptedException {
        float[] scores = new float[5];
        ((ItemSimilarityModel) provider.trainer(parameters).train(data, TrainingContext.ofSeed(1)))
                .scoreHistory(new int[] {0}, null, scores);
        return scores;
    }

    private static TrainingData data() {
        int[][] histories = {{0, 1, 2}, {0, 1}, {0, 3}, {4}};
        Interactions.Builder builder =
                Interactions.builder(ContractData.vocabulary("u", 4), ContractData.vocabulary("i", 5), TimeKind.NONE);
        for (int u = 0; u < histories.length; u++) {
            for (int item : histories[u]) {
                builder.add(u, item, 1, 0);
            }
        }
        return TrainingData.of(builder.build());
    }
}
