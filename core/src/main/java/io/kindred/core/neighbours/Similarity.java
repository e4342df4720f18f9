package io.kindred.core.neighbours;

import java.util.Locale;

/**
 * How alike two rows are: two items by their users, or two users by their items. The first four compare whole profiles; the
 * others compare the ratings in the columns that both rows have. The order is part of saved models: new ones go last.
 */
public enum Similarity {
    /**
     * Of profiles: {@code x.y / (|x| |y| + shrink)}. Of ratings: the same over common columns alone, as Surprise has it, times
     * {@code n / (n + shrink)}.
     */
    COSINE,
    /** {@code x.y / (|x|^2 + |y|^2 - x.y + shrink)}: the Jaccard index of two sets, Tanimoto's coefficient of weights. */
    JACCARD,
    /**
     * {@code x.y / (|x|^(2 alpha) |y|^(2 - 2 alpha) + shrink)}, where x is the row whose neighbours are sought (Aiolli,
     * Efficient Top-N Recommendation for Very Large Scale Binary Rated Datasets, 2013).
     */
    ASYMMETRIC_COSINE,
    /** {@code x.y / (1 + shrink)}: for profiles of which the weighting already takes the length into account. */
    DOT_PRODUCT,
    /**
     * Cosine over common columns of ratings less their column's mean, times {@code n / (n + shrink)} (Sarwar, Karypis, Konstan
     * and Riedl, Item-Based Collaborative Filtering Recommendation Algorithms, 2001).
     */
    ADJUSTED_COSINE,
    /** Pearson's correlation over the n common columns, times {@code n / (n + shrink)}. */
    PEARSON,
    /**
     * Correlation of ratings less their baseline estimates over common columns, times {@code (n - 1) / (n - 1 + shrink)}
     * (Koren, Factor in the Neighbors: Scalable and Accurate Collaborative Filtering, 2010).
     */
    PEARSON_BASELINE,
    /** {@code 1 / (1 + mean squared difference)} over the n common columns, times {@code n / (n + shrink)}. */
    MSD;

    /** The name in parameters, as in "asymmetric-cosine". */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether this similarity is about ratings and meaningless without them. */
    public boolean comparesRatings() {
        return switch (this) {
            case COSINE, JACCARD, ASYMMETRIC_COSINE, DOT_PRODUCT -> false;
            case ADJUSTED_COSINE, PEARSON, PEARSON_BASELINE, MSD -> true;
        };
    }
}
