package io.kindred.evaluation.metric;

import io.kindred.core.math.FloatMatrix;

/** The cosine of dense item vectors: item factors of one fixed model, or a vector feature. A missing or zero vector gives 0. */
public final class VectorCosine implements ItemCosine {
    private final FloatMatrix vectors;
    private final double[] norms;

    /**
     * @param vectors a row for each item; a row whose first component is NaN is missing
     */
    public VectorCosine(FloatMatrix vectors) {
        this.vectors = vectors;
        this.norms = new double[vectors.rows()];
        float[] row = new float[vectors.columns()];
        for (int i = 0; i < norms.length; i++) {
            vectors.copyRow(i, row);
            double squares = 0;
            for (float x : row) {
                squares += (double) x * x;
            }
            norms[i] = Double.isNaN(squares) ? 0 : Math.sqrt(squares);
        }
    }

    @Override
    public double cosine(int a, int b) {
        if (norms[a] == 0 || norms[b] == 0) {
            return 0;
        }
        double dot = 0;
        for (int d = 0; d < vectors.columns(); d++) {
            dot += (double) vectors.get(a, d) * vectors.get(b, d);
        }
        return Math.clamp(dot / (norms[a] * norms[b]), -1, 1);
    }
}
