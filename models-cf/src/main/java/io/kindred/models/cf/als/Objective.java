package io.kindred.models.cf.als;

/**
 * What implicit ALS minimises, as {@link AlsParameters} states it.
 *
 * @param alpha extra confidence of an observed pair of weight 1
 * @param unobservedWeight confidence of the other pairs
 * @param regularization L2 strength
 * @param frequencyExponent how it grows with a row's number of pairs
 * @param weighted whether pairs carry weights
 */
record Objective(
        double alpha, double unobservedWeight, double regularization, double frequencyExponent, boolean weighted) {
    static Objective of(AlsParameters parameters, boolean weighted) {
        return new Objective(
                parameters.alpha(),
                parameters.unobservedWeight(),
                parameters.regularization(),
                parameters.frequencyExponent(),
                weighted);
    }

    /** The confidence of an observed pair. */
    double confidence(double weight) {
        return unobservedWeight + alpha * weight;
    }

    /** The L2 strength of a row with so many pairs, where the other side has so many rows. */
    double strength(int pairs, int others) {
        return regularization * Math.pow(pairs + unobservedWeight * others, frequencyExponent);
    }
}
