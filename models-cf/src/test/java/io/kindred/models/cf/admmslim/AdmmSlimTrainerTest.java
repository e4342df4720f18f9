package io.kindred.models.cf.admmslim;

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

final class AdmmSlimTrainerTest {
    @Test
    void withoutL1AndSignItIsEase() throws InterruptedException {
        // 200 items are two tiles, the second one not full.
        TrainingData data = ContractData.random(5, 150, 200, 5_000);
        ItemSimilarityModel admm = train(new AdmmSlimParameters(0, 20, false, true, 20, 60, false), data);
        ItemSimilarityModel ease = other("ease", Map.of("regularization", 20), data);

        assertSameWeights(admm, ease, 1e-3f);
    }

    @Test
    void itFindsTheSolutionOfCoordinateDescent() throws InterruptedException {
        // Every pair of the 40 items shares a user, so none is missing among SLIM's candidates.
        TrainingData data = ContractData.random(7, 300, 40, 6_000);
        for (boolean nonNegative : new boolean[] {true, false}) {
            for (boolean weights : new boolean[] {true, false}) {
                ItemSimilarityModel admm =
                        train(new AdmmSlimParameters(3, 10, nonNegative, true, 100, 2_000, weights), data);
                ItemSimilarityModel slim = other(
                        "slim",
                        Map.of(
                                "l1",
                                3,
                                "l2",
                                10,
                                "nonNegative",
                                nonNegative,
                                "epochs",
                                10_000,
                                "valuesAsWeights",
                                weights),
                        data);

                assertSameWeights(admm, slim, 2e-3f);
            }
        }
    }

    @Test
    void withoutTheZeroDiagonalAnItemPredictsItself() throws InterruptedException {
        // u0: a   u1: b   u2: b; without anything in common (n + l2) B = n - l1 on the diagonal
        TrainingData data = TrainingData.of(
                Interactions.builder(ContractData.vocabulary("u", 3), ContractData.vocabulary("i", 2), TimeKind.NONE)
                        .add(0, 0)
                        .add(1, 1)
                        .add(2, 1)
                        .build());
        ItemSimilarityModel model = train(new AdmmSlimParameters(0.5, 1, true, false, 1, 200, false), data);

        assertThat(scores(model, 0)).containsExactly(new float[] {0.25f, 0}, within(1e-5f));
        assertThat(scores(model, 1)).containsExactly(new float[] {0, 0.5f}, within(1e-5f));
    }

    @Test
    void oneItemHasNoWeights() throws InterruptedException {
        assertThat(scores(train(new AdmmSlimProvider().defaults(), ContractData.oneItem()), 0))
                .containsExactly(0f);
    }

    @Test
    void usersWhoAllHadTheSameGetFiniteWeights() throws InterruptedException {
        // Three users with a, b and c; a from b and c alike: 3 - (3 + 1) w - 3 w = 1, so w = 2 / 7
        Interactions.Builder builder =
                Interactions.builder(ContractData.vocabulary("u", 3), ContractData.vocabulary("i", 3), TimeKind.NONE);
        for (int pair = 0; pair < 9; pair++) {
            builder.add(pair / 3, pair % 3);
        }

        assertThat(scores(
                        train(
                                new AdmmSlimParameters(1, 1, true, true, 3, 500, false),
                                TrainingData.of(builder.build())),
                        0))
                .containsExactly(new float[] {0, 2f / 7, 2f / 7}, within(1e-4f));
    }

    @Test
    void dataWithoutInteractionsAreRefused() {
        assertThatThrownBy(() -> train(new AdmmSlimProvider().defaults(), ContractData.empty()))
                .isInstanceOf(KindredException.class)
                .hasMessage("admm-slim cannot be trained: the training data have no interactions");
    }

    @Test
    void itemsThatDoNotFitTheHeapAreRefusedBeforeTheWorkBegins() {
        // A triangle for 2,000,000 items are 15,625 x 15,626 / 2 tiles of 128 KiB: 16,000.5 GB; two of them 32,001 GB.
        TrainingData data = TrainingData.of(Interactions.builder(
                        ContractData.vocabulary("u", 1), ContractData.vocabulary("i", 2_000_000), TimeKind.NONE)
                .add(0, 0)
                .build());

        assertThatThrownBy(() -> train(new AdmmSlimProvider().defaults(), data))
                .isInstanceOf(KindredException.class)
                .hasMessageStartingWith("admm-slim needs ")
                .hasMessageContaining(" GB of heap for 2000000 items, but ")
                .hasMessageEndingWith(", leave rare items out, or use slim");
    }

    @Test
    void memoryIsTwoTrianglesOrOneBesideTheLists() {
        // 40,000 items: 313 x 314 / 2 tiles of 128 KiB
        assertThat(AdmmSlimTrainer.needed(40_000, 1)).isEqualTo(2L * 49_141 * 131_072);
    }

    private static void assertSameWeights(ItemSimilarityModel one, ItemSimilarityModel other, float tolerance) {
        int items = one.items().size();
        for (int j = 0; j < items; j++) {
            assertThat(scores(one, j)).containsExactly(scores(other, j), within(tolerance));
        }
    }

    private static ItemSimilarityModel other(String name, Map<String, ?> parameters, TrainingData data)
            throws InterruptedException {
        return (ItemSimilarityModel)
                ModelCatalog.load().trainer(name, parameters).train(data, TrainingContext.ofSeed(1));
    }

    private static float[] scores(ItemSimilarityModel model, int item) {
        float[] scores = new float[model.items().size()];
        model.scoreHistory(new int[] {item}, null, scores);
        return scores;
    }

    private static ItemSimilarityModel train(AdmmSlimParameters parameters, TrainingData data)
            throws InterruptedException {
        return (ItemSimilarityModel) new AdmmSlimTrainer(parameters)
                .train(data, TrainingContext.ofSeed(1).withThreads(2));
    }
}
