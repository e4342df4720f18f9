package io.kindred.core.bandit;

/**
 * Random numbers that belong to a place, so that the same draw of the same arm is the same number whoever asks and in whatever
 * order. Source: the mixing function of Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators, 2014. Not
 * thread-safe; cheap to make.
 */
final class BanditDraws {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private long state;

    private BanditDraws(long state) {
        this.state = state;
    }

    static BanditDraws of(long seed, long draw, long arm) {
        return new BanditDraws(mix(mix(seed + GOLDEN) + mix(draw * GOLDEN + 1) + arm * GOLDEN));
    }

    /** A uniform draw from [0, 1). */
    double uniform() {
        state += GOLDEN;
        return (mix(state) >>> 11) * 0x1.0p-53;
    }

    /** A uniform draw from 0 to {@code bound - 1}; the bias of a bound this small is below 1e-9. */
    int below(int bound) {
        return Math.min(bound - 1, (int) (uniform() * bound));
    }

    /** A standard normal draw (Box and Muller, A Note on the Generation of Random Normal Deviates, 1958). */
    double normal() {
        double radius = Math.sqrt(-2 * Math.log(1 - uniform()));
        return radius * Math.cos(2 * Math.PI * uniform());
    }

    /** A draw from the Beta distribution, as a share of two Gamma draws. */
    double beta(double a, double b) {
        double first = gamma(a);
        double second = gamma(b);
        double sum = first + second;
        return sum > 0 ? first / sum : a / (a + b);
    }

    /** A Gamma draw (Marsaglia and Tsang, A Simple Method for Generating Gamma Variables, 2000). */
    private double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * Math.pow(1 - uniform(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = normal();
            double v = 1 + c * x;
            if (v > 0) {
                double cube = v * v * v;
                double u = 1 - uniform();
                if (Math.log(u) < 0.5 * x * x + d * (1 - cube + Math.log(cube))) {
                    return d * cube;
                }
            }
        }
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }
}
