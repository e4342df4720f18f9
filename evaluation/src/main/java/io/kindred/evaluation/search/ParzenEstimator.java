package io.kindred.evaluation.search;

import io.kindred.evaluation.stats.SplitMix64;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * A density over a search space: a weighted mixture of one kernel around each observed point and one wide kernel, the prior,
 * over all of the space. A kernel is a product over the dimensions: normal and cut off at the ends of the axis, of which a
 * discrete value has the mass of its cell; for values without an order, most of the mass at the observed value and the rest
 * spread evenly. Immutable, not shared between threads.
 *
 * <p>Sources: Bergstra, Bardenet, Bengio, Kegl: Algorithms for Hyper-Parameter Optimization, 2011; Falkner, Klein, Hutter:
 * BOHB, 2018 (one kernel for all dimensions); Watanabe: Tree-Structured Parzen Estimator, 2023 (bandwidths and their floor).
 */
final class ParzenEstimator {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private final List<Dimension> dimensions;
    /** By kernel; the last is the prior. */
    private final double[] weights;

    private final double[][] centres;
    /** By dimension; of all kernels but the prior. Not used where values have no order. */
    private final double[] widths;

    /**
     * @param points coordinates of the observations
     * @param pointWeights how much each counts, positive; the prior counts as much as their mean
     * @param width standard deviation of the kernels but the prior, as a share of each axis
     */
    ParzenEstimator(List<Dimension> dimensions, double[][] points, double[] pointWeights, double width) {
        this.dimensions = dimensions;
        int n = points.length;
        int d = dimensions.size();
        this.weights = new double[n + 1];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            weights[i] = pointWeights[i];
            sum += pointWeights[i];
        }
        weights[n] = n == 0 ? 1 : sum / n;
        sum += weights[n];
        for (int i = 0; i <= n; i++) {
            weights[i] /= sum;
        }
        this.centres = new double[n + 1][];
        System.arraycopy(points, 0, centres, 0, n);
        this.widths = new double[d];
        double[] middle = new double[d];
        for (int j = 0; j < d; j++) {
            Dimension dimension = dimensions.get(j);
            widths[j] = width * (dimension.high() - dimension.low());
            middle[j] = (dimension.low() + dimension.high()) / 2;
        }
        centres[n] = middle;
    }

    /** Coordinates drawn from the density; those of discrete values are in the middle of their cells. */
    double[] draw(SplitMix64 random) {
        int kernel = kernel(random.nextDouble());
        double[] point = new double[dimensions.size()];
        for (int j = 0; j < point.length; j++) {
            Dimension dimension = dimensions.get(j);
            double drawn = dimension.categories() > 0
                    ? category(kernel, j, random.nextDouble())
                    : normal(kernel, j, random.nextDouble());
            point[j] = dimension.coordinate(dimension.value(drawn));
        }
        return point;
    }

    /** The logarithm of the density at a point, per unit of the axes; of the mass where a dimension is discrete. */
    double logDensity(double[] point) {
        double[] logs = new double[weights.length];
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < logs.length; k++) {
            double log = Math.log(weights[k]);
            for (int j = 0; j < point.length; j++) {
                log += Math.log(kernelDensity(k, j, point[j]));
            }
            logs[k] = log;
            largest = Math.max(largest, log);
        }
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log - largest);
        }
        return largest + Math.log(sum);
    }

    private double kernelDensity(int kernel, int j, double x) {
        Dimension dimension = dimensions.get(j);
        if (dimension.categories() > 0) {
            return categoryMass(kernel, j, (int) x);
        }
        double centre = centres[kernel][j];
        double width = width(kernel, j);
        double all = NORMAL.probability((dimension.low() - centre) / width, (dimension.high() - centre) / width);
        if (dimension.discrete()) {
            double from = (dimension.cellLow(x) - centre) / width;
            double to = (dimension.cellHigh(x) - centre) / width;
            return NORMAL.probability(from, to) / all;
        }
        return NORMAL.density((x - centre) / width) / width / all;
    }

    /** One at the observed value plus, everywhere, the share of one prior observation that each kernel has. */
    private double categoryMass(int kernel, int j, int category) {
        int count = dimensions.get(j).categories();
        int kernels = weights.length;
        if (kernel == kernels - 1) {
            return 1.0 / count;
        }
        double everywhere = 1.0 / kernels;
        return ((int) centres[kernel][j] == category ? 1 + everywhere : everywhere) / (1 + count * everywhere);
    }

    private double category(int kernel, int j, double uniform) {
        int last = dimensions.get(j).categories() - 1;
        double rest = uniform;
        for (int c = 0; c < last; c++) {
            rest -= categoryMass(kernel, j, c);
            if (rest < 0) {
                return c;
            }
        }
        return last;
    }

    private double normal(int kernel, int j, double uniform) {
        Dimension dimension = dimensions.get(j);
        double centre = centres[kernel][j];
        double width = width(kernel, j);
        double below = NORMAL.cumulativeProbability((dimension.low() - centre) / width);
        double upTo = NORMAL.cumulativeProbability((dimension.high() - centre) / width);
        double z = NORMAL.inverseCumulativeProbability(below + (upTo - below) * uniform);
        return Math.clamp(centre + width * z, dimension.low(), dimension.high());
    }

    /** The prior is as wide as the axis. */
    private double width(int kernel, int j) {
        return kernel == weights.length - 1
                ? dimensions.get(j).high() - dimensions.get(j).low()
                : widths[j];
    }

    private int kernel(double uniform) {
        double rest = uniform;
        for (int k = 0; k < weights.length - 1; k++) {
            rest -= weights[k];
            if (rest < 0) {
                return k;
            }
        }
        return weights.length - 1;
    }
}
