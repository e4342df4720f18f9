package io.kindred.featurestore.sample;

/**
 * The popularity of films: a Zipf-Mandelbrot law, {@code (rank + 2)^-s}, with ranks given out at random. The
 * shift keeps the head from swallowing everything. Source: Benoit Mandelbrot, "An Informational Theory of the
 * Statistical Structure of Language", 1953.
 */
final class PopularityLaw {
    private static final double SHIFT = 2;

    private PopularityLaw() {}

    /** Weight of the film with a rank from 1. */
    static double weight(int rank, double exponent) {
        return StrictMath.pow(rank + SHIFT, -exponent);
    }

    /** A random rank from 1 for every film. */
    static int[] ranks(int items, SampleRandom random) {
        int[] ranks = random.permutation(items);
        for (int item = 0; item < items; item++) {
            ranks[item]++;
        }
        return ranks;
    }

    /**
     * Logarithms of the weights, standardised to mean 0 and standard deviation 1; all zero when the exponent is
     * zero, for then no film is more popular than another.
     */
    static double[] appeals(int[] ranks, double exponent) {
        int items = ranks.length;
        double[] appeals = new double[items];
        double mean = 0;
        for (int item = 0; item < items; item++) {
            appeals[item] = StrictMath.log(weight(ranks[item], exponent));
            mean += appeals[item] / items;
        }
        double variance = 0;
        for (double appeal : appeals) {
            variance += (appeal - mean) * (appeal - mean) / items;
        }
        double scale = exponent == 0 ? 0 : 1 / Math.sqrt(variance);
        for (int item = 0; item < items; item++) {
            appeals[item] = (appeals[item] - mean) * scale;
        }
        return appeals;
    }
}
