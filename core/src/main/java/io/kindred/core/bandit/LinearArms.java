package io.kindred.core.bandit;

import io.kindred.core.math.Cholesky;
import java.util.Arrays;
import java.util.Objects;

/**
 * Arms whose reward is linear in the context, each with a ridge regression of its own: with {@code A = regularization I + sum
 * of x x'} and {@code b = sum of reward x} the mean is {@code x' A^-1 b} and the spread {@code sqrt(x' A^-1 x)}. The upper bound
 * is the mean and width times the spread (Li, Chu, Langford and Schapire, A Contextual-Bandit Approach to Personalized News
 * Article Recommendation, 2010: LinUCB with disjoint models); the posterior is normal with width times the spread (Agrawal and
 * Goyal, Thompson Sampling for Contextual Bandits with Linear Payoffs, 2013). Where all arms were shown in the same situations
 * they may share one A.
 */
public final class LinearArms implements Arms {
    private final int size;
    private final double regularization;
    private final double[][] products;
    private final double[][] responses;
    private final double[][] factors;
    private final double[][] coefficients;

    /**
     * @param size d, the numbers of a context
     * @param regularization above 0
     * @param products the sums of x x' without the regularization, row-major d x d, of each arm or one of all; not copied
     * @param responses the sums of reward x, d of each arm; not copied
     */
    public LinearArms(int size, double regularization, double[][] products, double[][] responses) {
        if (!(regularization > 0) || Double.isInfinite(regularization)) {
            throw new IllegalArgumentException("the regularization of a bandit is " + regularization);
        }
        if (products.length != 1 && products.length != responses.length) {
            throw new IllegalArgumentException(products.length + " matrices for " + responses.length + " arms");
        }
        this.size = size;
        this.regularization = regularization;
        this.products = products;
        this.responses = responses;
        this.factors = new double[products.length][];
        this.coefficients = new double[responses.length][];
        for (int m = 0; m < products.length; m++) {
            factor(m);
        }
        for (int a = 0; a < responses.length; a++) {
            solve(a);
        }
    }

    /** Arms of which nothing is known. */
    public static LinearArms fresh(int count, int size, double regularization) {
        return new LinearArms(size, regularization, new double[count][size * size], new double[count][size]);
    }

    private void factor(int matrix) {
        if (products[matrix].length != size * size) {
            throw new IllegalArgumentException(
                    "a matrix of " + products[matrix].length + " numbers for contexts of " + size);
        }
        double[] factor = products[matrix].clone();
        for (int j = 0; j < size; j++) {
            factor[j * size + j] += regularization;
        }
        Cholesky.factorise(factor, size);
        factors[matrix] = factor;
    }

    private void solve(int arm) {
        if (responses[arm].length != size) {
            throw new IllegalArgumentException(responses[arm].length + " responses for contexts of " + size);
        }
        double[] solution = responses[arm].clone();
        Cholesky.solve(factors[shared() ? 0 : arm], size, solution);
        coefficients[arm] = solution;
    }

    /** Whether all arms have one matrix. */
    public boolean shared() {
        return products.length == 1 && responses.length != 1;
    }

    @Override
    public int count() {
        return responses.length;
    }

    @Override
    public int contextSize() {
        return size;
    }

    public double regularization() {
        return regularization;
    }

    /** The sums of x x' of each arm or one of all; copies. */
    public double[][] products() {
        return Arrays.stream(products).map(double[]::clone).toArray(double[][]::new);
    }

    /** The sums of reward x of each arm; copies. */
    public double[][] responses() {
        return Arrays.stream(responses).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public void add(float[] context, int arm, double reward) {
        Objects.checkIndex(arm, responses.length);
        Objects.checkFromIndexSize(0, size, context.length);
        if (shared()) {
            throw new IllegalStateException("arms that share one matrix cannot learn one by one");
        }
        for (int j = 0; j < size; j++) {
            for (int k = 0; k < size; k++) {
                products[arm][j * size + k] += (double) context[j] * context[k];
            }
            responses[arm][j] += reward * context[j];
        }
        factor(arm);
        solve(arm);
    }

    /** {@code sqrt(x' A^-1 x)}, which is the length of {@code L^-1 x}. */
    private double spread(double[] factor, float[] context, double[] work) {
        double squares = 0;
        for (int i = 0; i < size; i++) {
            double sum = context[i];
            for (int k = 0; k < i; k++) {
                sum -= factor[i * size + k] * work[k];
            }
            work[i] = sum / factor[i * size + i];
            squares += work[i] * work[i];
        }
        return Math.sqrt(squares);
    }

    @Override
    public Beliefs in(float[] context, BanditRule rule) {
        Objects.checkFromIndexSize(0, size, context.length);
        double[] mean = new double[responses.length];
        double[] spread = new double[responses.length];
        double[] work = new double[size];
        boolean uncertain = rule.exploration() != BanditRule.Exploration.GREEDY;
        for (int a = 0; a < mean.length; a++) {
            for (int j = 0; j < size; j++) {
                mean[a] += coefficients[a][j] * context[j];
            }
            if (uncertain) {
                spread[a] = shared() && a > 0 ? spread[0] : spread(factors[shared() ? 0 : a], context, work);
            }
        }
        return new Beliefs() {
            @Override
            public void index(float[] into) {
                double width = rule.exploration() == BanditRule.Exploration.UPPER_BOUND ? rule.width() : 0;
                for (int a = 0; a < mean.length; a++) {
                    into[a] = (float) (mean[a] + width * spread[a]);
                }
            }

            @Override
            public void draw(int number, float[] into) {
                if (rule.exploration() != BanditRule.Exploration.POSTERIOR) {
                    index(into);
                    return;
                }
                for (int a = 0; a < mean.length; a++) {
                    double normal = BanditDraws.of(rule.seed(), number, a).normal();
                    into[a] = (float) (mean[a] + rule.width() * spread[a] * normal);
                }
            }
        };
    }
}
