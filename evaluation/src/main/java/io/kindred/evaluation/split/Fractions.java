package io.kindred.evaluation.split;

import io.kindred.core.KindredException;

/**
 * Which shares of the data become training, validation and test.
 *
 * @param train in (0, 1)
 * @param validation in [0, 1); 0 for no validation part
 * @param test in (0, 1)
 */
public record Fractions(double train, double validation, double test) {
    /** 80% training, 10% validation, 10% test. */
    public static final Fractions DEFAULT = new Fractions(0.8, 0.1, 0.1);

    public Fractions {
        boolean inRange = train > 0 && train < 1 && validation >= 0 && validation < 1 && test > 0 && test < 1;
        if (!inRange || Math.abs(train + validation + test - 1) > 1e-9) {
            throw new KindredException("the split ratios " + train + ", " + validation + ", " + test
                    + " must be positive (validation may be 0) and add up to 1, as in 0.8, 0.1, 0.1");
        }
    }

    /**
     * How many of n go to the test part: rounded down, at least 1, and at most n - 1 so that training is not empty. What
     * rounding leaves goes to training, as in RecBole, so that figures can be compared.
     */
    int testOf(int n) {
        return Math.clamp(share(n, test), 1, n - 1);
    }

    /** How many of n go to validation once {@code testCount} are taken: rounded down, at least 1 where two are left. */
    int validationOf(int n, int testCount) {
        int spare = n - testCount - 1;
        return validation == 0 || spare <= 0 ? 0 : Math.clamp(share(n, validation), 1, spare);
    }

    /** Rounded down, but 29% of 100 are 29, although their product in floating point is a little less. */
    private static long share(int n, double fraction) {
        return (long) (n * fraction + 1e-6);
    }
}
