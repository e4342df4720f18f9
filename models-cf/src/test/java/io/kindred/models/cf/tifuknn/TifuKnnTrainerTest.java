package io.kindred.models.cf.tifuknn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.math.SparseMatrix;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.Dispatcher;
import io.kindred.core.scorer.RecommendationQuery;
import io.kindred.core.scorer.Recommendations;
import io.kindred.core.scorer.UserSimilarityModel;
import io.kindred.core.tck.ContractData;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TifuKnnTrainerTest {
    @Test
    void basketsAreWeighedByGroupAndPlace() {
        double[] weights = new BasketWeights(2, 0.5, 0.1).of(5);

        // Groups of 2 and 3 baskets; the earlier counts a tenth: 0.1/2 * (0.5, 1)/2 and 1/2 * (0.25, 0.5, 1)/3.
        assertThat(weights).containsExactly(new double[] {0.0125, 0.025, 0.25 / 6, 0.5 / 6, 1.0 / 6}, within(1e-12));
        assertThat(new BasketWeights(7, 0.9, 0.5).of(2)).containsExactly(new double[] {0.25, 0.5}, within(1e-12));
        assertThat(new BasketWeights(7, 0.9, 0.5).of(0)).isEmpty();
    }

    @Test
    void frequenciesAddUpTheBasketsWithAnItem() {
        // Baskets {0, 1}, {0} and {2, 0}; item 0 twice in the last counts once.
        Interactions interactions =
                baskets(1, 3, new int[][] {{0, 0, 10}, {0, 1, 10}, {0, 0, 20}, {0, 2, 30}, {0, 0, 30}, {0, 0, 30}});

        SparseMatrix profiles = new ItemFrequencies(interactions, new BasketWeights(3, 1, 0.5), false).build();

        // Weights 1/12, 1/6 and 1/3.
        assertThat(row(profiles, 0, 3)).containsExactly(7f / 12, 1f / 12, 1f / 3);
    }

    @Test
    void valuesWeighItemsOfABasket() {
        Interactions.Builder builder = Interactions.builder(
                ContractData.vocabulary("u", 1), ContractData.vocabulary("i", 2), TimeKind.TIMESTAMP);
        builder.add(0, 0, 4f, 10).add(0, 0, 2f, 10).add(0, 1, 3f, 20);

        SparseMatrix profiles = new ItemFrequencies(builder.build(), new BasketWeights(2, 1, 1), true).build();

        assertThat(row(profiles, 0, 2)).containsExactly(1f, 1.5f);
    }

    @Test
    void ownFrequenciesAndTheMeanOfTheNearestMakeTheScore() throws InterruptedException {
        // One basket each: u0 {0, 1}, u1 {0, 1, 2}, u2 {3}, u3 {2, 3, 4}; u4 has nothing.
        Interactions interactions =
                baskets(5, 5, new int[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}, {1, 2}, {2, 3}, {3, 2}, {3, 3}, {3, 4}});
        UserSimilarityModel model = train(new TifuKnnParameters(2, 7, 1, 1, 0.6, false), interactions);
        float[] scores = new float[5];

        model.scoreAll(0, scores);

        // Squared distances from u0: u1 1, u2 3, u3 5.
        assertThat(scores).containsExactly(new float[] {0.6f + 0.2f, 0.6f + 0.2f, 0.2f, 0.2f, 0f}, within(1e-6f));
        assertThat(model.canScore(4)).isFalse();
    }

    @Test
    void neighboursAreTheNearestOfAllUsers() {
        Interactions interactions = ContractData.random(6, 80, 40, 500).interactions();
        SparseMatrix profiles = new ItemFrequencies(interactions, new BasketWeights(3, 0.9, 0.7), false).build();
        float[][] dense =
                IntStream.range(0, 80).mapToObj(u -> row(profiles, u, 40)).toArray(float[][]::new);
        double[] squares = IntStream.range(0, 80)
                .mapToDouble(u -> distance(dense[u], new float[40]))
                .toArray();
        int[] shortestFirst = IntStream.range(0, 80)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(u -> squares[u]).thenComparingInt(u -> u))
                .mapToInt(u -> u)
                .toArray();
        EuclideanSearch search = new EuclideanSearch(profiles, profiles.transposed(), squares, shortestFirst, 12);

        for (int user = 0; user < 80; user++) {
            int self = user;
            int[] expected = IntStream.range(0, 80)
                    .filter(u -> u != self)
                    .boxed()
                    .sorted(Comparator.comparingDouble(u -> distance(dense[self], dense[u])))
                    .limit(12)
                    .mapToInt(u -> u)
                    .toArray();
            assertThat(search.nearest(user).indices()).as("user %d", user).containsExactlyInAnyOrder(expected);
        }
    }

    @Test
    void whatWasHadOftenComesFirstWhereSeenItemsAreIncluded() throws InterruptedException {
        Interactions interactions =
                baskets(2, 4, new int[][] {{0, 2, 1}, {0, 1, 2}, {0, 2, 3}, {0, 3, 4}, {1, 0, 1}, {1, 2, 2}});
        UserSimilarityModel model = train(new TifuKnnParameters(5, 7, 1, 0.9, 0.7, false), interactions);

        Recommendations again = Dispatcher.recommend(
                model,
                RecommendationQuery.builder().user("u0").includeSeen(true).k(2).build());
        Recommendations fresh = Dispatcher.recommend(model, RecommendationQuery.forUser("u0", 2));

        assertThat(again.items()).extracting(Recommendations.Item::id).containsExactly("i2", "i3");
        assertThat(fresh.items()).extracting(Recommendations.Item::id).isEqualTo(List.of("i0"));
    }

    @Test
    void unusableDataAreRefusedWithTheWayOut() {
        TifuKnnParameters parameters = new TifuKnnProvider().defaults();
        Interactions unordered = Interactions.builder(
                        ContractData.vocabulary("u", 1), ContractData.vocabulary("i", 1), TimeKind.NONE)
                .add(0, 0)
                .build();

        assertThatThrownBy(() -> train(parameters, unordered))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("use user-knn");
        assertThatThrownBy(() -> train(parameters, ContractData.empty().interactions()))
                .hasMessageContaining("no interactions");
        Interactions negative = Interactions.builder(
                        ContractData.vocabulary("u", 1), ContractData.vocabulary("i", 1), TimeKind.ORDER)
                .add(0, 0, -1f, 1)
                .build();
        assertThatThrownBy(() -> train(new TifuKnnParameters(5, 7, 1, 1, 0.5, true), negative))
                .hasMessageContaining("user 'u0' has item 'i0' with the value -1.0");
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += ((double) a[i] - b[i]) * ((double) a[i] - b[i]);
        }
        return sum;
    }

    private static float[] row(SparseMatrix matrix, int row, int columns) {
        float[] dense = new float[columns];
        matrix.addRow(row, 1, dense);
        return dense;
    }

    /** Rows of user, item and time; without a time everything of a user is one basket. */
    private static Interactions baskets(int users, int items, int[][] rows) {
        Interactions.Builder builder = Interactions.builder(
                ContractData.vocabulary("u", users), ContractData.vocabulary("i", items), TimeKind.TIMESTAMP);
        for (int[] row : rows) {
            builder.add(row[0], row[1], 1f, row.length > 2 ? row[2] : 0);
        }
        return builder.build();
    }

    private static UserSimilarityModel train(TifuKnnParameters parameters, Interactions interactions)
            throws InterruptedException {
        return (UserSimilarityModel)
                new TifuKnnTrainer(parameters).train(TrainingData.of(interactions), TrainingContext.ofSeed(1));
    }
}
