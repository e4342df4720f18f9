package io.kindred.models.cf.pmf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.RatingFactorsModel;
import io.kindred.models.cf.ratings.RatingData;
import org.junit.jupiter.api.Test;

final class PmfTrainerTest {
    private final PmfParameters parameters = new PmfParameters(4, 400, 0.02, 0.02, 0.1);

    private RatingFactorsModel train(TrainingData data) throws InterruptedException {
        return (RatingFactorsModel) new PmfTrainer(parameters).train(data, TrainingContext.ofSeed(1));
    }

    @Test
    void tastesAreToldApart() throws InterruptedException {
        RatingFactorsModel model = train(RatingData.twoTastes(12, 10));

        for (int u = 0; u < 12; u++) {
            for (int i = 0; i < 10; i++) {
                assertThat(model.predictRating(u, i)).isEqualTo(u % 2 == i % 2 ? 5f : 1f, within(1.5f));
            }
        }
    }

    @Test
    void anItemWithoutRatingsIsRatedAsTheItemsOfAllRatingsOnAverage() throws InterruptedException {
        TrainingData data = RatingData.twoTastes(12, 10);
        Interactions without = data.interactions().filter((user, item, value, time, position) -> item > 0);
        RatingFactorsModel model = train(data.withInteractions(without));
        float[] scores = new float[10];
        model.scoreAll(3, scores);

        double sum = 0;
        for (int p = 0; p < without.size(); p++) {
            sum += scores[without.byUser().column(p)];
        }
        assertThat((double) scores[0]).isEqualTo(sum / without.size(), within(1e-4));
    }

    @Test
    void aUserOfWhomNothingIsKnownGivesItemsTheirMeanDrawnToTheMeanOfAll() throws InterruptedException {
        // mu = 3; i0 has 5 and 4: 3 + (2 + 1) / (10 + 2).
        RatingFactorsModel model = train(RatingData.of(new float[] {5, 1}, new float[] {4, 2}, new float[] {0, 0}));

        assertThat(model.predictRating(2, 0)).isEqualTo(3.25f, within(1e-6f));
    }
}
