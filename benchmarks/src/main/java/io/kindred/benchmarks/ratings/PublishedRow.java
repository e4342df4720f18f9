package io.kindred.benchmarks.ratings;

import java.util.List;
import java.util.Map;

/**
 * A figure of the table in the README of Surprise 1.1 (Hug: Surprise: A Python Library for Recommender Systems, 2020,
 * https://github.com/NicolasHug/Surprise): MovieLens 100K, mean over 5 random folds, all parameters at Surprise's defaults.
 *
 * @param name in that table
 * @param model the provider that stands for it
 * @param parameters that differ from the provider's defaults
 * @param rmse published root mean square error
 * @param mae published mean absolute error
 */
public record PublishedRow(String name, String model, Map<String, ?> parameters, double rmse, double mae) {
    /** How far a reproduction may be off: twice what other folds and seeds change, at most. */
    public static final double TOLERANCE = 0.005;

    /** The table without random prediction. */
    public static final List<PublishedRow> SURPRISE = List.of(
            new PublishedRow("SVD", "svd", Map.of(), 0.934, 0.737),
            new PublishedRow("SVD++", "svd++", Map.of(), 0.919, 0.721),
            new PublishedRow("NMF", "nmf", Map.of(), 0.963, 0.758),
            new PublishedRow("Slope One", "slope-one", Map.of(), 0.946, 0.743),
            new PublishedRow("k-NN", "user-knn", neighbours("basic"), 0.98, 0.774),
            new PublishedRow("Centered k-NN", "user-knn", neighbours("with-means"), 0.951, 0.749),
            new PublishedRow("k-NN Baseline", "user-knn", neighbours("baseline"), 0.931, 0.733),
            new PublishedRow("Co-clustering", "co-clustering", Map.of(), 0.963, 0.753),
            new PublishedRow("Baseline", "baseline", Map.of(), 0.944, 0.748));

    private static Map<String, ?> neighbours(String ratings) {
        return Map.of("ratings", ratings, "similarity", "msd", "neighbours", 40, "minNeighbours", 1, "shrink", 0);
    }
}
