package io.kindred.core.neighbours;

import io.kindred.core.math.SparseMatrix;

/**
 * Turns the values of a row into the weights that similarities compare. Immutable and thread-safe.
 *
 * <p>{@code idf} has a factor per column, all 1 where the weighting has none.
 */
public final class ProfileWeights {
    private final Weighting weighting;
    private final double k1;
    private final double b;
    private final double averageLength;
    private final float[] idf;

    /**
     * @param k1 of BM25, at least 0
     * @param b of BM25, 0 to 1
     * @param averageLength of BM25, above 0
     * @param idf a factor per column, not copied
     * @throws IllegalArgumentException if a constant is out of range
     */
    public ProfileWeights(Weighting weighting, double k1, double b, double averageLength, float[] idf) {
        if (!(k1 >= 0) || !(b >= 0 && b <= 1) || !(averageLength > 0)) {
            throw new IllegalArgumentException(
                    "profiles cannot be weighted with k1 " + k1 + ", b " + b + " and average length " + averageLength);
        }
        this.weighting = weighting;
        this.k1 = k1;
        this.b = b;
        this.averageLength = averageLength;
        this.idf = idf;
    }

    /** The weights that follow from training profiles. */
    public static ProfileWeights of(SparseMatrix profiles, Weighting weighting, double k1, double b) {
        int[] frequency = new int[profiles.columns()];
        double sum = 0;
        for (int p = 0; p < profiles.size(); p++) {
            frequency[profiles.column(p)]++;
            sum += profiles.value(p);
        }
        float[] idf = new float[frequency.length];
        for (int c = 0; c < idf.length; c++) {
            idf[c] =
                    weighting == Weighting.NONE ? 1f : (float) Math.log((1.0 + profiles.rows()) / (1.0 + frequency[c]));
        }
        return new ProfileWeights(weighting, k1, b, sum > 0 ? sum / profiles.rows() : 1, idf);
    }

    public Weighting weighting() {
        return weighting;
    }

    public double k1() {
        return k1;
    }

    public double b() {
        return b;
    }

    public double averageLength() {
        return averageLength;
    }

    /** The factor of each column, not a copy; do not change it. */
    public float[] idf() {
        return idf;
    }

    /**
     * The weights of one row.
     *
     * @param columns of the row
     * @param values above 0, as many
     */
    public float[] of(int[] columns, float[] values) {
        if (weighting == Weighting.NONE) {
            return values;
        }
        double length = 0;
        for (float value : values) {
            length += value;
        }
        float[] weights = new float[values.length];
        double damping = k1 * (1 - b + b * length / averageLength);
        for (int p = 0; p < values.length; p++) {
            double term =
                    weighting == Weighting.TF_IDF ? Math.sqrt(values[p]) : values[p] * (k1 + 1) / (damping + values[p]);
            weights[p] = (float) (term * idf[columns[p]]);
        }
        return weights;
    }
}
