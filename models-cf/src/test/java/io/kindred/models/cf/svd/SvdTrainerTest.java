package io.kindred.models.cf.svd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.KindredException;
import io.kindred.core.data.SparseRows;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.RatingFactorsModel;
import io.kindred.models.cf.ratings.Descent;
import io.kindred.models.cf.ratings.RatingData;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class SvdTrainerTest {
    private static final int D = 5;

    private static RatingFactorsModel train(SvdParameters parameters, TrainingData data) throws InterruptedException {
        return (RatingFactorsModel) new SvdTrainer(parameters).train(data, TrainingContext.ofSeed(9));
    }

    @Test
    void eachVisitGoesDownTheGradientOfOneRating() throws InterruptedException {
        // The update rules of Koren, Bell and Volinsky (2009) in double precision from the same start.
        TrainingData data = RatingData.of(new float[] {5, 3, 0}, new float[] {4, 0, 1}, new float[] {0, 2, 5});
        SplittableRandom random = new SplittableRandom(9);
        double[][] p = rows(Descent.gaussian(3 * D, 0.1, random));
        double[][] q = rows(Descent.gaussian(3 * D, 0.1, random));
        double[] bu = new double[3];
        double[] bi = new double[3];
        double mean = 20.0 / 6;
        SparseRows rows = data.interactions().byUser();
        for (int epoch = 0; epoch < 3; epoch++) {
            for (int u = 0; u < 3; u++) {
                for (int at = rows.start(u); at < rows.end(u); at++) {
                    int i = rows.column(at);
                    double error = rows.value(at) - (mean + bu[u] + bi[i] + dot(p[u], q[i]));
                    bu[u] += 0.05 * (error - 0.02 * bu[u]);
                    bi[i] += 0.05 * (error - 0.02 * bi[i]);
                    for (int f = 0; f < D; f++) {
                        double old = p[u][f];
                        p[u][f] += 0.05 * (error * q[i][f] - 0.02 * p[u][f]);
                        q[i][f] += 0.05 * (error * old - 0.02 * q[i][f]);
                    }
                }
            }
        }

        RatingFactorsModel model = train(new SvdParameters(D, 3, 0.05, 0.02, 0.1), data);

        float[] scores = new float[3];
        for (int u = 0; u < 3; u++) {
            model.scoreAll(u, scores);
            for (int i = 0; i < 3; i++) {
                assertThat((double) scores[i]).isEqualTo(mean + bu[u] + bi[i] + dot(p[u], q[i]), within(1e-5));
            }
        }
    }

    @Test
    void tastesAreToldApart() throws InterruptedException {
        RatingFactorsModel model = train(new SvdParameters(4, 100, 0.02, 0.02, 0.1), RatingData.twoTastes(12, 10));

        for (int u = 0; u < 12; u++) {
            for (int i = 0; i < 10; i++) {
                boolean liked = u % 2 == i % 2;
                assertThat(model.predictRating(u, i)).isEqualTo(liked ? 5f : 1f, within(1f));
            }
        }
    }

    @Test
    void aHistoryOfRatingsIsFoldedInCloseToTheKnownUser() throws InterruptedException {
        TrainingData data = RatingData.twoTastes(40, 30);
        RatingFactorsModel model = train(new SvdParameters(4, 200, 0.02, 0.02, 0.1), data);
        SparseRows rows = data.interactions().byUser();
        float[] history = new float[rows.length(7)];
        for (int h = 0; h < history.length; h++) {
            history[h] = rows.value(rows.start(7) + h);
        }
        float[] unseen = new float[30];
        model.scoreHistory(rows.columnsOf(7), history, unseen);

        for (int i = 0; i < 30; i++) {
            assertThat(unseen[i]).isEqualTo(model.predictRating(7, i), within(0.5f));
        }
    }

    @Test
    void moreFactorsThanItemsAreFine() throws InterruptedException {
        RatingFactorsModel model = train(new SvdParameters(64, 20, 0.02, 0.02, 0.1), RatingData.twoTastes(6, 4));

        assertThat(model.predictRating(0, 0)).isBetween(1f, 5f);
    }

    @Test
    void aStepThatIsTooLongIsNamed() {
        assertThatThrownBy(() -> train(new SvdParameters(8, 1000, 1, 0, 10), RatingData.twoTastes(12, 10)))
                .isInstanceOf(KindredException.class)
                .hasMessageStartingWith("svd diverged in epoch ")
                .hasMessageEndingWith("lower learningRate or raise the regularization");
    }

    private static double[][] rows(float[] flat) {
        double[][] rows = new double[flat.length / D][D];
        for (int n = 0; n < flat.length; n++) {
            rows[n / D][n % D] = flat[n];
        }
        return rows;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int f = 0; f < a.length; f++) {
            sum += a[f] * b[f];
        }
        return sum;
    }
}
