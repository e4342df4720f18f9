package io.kindred.core.neighbours;

/**
 * A similarity with its constants. The values of {@link #ofProfiles} and {@link #ofRatings} are finite for finite input.
 *
 * @param similarity which
 * @param shrink damps similarities that rest on few common columns; at least 0
 * @param alpha of {@link Similarity#ASYMMETRIC_COSINE}, 0 to 1
 * @param minSupport rows with fewer common columns are not similar at all; at least 1
 */
public record SimilarityMeasure(Similarity similarity, double shrink, double alpha, int minSupport) {
    /**
     * @throws IllegalArgumentException if a constant is out of range
     */
    public SimilarityMeasure {
        if (!(shrink >= 0) || !(alpha >= 0 && alpha <= 1) || minSupport < 1) {
            throw new IllegalArgumentException("a similarity cannot have shrink " + shrink + ", alpha " + alpha
                    + " and minimum support " + minSupport);
        }
    }

    /**
     * The similarity of two whole profiles.
     *
     * @param dot their inner product; the number of common columns for sets
     * @param x the first one's sum of squares, the number of its columns for sets
     * @param y the second one's
     */
    public double ofProfiles(double dot, double x, double y) {
        double denominator =
                switch (similarity) {
                    case JACCARD -> x + y - dot;
                    case ASYMMETRIC_COSINE -> Math.pow(x, alpha) * Math.pow(y, 1 - alpha);
                    case DOT_PRODUCT -> 1;
                    default -> Math.sqrt(x * y);
                };
        return dot == 0 ? 0 : dot / (denominator + shrink);
    }

    /**
     * The similarity of two rows by the ratings in their n common columns.
     *
     * @param n at least 1
     * @param xy sum of products
     * @param xx the first one's sum of squares
     * @param yy the second one's
     * @param x the first one's sum
     * @param y the second one's
     */
    double ofRatings(double n, double xy, double xx, double yy, double x, double y) {
        return switch (similarity) {
            case PEARSON ->
                ratio(n * xy - x * y, Math.sqrt(Math.max(0, n * xx - x * x) * Math.max(0, n * yy - y * y)))
                        * n
                        / (n + shrink);
            case PEARSON_BASELINE -> n < 2 ? 0 : ratio(xy, Math.sqrt(xx * yy)) * (n - 1) / (n - 1 + shrink);
            case MSD -> 1 / (1 + Math.max(0, xx - 2 * xy + yy) / n) * n / (n + shrink);
            default -> ratio(xy, Math.sqrt(xx * yy)) * n / (n + shrink);
        };
    }

    private static double ratio(double numerator, double denominator) {
        return denominator == 0 ? 0 : numerator / denominator;
    }
}
