package io.kindred.models.cf.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.data.TrainingData;
import io.kindred.core.model.Cancellation;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.RatingFactorsModel;
import io.kindred.models.cf.ratings.RatingData;
import io.kindred.models.cf.ratings.Ratings;
import org.junit.jupiter.api.Test;

final class BaselineTrainerTest {
    // mu = (5 + 3 + 4) / 3 = 4.
    private final TrainingData data = RatingData.of(new float[] {5, 3}, new float[] {4, 0});

    @Test
    void leastSquaresAlternateBetweenItemsAndUsers() throws InterruptedException {
        // b_i0 = (1 + 0) / (1 + 2), b_i1 = -1 / (1 + 1); b_u0 = (1 - 1/3 - 1 + 1/2) / (1 + 2), b_u1 = (0 - 1/3) / (1 +
        // 1).
        BaselineEstimates estimates = estimates(new BaselineParameters(BaselineMethod.ALS, 1, 1, 1, 0.005, 0.02));

        assertThat(estimates.mean()).isEqualTo(4);
        assertThat(estimates.itemBias(0)).isEqualTo(1.0 / 3, within(1e-12));
        assertThat(estimates.itemBias(1)).isEqualTo(-0.5, within(1e-12));
        assertThat(estimates.userBias(0)).isEqualTo(1.0 / 18, within(1e-12));
        assertThat(estimates.userBias(1)).isEqualTo(-1.0 / 6, within(1e-12));
        assertThat(estimates.estimate(1, 1)).isEqualTo(4 - 1.0 / 6 - 0.5, within(1e-12));
    }

    @Test
    void gradientDescentGoesThroughTheRatingsUserByUser() throws InterruptedException {
        // u0 i0: error 1; u0 i1: error 3 - 4.1; u1 i0: error 4 - 4.1, each with step 0.1 and L2 0.5.
        BaselineEstimates estimates = estimates(new BaselineParameters(BaselineMethod.SGD, 1, 1, 1, 0.1, 0.5));

        assertThat(estimates.userBias(0)).isEqualTo(-0.015, within(1e-12));
        assertThat(estimates.userBias(1)).isEqualTo(-0.01, within(1e-12));
        assertThat(estimates.itemBias(0)).isEqualTo(0.085, within(1e-12));
        assertThat(estimates.itemBias(1)).isEqualTo(-0.11, within(1e-12));
    }

    @Test
    void theModelPredictsTheEstimatesWithinTheScale() throws InterruptedException {
        BaselineParameters parameters = new BaselineParameters(BaselineMethod.ALS, 3, 1, 1, 0.005, 0.02);
        BaselineEstimates estimates = estimates(parameters);
        RatingFactorsModel model =
                (RatingFactorsModel) new BaselineTrainer(parameters).train(data, TrainingContext.ofSeed(1));

        for (int u = 0; u < 2; u++) {
            for (int i = 0; i < 2; i++) {
                assertThat(model.predictRating(u, i))
                        .isEqualTo((float) Math.clamp(estimates.estimate(u, i), 3.0, 5.0), within(1e-6f));
            }
        }
    }

    @Test
    void anUnseenUsersBiasIsThatOfAKnownOne() throws InterruptedException {
        BaselineParameters parameters = new BaselineParameters(BaselineMethod.ALS, 3, 1, 1, 0.005, 0.02);
        RatingFactorsModel model =
                (RatingFactorsModel) new BaselineTrainer(parameters).train(data, TrainingContext.ofSeed(1));
        float[] known = new float[2];
        float[] unseen = new float[2];
        model.scoreAll(0, known);
        model.scoreHistory(new int[] {0, 1}, new float[] {5, 3}, unseen);

        assertThat(unseen).containsExactly(known, within(1e-6f));
    }

    private BaselineEstimates estimates(BaselineParameters parameters) throws InterruptedException {
        return BaselineEstimates.of(Ratings.of("baseline", data), parameters, new Cancellation());
    }
}
