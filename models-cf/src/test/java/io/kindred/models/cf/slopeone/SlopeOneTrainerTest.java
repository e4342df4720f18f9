package io.kindred.models.cf.slopeone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.data.TrainingData;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.SlopeOneModel;
import io.kindred.models.cf.ratings.RatingData;
import org.junit.jupiter.api.Test;

final class SlopeOneTrainerTest {
    // i1 less i0: (3 - 5 + 4 - 3) / 2; i2 less i0: 2 - 5; i2 less i1: (2 - 3 + 5 - 2) / 2.
    private final TrainingData data =
            RatingData.of(new float[] {5, 3, 2}, new float[] {3, 4, 0}, new float[] {0, 2, 5}, new float[] {0, 0, 0});

    private SlopeOneModel train(int minSupport, int threads) throws InterruptedException {
        return (SlopeOneModel) new SlopeOneTrainer(new SlopeOneParameters(minSupport))
                .train(data, TrainingContext.ofSeed(1).withThreads(threads));
    }

    @Test
    void aRatingIsTheUsersMeanPlusTheMeanDifferenceFromWhatTheyRated() throws InterruptedException {
        SlopeOneModel model = train(1, 2);

        // u1: 3.5 + (-3 + 1) / 2; u2: 3.5 + (0.5 + 3) / 2 clipped.
        assertThat(model.predictRating(1, 2)).isEqualTo(2.5f, within(1e-6f));
        assertThat(model.predictRating(2, 0)).isEqualTo(5f);
        float[] scores = new float[3];
        model.scoreAll(2, scores);
        assertThat(scores[0]).isEqualTo(5.25f, within(1e-6f));
    }

    @Test
    void pairsWithLessSupportDoNotCount() throws InterruptedException {
        SlopeOneModel model = train(2, 1);

        // u1 and i2: the pair with i0 has one common user, that with i1 two.
        assertThat(model.predictRating(1, 2)).isEqualTo(4.5f, within(1e-6f));
    }

    @Test
    void aUserWithoutRatingsGivesTheMeanOfAll() throws InterruptedException {
        assertThat(train(1, 1).predictRating(3, 1)).isEqualTo(24f / 7, within(1e-6f));
    }
}
