package io.kindred.models.cf.fm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.KindredException;
import io.kindred.core.data.FeatureColumn;
import io.kindred.core.data.FeatureTable;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.Provenance;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.model.Cancellation;
import io.kindred.core.model.ColdStartCapable;
import io.kindred.core.model.RatingPredictor;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.FeatureFactorsModel;
import io.kindred.core.scorer.FeatureRatingsModel;
import io.kindred.core.scorer.RatingFactorsModel;
import io.kindred.core.tck.ContractData;
import io.kindred.models.cf.features.EntityFeatures;
import io.kindred.models.cf.ratings.Ratings;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class FmTrainerTest {
    private static final FmParameters ALS = new FmParameters(4, 30, 0.05, 0.05, Solver.ALS, 0.1, true, 2, false);

    @Test
    void everySlopeIsTheNumericalOne() {
        TrainingData data = withCategories(20, 12, 150);
        for (boolean rating : new boolean[] {true, false}) {
            FmSide users = side(data, true);
            FmSide items = side(data, false);
            double[][] before = {
                users.weights.clone(), users.vectors.clone(), items.weights.clone(), items.vectors.clone()
            };
            double[][] numerical = {
                slopes(users.weights, users, items, rating),
                slopes(users.vectors, users, items, rating),
                slopes(items.weights, users, items, rating),
                slopes(items.vectors, users, items, rating)
            };
            double rate = 1e-3;
            GradientDescent descent = new GradientDescent(
                    users,
                    items,
                    data.interactions().byUser(),
                    new FmParameters(3, 1, rate, 0, Solver.SGD, 0.1, true, 1, false),
                    0.5,
                    new SplittableRandom(1));

            if (rating) {
                descent.rate(3, 5, 4.0);
            } else {
                descent.rank(3, 5, 7, 2.0);
            }

            double[][] after = {users.weights, users.vectors, items.weights, items.vectors};
            for (int part = 0; part < 4; part++) {
                for (int n = 0; n < after[part].length; n++) {
                    // Two items that share a feature are moved one after the other, which costs a second-order term.
                    assertThat((before[part][n] - after[part][n]) / rate)
                            .as("rating %s, part %d, weight %d", rating, part, n)
                            .isCloseTo(numerical[part][n], within(rating ? 1e-6 : 3e-3));
                }
            }
        }
    }

    /** Central differences of the loss of user 3 with item 5 (above item 7). */
    private static double[] slopes(double[] parameters, FmSide users, FmSide items, boolean rating) {
        double[] slopes = new double[parameters.length];
        double h = 1e-5;
        for (int n = 0; n < slopes.length; n++) {
            double old = parameters[n];
            parameters[n] = old + h;
            double above = loss(users, items, rating);
            parameters[n] = old - h;
            double below = loss(users, items, rating);
            parameters[n] = old;
            slopes[n] = (above - below) / (2 * h);
        }
        return slopes;
    }

    private static double loss(FmSide users, FmSide items, boolean rating) {
        if (rating) {
            double error = 4.0 - 0.5 - score(users, 3, items, 5);
            return 0.5 * error * error;
        }
        return 2.0 * Math.log1p(Math.exp(score(users, 3, items, 7) - score(users, 3, items, 5)));
    }

    /** The definition: all features together, a weight for each and an inner product for each pair. */
    private static double score(FmSide users, int user, FmSide items, int item) {
        double[][] x = new double[2][];
        EntityFeatures left = users.entities();
        EntityFeatures right = items.entities();
        x[0] = new double[left.featureCount()];
        x[1] = new double[right.featureCount()];
        for (int p = left.start(user); p < left.end(user); p++) {
            x[0][left.feature(p)] = left.weight(p);
        }
        for (int p = right.start(item); p < right.end(item); p++) {
            x[1][right.feature(p)] = right.weight(p);
        }
        int n = x[0].length;
        int all = n + x[1].length;
        double score = 0;
        for (int j = 0; j < all; j++) {
            double xj = j < n ? x[0][j] : x[1][j - n];
            score += xj * (j < n ? users.weights[j] : items.weights[j - n]);
            for (int k = j + 1; k < all; k++) {
                double xk = k < n ? x[0][k] : x[1][k - n];
                double product = 0;
                for (int f = 0; f < users.factors(); f++) {
                    product += vector(users, items, n, j, f) * vector(users, items, n, k, f);
                }
                score += product * xj * xk;
            }
        }
        return score;
    }

    private static double vector(FmSide users, FmSide items, int userFeatures, int feature, int f) {
        return feature < userFeatures
                ? users.vectors[feature * users.factors() + f]
                : items.vectors[(feature - userFeatures) * items.factors() + f];
    }

    @Test
    void theStepFallsLinearlyOverTheEpochs() throws InterruptedException {
        // Two epochs over one rating of 1, all weights 0: the error 1 meets the step 0.1 and each of three weights gets
        // 0.1,
        // then the error 0.7 meets half the step.
        GradientDescent ratings = descent(zeros(true), zeros(false));

        assertThat(ratings.ratingEpoch(new Cancellation())).isEqualTo(1);
        assertThat(ratings.bias()).isCloseTo(0.1, within(1e-12));
        assertThat(ratings.ratingEpoch(new Cancellation())).isCloseTo(0.49, within(1e-12));
        assertThat(ratings.bias()).isCloseTo(0.135, within(1e-12));

        // Ranking above the other item, which nobody had and stays 0: miss 1/2 at step 0.1, then 1 / (1 + e^0.05) at
        // 0.05.
        FmSide users = zeros(true);
        FmSide items = zeros(false);
        GradientDescent pairs = descent(users, items);
        GradientDescent.Positives positives =
                new GradientDescent.Positives(oneRating().interactions().byUser());
        pairs.rankingEpoch(false, positives, new Cancellation());
        assertThat(items.weights).containsExactly(new double[] {0.05, 0}, within(1e-12));
        pairs.rankingEpoch(false, positives, new Cancellation());
        assertThat(items.weights).containsExactly(new double[] {0.0743751302, 0}, within(1e-9));
    }

    private static GradientDescent descent(FmSide users, FmSide items) {
        return new GradientDescent(
                users,
                items,
                oneRating().interactions().byUser(),
                new FmParameters(3, 2, 0.1, 0, Solver.SGD, 0.1, true, 1, false),
                0,
                new SplittableRandom(1));
    }

    private static FmSide zeros(boolean user) {
        FmSide side = side(oneRating(), user);
        Arrays.fill(side.vectors, 0);
        return side;
    }

    private static TrainingData oneRating() {
        Interactions.Builder builder =
                Interactions.builder(ContractData.vocabulary("u", 1), ContractData.vocabulary("i", 2), TimeKind.NONE);
        builder.add(0, 0, 1f, 0);
        return TrainingData.of(builder.build());
    }

    @Test
    void leastSquaresNeverRaiseTheObjectiveAndKeepTrackOfTheErrors() throws InterruptedException {
        TrainingData data = withCategories(60, 40, 900);
        Ratings ratings = Ratings.of("fm", data);
        FmSide users = side(data, true);
        FmSide items = side(data, false);
        AlternatingLeastSquares als = new AlternatingLeastSquares(ratings, users, items, 0.05);
        double last = als.objective();

        for (int epoch = 0; epoch < 25; epoch++) {
            double squares = als.epoch(new Cancellation());
            assertThat(als.objective()).isLessThanOrEqualTo(last * (1 + 1e-12));
            last = als.objective();
            double recomputed = 0;
            for (int u = 0; u < ratings.userCount(); u++) {
                for (int p = ratings.byUser().start(u); p < ratings.byUser().end(u); p++) {
                    double error = ratings.byUser().value(p)
                            - als.bias()
                            - score(users, u, items, ratings.byUser().column(p));
                    recomputed += error * error;
                }
            }
            assertThat(squares).isCloseTo(recomputed, within(1e-8 * recomputed));
        }
    }

    @Test
    void leastSquaresEndWhereNoWeightCanBeBettered() throws InterruptedException {
        TrainingData data = withCategories(25, 20, 300);
        Ratings ratings = Ratings.of("fm", data);
        FmSide users = side(data, true);
        FmSide items = side(data, false);
        AlternatingLeastSquares als = new AlternatingLeastSquares(ratings, users, items, 0.3);
        for (int epoch = 0; epoch < 2000; epoch++) {
            als.epoch(new Cancellation());
        }

        double best = objective(als.bias(), ratings, users, items, 0.3);

        assertThat(best).isCloseTo(als.objective(), within(1e-6));
        for (double[] parameters : new double[][] {users.weights, users.vectors, items.weights, items.vectors}) {
            for (int n = 0; n < parameters.length; n += 7) {
                for (double step : new double[] {-0.01, 0.01}) {
                    parameters[n] += step;
                    assertThat(objective(als.bias(), ratings, users, items, 0.3))
                            .isGreaterThanOrEqualTo(best - 1e-9);
                    parameters[n] -= step;
                }
            }
        }
    }

    private static double objective(double bias, Ratings ratings, FmSide users, FmSide items, double regularization) {
        double sum = 0;
        for (int u = 0; u < ratings.userCount(); u++) {
            for (int p = ratings.byUser().start(u); p < ratings.byUser().end(u); p++) {
                double error = ratings.byUser().value(p)
                        - bias
                        - score(users, u, items, ratings.byUser().column(p));
                sum += error * error;
            }
        }
        // 24 of 25 users and 18 of 20 items have ratings.
        return sum + regularization * ratings.size() * (penalty(users) / 24 + penalty(items) / 18);
    }

    private static double penalty(FmSide side) {
        double sum = 0;
        for (double[] parameters : new double[][] {side.weights, side.vectors}) {
            for (double parameter : parameters) {
                sum += parameter * parameter;
            }
        }
        return sum;
    }

    @Test
    void withoutFeaturesItIsMatrixFactorisationWithBiases() throws InterruptedException {
        TrainingData data = TrainingData.of(withCategories(60, 40, 900).interactions());
        Ratings ratings = Ratings.of("fm", data);
        FmSide users = side(data, true);
        FmSide items = side(data, false);
        new AlternatingLeastSquares(ratings, users, items, 0.05).epoch(new Cancellation());

        double expected = users.weights[3] + items.weights[5];
        for (int f = 0; f < 3; f++) {
            expected += users.vectors[3 * 3 + f] * items.vectors[5 * 3 + f];
        }

        assertThat(score(users, 3, items, 5)).isCloseTo(expected, within(1e-12));
        assertThat(train(ALS, data)).isExactlyInstanceOf(RatingFactorsModel.class);
    }

    @Test
    void theModelPredictsWhatWasTrained() throws InterruptedException {
        TrainingData data = withCategories(60, 40, 900);
        Ratings ratings = Ratings.of("fm", data);
        RatingPredictor model = (RatingPredictor) train(ALS, data);

        double squares = 0;
        double spread = 0;
        for (int u = 0; u < ratings.userCount(); u++) {
            for (int p = ratings.byUser().start(u); p < ratings.byUser().end(u); p++) {
                float rating = ratings.byUser().value(p);
                double error = rating - model.predictRating(u, ratings.byUser().column(p));
                squares += error * error;
                spread += (rating - ratings.mean()) * (rating - ratings.mean());
            }
        }
        assertThat(squares).isLessThan(0.3 * spread);
    }

    @Test
    void ratingsAreLearntBySgdToo() throws InterruptedException {
        TrainingData data = withCategories(60, 40, 900);
        FmParameters sgd = new FmParameters(4, 100, 0.02, 0.01, Solver.SGD, 0.1, true, 2, false);
        double[] rmse = new double[1];

        new FmTrainer(sgd).train(data, TrainingContext.ofSeed(1).withListener((epoch, metrics, snapshot) -> {
            rmse[0] = metrics.get("rmse");
            return io.kindred.core.model.EpochListener.Verdict.CONTINUE;
        }));

        assertThat(rmse[0]).isLessThan(0.5);
    }

    @Test
    void newUsersAndItemsAreRatedByTheirFeatures() throws InterruptedException {
        // Users of group 0 rate items of kind 0 high and those of kind 1 low, users of group 1 the other way round.
        TrainingData data = withCategories(60, 40, 900);
        FeatureRatingsModel model = (FeatureRatingsModel) train(ALS, data);

        // User 59 and items 38 and 39 have no rating; kinds and groups go by turns.
        assertThat(model.predictRating(59, 39)).isGreaterThan(3.6f);
        assertThat(model.predictRating(59, 38)).isLessThan(2.6f);
        float[] scores = new float[40];
        ((ColdStartCapable) model).scoreFeatures(Map.of("group", "g0"), scores);
        assertThat(scores[38]).isGreaterThan(scores[39] + 1);
    }

    @Test
    void rankingPutsNewUsersAndItemsToTheirKind() throws InterruptedException {
        TrainingData rated = withCategories(60, 40, 900);
        TrainingData liked =
                rated.withInteractions(rated.interactions().filter((user, item, value, time, position) -> value > 3));
        FmParameters bpr = new FmParameters(4, 50, 0.05, 0.01, Solver.BPR, 0.1, true, 2, false);

        FeatureFactorsModel model = (FeatureFactorsModel) train(bpr, liked);

        float[] scores = new float[40];
        model.scoreAll(59, scores);
        assertThat(scores[39]).isGreaterThan(scores[38]);
        model.scoreFeatures(Map.of("group", "g0"), scores);
        assertThat(scores[38]).isGreaterThan(scores[39]);
    }

    @Test
    void ratingsThatAreNoneAreRefusedWithTheWayOut() {
        assertThatThrownBy(() -> train(ALS, ContractData.oneUser()))
                .isInstanceOf(KindredException.class)
                .hasMessageStartingWith("fm with solver=als needs ratings")
                .hasMessageContaining("set solver=bpr");
    }

    @Test
    void nothingToLearnFromIsRefused() {
        FmParameters bare = new FmParameters(4, 50, 0.05, 0.01, Solver.ALS, 0.1, false, 2, false);
        TrainingData data = TrainingData.of(withCategories(10, 10, 50).interactions());
        assertThatThrownBy(() -> train(bare, data))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("set identities=true");
        assertThatThrownBy(() -> train(ALS, ContractData.empty()))
                .isInstanceOf(KindredException.class)
                .hasMessage("fm cannot be trained: the training data have no interactions");
    }

    @Test
    void equalRatingsArePredictedAsTheyAre() throws InterruptedException {
        Interactions.Builder builder =
                Interactions.builder(ContractData.vocabulary("u", 3), ContractData.vocabulary("i", 3), TimeKind.NONE);
        builder.add(0, 0, 4f, 0).add(0, 1, 4f, 0).add(1, 1, 4f, 0).add(2, 2, 4f, 0);

        RatingPredictor model = (RatingPredictor) train(ALS, TrainingData.of(builder.build()));

        assertThat(model.predictRating(0, 2)).isEqualTo(4f);
    }

    private static TrainedModel train(FmParameters parameters, TrainingData data) throws InterruptedException {
        return new FmTrainer(parameters).train(data, TrainingContext.ofSeed(3));
    }

    private static FmSide side(TrainingData data, boolean user) {
        EntityFeatures features = user
                ? EntityFeatures.of(data.userFeatures(), data.interactions().byUser(), true, 1)
                : EntityFeatures.of(data.itemFeatures(), data.interactions().byItem(), true, 1);
        return new FmSide(features, 3, 0.3, new SplittableRandom(user ? 7 : 8));
    }

    /**
     * Users of group {@code u % 2} and some of them of a club, items of kind {@code i % 2}: 4 or 5 where both are the same, else 1
     * or 2. The last user and the last two items have no ratings.
     */
    private static TrainingData withCategories(int users, int items, int count) {
        SplittableRandom random = new SplittableRandom(21);
        Vocabulary userIds = ContractData.vocabulary("u", users);
        Vocabulary itemIds = ContractData.vocabulary("i", items);
        Interactions.Builder builder = Interactions.builder(userIds, itemIds, TimeKind.ORDER);
        for (int n = 0; n < count; n++) {
            int user = random.nextInt(users - 1);
            int item = random.nextInt(items - 2);
            builder.add(user, item, (user % 2 == item % 2 ? 4 : 1) + random.nextInt(2), n);
        }
        return new TrainingData(
                builder.build(),
                new FeatureTable(userIds, java.util.List.of(twoValued("group", "g", users), clubs(users))),
                new FeatureTable(itemIds, java.util.List.of(twoValued("kind", "k", items))),
                Provenance.memory());
    }

    private static FeatureColumn twoValued(String name, String prefix, int rows) {
        int[] offsets = new int[rows + 1];
        int[] codes = new int[rows];
        for (int r = 0; r < rows; r++) {
            offsets[r + 1] = r + 1;
            codes[r] = r % 2;
        }
        return new FeatureColumn.Categories(name, ContractData.vocabulary(prefix, 2), offsets, codes, true);
    }

    private static FeatureColumn clubs(int rows) {
        int[] offsets = new int[rows + 1];
        int[] codes = new int[2 * rows];
        int size = 0;
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < r % 3; c++) {
                codes[size++] = (r + c) % 5;
            }
            offsets[r + 1] = size;
        }
        return new FeatureColumn.Categories("club", ContractData.vocabulary("c", 5), offsets, codes, false);
    }
}
