package io.kindred.core.scorer;

import io.kindred.core.artifact.ArtifactReader;
import io.kindred.core.artifact.ArtifactWriter;
import io.kindred.core.math.FloatMatrix;
import java.io.IOException;
import java.util.Arrays;

/**
 * The user vector {@code x_a = scale_a * sum_j weight_j y_ja} of the history items' vectors y. With a scale of 1 and the right
 * singular vectors as item vectors it is the projection of PureSVD (Cremonesi, Koren, Turrin: Performance of Recommender
 * Algorithms on Top-N Recommendation Tasks, 2010). Sums run in double precision, in the order of the history. Immutable and
 * thread-safe.
 *
 * @param scale 1 x d
 */
public record ProjectionFoldIn(FloatMatrix scale) implements UserFoldIn {
    static final String PART = "projection";

    public ProjectionFoldIn {
        if (scale.rows() != 1) {
            throw new IllegalArgumentException("the projection has " + scale.rows() + " rows instead of 1");
        }
    }

    /** The plain sum of the history items' vectors. */
    public static ProjectionFoldIn sum(int dimension) {
        FloatMatrix ones = FloatMatrix.zeros(1, dimension);
        Arrays.fill(ones.array(), 1f);
        return new ProjectionFoldIn(ones);
    }

    static ProjectionFoldIn load(ArtifactReader in) throws IOException {
        return new ProjectionFoldIn(in.matrix(PART));
    }

    @Override
    public int dimension() {
        return scale.columns();
    }

    @Override
    public float[] solve(FloatMatrix itemVectors, int[] history, float[] weights) {
        int d = dimension();
        double[] sum = new double[d];
        float[] y = new float[d];
        for (int h = 0; h < history.length; h++) {
            itemVectors.copyRow(history[h], y);
            double weight = weights == null ? 1.0 : weights[h];
            for (int a = 0; a < d; a++) {
                sum[a] += weight * y[a];
            }
        }
        float[] vector = new float[d];
        for (int a = 0; a < d; a++) {
            vector[a] = (float) (scale.get(0, a) * sum[a]);
        }
        return vector;
    }

    void save(ArtifactWriter out) throws IOException {
        out.matrix(PART, scale);
    }
}
