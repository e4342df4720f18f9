package io.kindred.models.cf.nmf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.KindredException;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.Cancellation;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.RatingFactorsModel;
import io.kindred.models.cf.ratings.RatingData;
import io.kindred.models.cf.ratings.Ratings;
import org.junit.jupiter.api.Test;

final class NmfTrainerTest {
    @Test
    void oneEpochScalesEveryVectorByWhatIsWantedOverWhatIsFound() throws InterruptedException {
        // u0 rated i0 4 and i1 2, u1 rated i0 5; one factor, L2 0.5.
        TrainingData data = RatingData.of(new float[] {4, 2}, new float[] {5, 0});
        NonNegativeFactors factors =
                new NonNegativeFactors(Ratings.of("nmf", data), new NmfParameters(1, 1, 0.5, false, 1), 3);
        double[] p = {factors.users()[0], factors.users()[1]};
        double[] q = {factors.items()[0], factors.items()[1]};
        factors.epoch(new Cancellation());

        double p0 = p[0] * (4 * q[0] + 2 * q[1]) / (q[0] * p[0] * q[0] + q[1] * p[0] * q[1] + 0.5 * 2 * p[0]);
        double q0 = q[0] * (4 * p[0] + 5 * p[1]) / (p[0] * p[0] * q[0] + p[1] * p[1] * q[0] + 0.5 * 2 * q[0]);
        double q1 = q[1] * (2 * p[0]) / (p[0] * p[0] * q[1] + 0.5 * 1 * q[1]);
        assertThat(factors.users()[0]).isEqualTo((float) p0, within(1e-5f));
        assertThat(factors.items()[0]).isEqualTo((float) q0, within(1e-5f));
        assertThat(factors.items()[1]).isEqualTo((float) q1, within(1e-5f));
    }

    @Test
    void vectorsAreNeverNegative() throws InterruptedException {
        for (boolean biased : new boolean[] {false, true}) {
            NonNegativeFactors factors = new NonNegativeFactors(
                    Ratings.of("nmf", RatingData.twoTastes(12, 10)), new NmfParameters(3, 50, 0.06, biased, 1), 3);
            for (int epoch = 0; epoch < 50; epoch++) {
                factors.epoch(new Cancellation());
            }
            for (float component : factors.users()) {
                assertThat(component).isBetween(0f, 1e6f);
            }
            for (float component : factors.items()) {
                assertThat(component).isBetween(0f, 1e6f);
            }
        }
    }

    @Test
    void tastesAreToldApart() throws InterruptedException {
        RatingFactorsModel model = (RatingFactorsModel) new NmfTrainer(new NmfParameters(2, 200, 0.01, false, 1))
                .train(RatingData.twoTastes(12, 10), TrainingContext.ofSeed(1));

        for (int u = 0; u < 12; u++) {
            for (int i = 0; i < 10; i++) {
                assertThat(model.predictRating(u, i)).isEqualTo(u % 2 == i % 2 ? 5f : 1f, within(1.5f));
            }
        }
    }

    @Test
    void ratingsBelowZeroAreRefused() {
        TrainingData data = RatingData.of(new float[] {4, -3});

        assertThatThrownBy(() -> new NmfTrainer(new NmfProvider().defaults()).train(data, TrainingContext.ofSeed(1)))
                .isInstanceOf(KindredException.class)
                .hasMessage(
                        "nmf cannot learn from ratings below 0, and the lowest is -3.0; shift the scale, or use svd");
    }
}
