package io.kindred.core.scorer;

import io.kindred.core.artifact.ArtifactReader;
import io.kindred.core.artifact.ArtifactWriter;
import io.kindred.core.math.Cholesky;
import io.kindred.core.math.FloatMatrix;
import java.io.IOException;
import java.util.function.IntFunction;

/**
 * The normal equations of one user in implicit ALS:
 * {@code (gram + reg I + sum_j (c_j - w0) y_j y_j') x = sum_j c_j y_j}, where {@code gram = w0 Y'Y} already carries the
 * weight {@code w0} of unobserved pairs, {@code c_j = w0 + alpha * weight_j} is the confidence of history item j and
 * {@code reg = regularization * (n_j + w0 * items)^nu} (nu 0: plain L2). In the variant of eALS each item has its own weight
 * {@code w_i} of unobserved pairs: gram is {@code sum_i w_i y_i y_i'}, w_j takes the place of w0 in the system, and an observed
 * pair has the confidence {@code alpha * weight_j}. Sums run in double precision. Immutable and thread-safe.
 */
public final class ImplicitFoldIn implements UserFoldIn {
    private static final String ITEM_WEIGHTS = "unobserved_weights";

    private final FloatMatrix gram;
    private final double alpha;
    private final double regularization;
    private final double unobservedWeight;
    private final double frequencyExponent;
    /** 1 x items, or null where all items have the same. */
    private final FloatMatrix itemWeights;

    /**
     * The same weight for all unobserved pairs.
     *
     * @param gram d x d: the unobserved weight times the sum of the outer products of all item vectors
     * @param alpha what an interaction of weight 1 adds to the confidence of the unobserved weight
     * @param regularization L2 strength
     * @param unobservedWeight confidence of a pair without interaction
     * @param frequencyExponent nu of Rendle et al., Revisiting the Performance of iALS, 2021; 0 for plain L2
     */
    public ImplicitFoldIn(
            FloatMatrix gram, double alpha, double regularization, double unobservedWeight, double frequencyExponent) {
        this(gram, alpha, regularization, unobservedWeight, frequencyExponent, null);
    }

    /**
     * A weight of unobserved pairs for each item (He, Zhang, Kan, Chua: Fast Matrix Factorization for Online Recommendation
     * with Implicit Feedback, 2016).
     *
     * @param gram d x d: the sum of the outer products of all item vectors, each times the item's weight
     * @param alpha confidence of an interaction of weight 1
     * @param regularization L2 strength
     * @param unobservedWeight the mean of the items' weights
     * @param frequencyExponent as above
     * @param itemWeights 1 x items, or null where all have the same
     */
    public ImplicitFoldIn(
            FloatMatrix gram,
            double alpha,
            double regularization,
            double unobservedWeight,
            double frequencyExponent,
            FloatMatrix itemWeights) {
        if (itemWeights != null && itemWeights.rows() != 1) {
            throw new IllegalArgumentException("the items' weights have " + itemWeights.rows() + " rows instead of 1");
        }
        this.itemWeights = itemWeights;
        if (gram.rows() != gram.columns()) {
            throw new IllegalArgumentException("the Gram matrix is " + gram.rows() + " x " + gram.columns());
        }
        this.gram = gram;
        this.alpha = alpha;
        this.regularization = regularization;
        this.unobservedWeight = unobservedWeight;
        this.frequencyExponent = frequencyExponent;
    }

    /**
     * @param part the name of the Gram matrix in the artifact
     */
    static ImplicitFoldIn load(ArtifactReader in, String part) throws IOException {
        return new ImplicitFoldIn(
                in.matrix(part),
                in.number("alpha"),
                in.number("regularization"),
                in.number("unobserved_weight"),
                in.number("frequency_exponent"),
                in.has(ITEM_WEIGHTS) ? in.matrix(ITEM_WEIGHTS) : null);
    }

    void save(ArtifactWriter out, String part) throws IOException {
        out.matrix(part, gram);
        if (itemWeights != null) {
            out.matrix(ITEM_WEIGHTS, itemWeights);
        }
        out.setting("alpha", alpha);
        out.setting("regularization", regularization);
        out.setting("unobserved_weight", unobservedWeight);
        out.setting("frequency_exponent", frequencyExponent);
    }

    /** Whether there is nothing that fits another number of items. */
    boolean fits(int items) {
        return itemWeights == null || itemWeights.columns() == items;
    }

    @Override
    public int dimension() {
        return gram.columns();
    }

    @Override
    public float[] solve(FloatMatrix itemVectors, int[] history, float[] weights) {
        int d = dimension();
        double[] system = factorised(itemVectors, history, weights);
        double[] x = new double[d];
        for (int h = 0; h < history.length; h++) {
            float[] y = itemVectors.row(history[h]);
            double confidence = confidence(weights, h);
            for (int a = 0; a < d; a++) {
                x[a] += confidence * y[a];
            }
        }
        Cholesky.solve(system, d, x);
        float[] vector = new float[d];
        for (int a = 0; a < d; a++) {
            vector[a] = (float) x[a];
        }
        return vector;
    }

    /**
     * From an item to its {@code amounts[h] = c_h * y_item' A^-1 y_h}, whose sum is its score. A is factorised once, for all
     * items that are asked about.
     */
    IntFunction<float[]> contributions(FloatMatrix itemVectors, int[] history, float[] weights) {
        double[] system = factorised(itemVectors, history, weights);
        return item -> contributions(system, itemVectors, item, history, weights);
    }

    private float[] contributions(double[] system, FloatMatrix itemVectors, int item, int[] history, float[] weights) {
        int d = dimension();
        double[] z = new double[d];
        float[] target = itemVectors.row(item);
        for (int a = 0; a < d; a++) {
            z[a] = target[a];
        }
        Cholesky.solve(system, d, z);
        float[] amounts = new float[history.length];
        for (int h = 0; h < history.length; h++) {
            float[] y = itemVectors.row(history[h]);
            double sum = 0;
            for (int a = 0; a < d; a++) {
                sum += z[a] * y[a];
            }
            amounts[h] = (float) (confidence(weights, h) * sum);
        }
        return amounts;
    }

    private double confidence(float[] weights, int h) {
        double observed = alpha * (weights == null ? 1.0 : weights[h]);
        return itemWeights == null ? unobservedWeight + observed : observed;
    }

    private double unobserved(int item) {
        return itemWeights == null ? unobservedWeight : itemWeights.get(0, item);
    }

    private double[] factorised(FloatMatrix itemVectors, int[] history, float[] weights) {
        int d = dimension();
        double[] system = new double[d * d];
        for (int a = 0; a < d; a++) {
            for (int b = 0; b <= a; b++) {
                system[a * d + b] = gram.get(a, b);
            }
        }
        for (int h = 0; h < history.length; h++) {
            float[] y = itemVectors.row(history[h]);
            double extra = confidence(weights, h) - unobserved(history[h]);
            for (int a = 0; a < d; a++) {
                double scaled = extra * y[a];
                for (int b = 0; b <= a; b++) {
                    system[a * d + b] += scaled * y[b];
                }
            }
        }
        double strength =
                regularization * Math.pow(history.length + unobservedWeight * itemVectors.rows(), frequencyExponent);
        for (int a = 0; a < d; a++) {
            system[a * d + a] += strength;
        }
        Cholesky.factorise(system, d);
        return system;
    }
}
