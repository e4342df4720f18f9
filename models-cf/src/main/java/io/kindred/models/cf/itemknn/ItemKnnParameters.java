package io.kindred.models.cf.itemknn;

import io.kindred.core.model.Param;
import io.kindred.core.neighbours.RatingAggregation;
import io.kindred.core.neighbours.Similarity;
import io.kindred.core.neighbours.SimilarityMeasure;
import io.kindred.core.neighbours.Weighting;

/**
 * Hyper-parameters of item-kNN.
 *
 * @param neighbours how many neighbours of each item are kept, or count for a predicted rating
 * @param shrink how much similarities that rest on few common users are damped
 * @param similarity how alike two items are
 * @param alpha the recommended item's own share in the denominator of the asymmetric cosine
 * @param minSupport items with fewer common users are not similar
 * @param weighting how much a user counts in an item's profile
 * @param k1 of BM25
 * @param b of BM25
 * @param valuesAsWeights whether values weigh the users of an item
 * @param ratings how ratings are predicted, or none to rank items
 * @param minNeighbours a rating predicted from fewer neighbours is the fallback
 * @param stored how many neighbours of an item a model that predicts ratings stores
 */
public record ItemKnnParameters(
        @Param(
                doc =
                        "how many of the most similar items are kept for each item; with ratings, how many of those that the"
                                + " user rated count",
                min = 1,
                max = 10_000,
                log = true)
        int neighbours,

        @Param(
                doc =
                        "damps similarities that rest on few common users: added to the denominator for whole profiles, a factor"
                                + " n / (n + shrink) for ratings; 0 for none",
                min = 0,
                max = 1_000_000)
        double shrink,

        @Param(
                doc =
                        "of the items' sets of users: cosine, jaccard, asymmetric-cosine, dot-product; of ratings: msd, pearson,"
                                + " pearson-baseline, adjusted-cosine, and cosine where ratings are predicted")
        Similarity similarity,

        @Param(
                doc = "weight of the recommended item's own popularity in asymmetric-cosine; 0.5 is the cosine",
                min = 0,
                max = 1)
        double alpha,

        @Param(doc = "items with fewer common users than this are not similar", min = 1, max = 1_000_000)
        int minSupport,

        @Param(doc = "how much a user counts in an item's profile: none (alike), tf-idf or bm25")
        Weighting weighting,

        @Param(doc = "of bm25: how soon more of the same user stops counting", min = 0, max = 1_000)
        double k1,

        @Param(doc = "of bm25: how much popular items are discounted", min = 0, max = 1)
        double b,

        @Param(doc = "whether interaction values weigh the users of an item; otherwise every user weighs 1")
        boolean valuesAsWeights,

        @Param(
                doc = "none ranks items by the sum of similarities; basic, with-means, z-score and baseline predict"
                        + " ratings from the user's ratings of the neighbours")
        RatingAggregation ratings,

        @Param(
                doc =
                        "with ratings: fewer neighbours than this that the user rated give the fallback, a mean or baseline",
                min = 1,
                max = 10_000)
        int minNeighbours,

        @Param(
                doc = "with ratings: how many neighbours of each item are stored, 8 bytes each",
                min = 1,
                max = 1_000_000,
                log = true)
        int stored) {
    /** Ranking by a similarity of plain sets of users. */
    ItemKnnParameters(int neighbours, double shrink, Similarity similarity) {
        this(
                neighbours,
                shrink,
                similarity,
                0.5,
                1,
                Weighting.NONE,
                1.2,
                0.75,
                false,
                RatingAggregation.NONE,
                1,
                2_000);
    }

    SimilarityMeasure measure() {
        return new SimilarityMeasure(similarity, shrink, alpha, minSupport);
    }

    /** Whether the model rests on values, which a model that ranks does not keep. */
    boolean needsValues() {
        return valuesAsWeights || similarity.comparesRatings();
    }
}
