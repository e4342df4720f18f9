package io.kindred.evaluation.stats;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The range of k independent standard normal variables: the studentized range with infinitely many degrees of freedom, on which
 * Nemenyi's test rests. Its distribution function is {@code k * integral of phi(z) (Phi(z) - Phi(z - q))^(k - 1) dz}, z being
 * the largest of the k. Stateless and thread-safe.
 */
final class StudentizedRange {
    private static final double FAR = 8.5;
    private static final int STEPS = 2000;
    private static final int HALVINGS = 60;

    private StudentizedRange() {}

    /** The probability that the range of k variables is at most q. */
    static double cumulative(double q, int k) {
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        double step = 2 * FAR / STEPS;
        double sum = 0;
        for (int i = 0; i <= STEPS; i++) {
            double z = -FAR + i * step;
            double within = normal.cumulativeProbability(z) - normal.cumulativeProbability(z - q);
            double weight = i == 0 || i == STEPS ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * normal.density(z) * Math.pow(within, k - 1.0);
        }
        return k * sum * step / 3;
    }

    /** The value that the range of k variables exceeds with probability alpha. */
    static double critical(double alpha, int k) {
        double low = 0;
        double high = 2 * FAR;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (cumulative(middle, k) < 1 - alpha) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
