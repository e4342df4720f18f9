package io.kindred.models.cf.itemknn;

/** How alike two items are, from how many users they have in common. */
public enum Similarity {
    /** {@code common / (sqrt(a * b) + shrink)}. */
    COSINE {
        @Override
        double of(double common, double a, double b, double shrink) {
            return common / (Math.sqrt(a * b) + shrink);
        }
    },
    /** {@code common / (a + b - common + shrink)}. */
    JACCARD {
        @Override
        double of(double common, double a, double b, double shrink) {
            return common / (a + b - common + shrink);
        }
    };

    /**
     * The similarity of two items.
     *
     * @param common users who had both, at least 1
     * @param a users who had the one
     * @param b users who had the other
     * @param shrink at least 0
     */
    abstract double of(double common, double a, double b, double shrink);
}
