package io.kindred.core.scorer;

import io.kindred.core.math.FloatMatrix;
import java.util.Arrays;

/** How alike items are by their vectors. Stateless and thread-safe. */
final class Cosines {
    private Cosines() {}

    /** The cosine of an item's vector with each other one; NaN for itself and for vectors of zeros. */
    static void score(FloatMatrix vectors, int item, float[] scores) {
        float[] vector = vectors.row(item);
        float norm = norm(vector);
        if (norm == 0f) {
            Arrays.fill(scores, Float.NaN);
            return;
        }
        vectors.dots(vector, 0, vectors.rows(), scores, 0);
        float[] other = new float[vector.length];
        for (int i = 0; i < scores.length; i++) {
            vectors.copyRow(i, other);
            float otherNorm = norm(other);
            scores[i] = i == item || otherNorm == 0f ? Float.NaN : scores[i] / (norm * otherNorm);
        }
    }

    private static float norm(float[] vector) {
        double sum = 0;
        for (float x : vector) {
            sum += (double) x * x;
        }
        return (float) Math.sqrt(sum);
    }
}
