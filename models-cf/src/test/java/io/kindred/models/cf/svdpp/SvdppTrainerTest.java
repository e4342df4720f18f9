package io.kindred.models.cf.svdpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.data.SparseRows;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.RatingFactorsModel;
import io.kindred.models.cf.ratings.Descent;
import io.kindred.models.cf.ratings.RatingData;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class SvdppTrainerTest {
    private static final int D = 4;
    private static final double RATE = 0.03;
    private static final double L2 = 0.1;

    @Test
    void theDescentIsTheLiteralOneAtItsOwnCost() throws InterruptedException {
        TrainingData data = RatingData.twoTastes(8, 9);
        Literal literal = new Literal(data.interactions().byUser());
        for (int epoch = 0; epoch < 4; epoch++) {
            literal.epoch();
        }

        RatingFactorsModel model = (RatingFactorsModel)
                new SvdppTrainer(new SvdppParameters(D, 4, RATE, L2, 0.1)).train(data, TrainingContext.ofSeed(9));

        float[] scores = new float[9];
        for (int u = 0; u < 8; u++) {
            model.scoreAll(u, scores);
            for (int i = 0; i < 9; i++) {
                assertThat((double) scores[i]).isEqualTo(literal.estimate(u, i, literal.vector(u)), within(1e-5));
            }
        }
    }

    @Test
    void theUsualNameFindsTheModel() {
        assertThat(ModelCatalog.load().get("svd++")).isInstanceOf(SvdppProvider.class);
    }

    /** Koren's update rules (2008, equation 15) as written, quadratic in a user's ratings, from the same start. */
    private static final class Literal {
        private final SparseRows rows;
        private final double[][] p;
        private final double[][] q;
        private final double[][] y;
        private final double[] bu;
        private final double[] bi;
        private final double mean;

        Literal(SparseRows rows) {
            this.rows = rows;
            SplittableRandom random = new SplittableRandom(9);
            p = matrix(Descent.gaussian(rows.rowCount() * D, 0.1, random));
            q = matrix(Descent.gaussian(rows.columnCount() * D, 0.1, random));
            y = matrix(Descent.gaussian(rows.columnCount() * D, 0.1, random));
            bu = new double[rows.rowCount()];
            bi = new double[rows.columnCount()];
            double sum = 0;
            for (int at = 0; at < rows.size(); at++) {
                sum += rows.value(at);
            }
            mean = sum / rows.size();
        }

        void epoch() {
            for (int u = 0; u < p.length; u++) {
                double root = Math.sqrt(rows.length(u));
                for (int at = rows.start(u); at < rows.end(u); at++) {
                    int i = rows.column(at);
                    double[] x = vector(u);
                    double error = rows.value(at) - estimate(u, i, x);
                    bu[u] += RATE * (error - L2 * bu[u]);
                    bi[i] += RATE * (error - L2 * bi[i]);
                    for (int f = 0; f < D; f++) {
                        double item = q[i][f];
                        p[u][f] += RATE * (error * item - L2 * p[u][f]);
                        q[i][f] += RATE * (error * x[f] - L2 * item);
                        for (int j : rows.columnsOf(u)) {
                            y[j][f] += RATE * (error * item / root - L2 * y[j][f]);
                        }
                    }
                }
            }
        }

        double[] vector(int u) {
            double[] x = p[u].clone();
            for (int j : rows.columnsOf(u)) {
                for (int f = 0; f < D; f++) {
                    x[f] += y[j][f] / Math.sqrt(rows.length(u));
                }
            }
            return x;
        }

        double estimate(int u, int i, double[] x) {
            double sum = mean + bu[u] + bi[i];
            for (int f = 0; f < D; f++) {
                sum += x[f] * q[i][f];
            }
            return sum;
        }

        private static double[][] matrix(float[] flat) {
            double[][] rows = new double[flat.length / D][D];
            for (int n = 0; n < flat.length; n++) {
                rows[n / D][n % D] = flat[n];
            }
            return rows;
        }
    }
}
