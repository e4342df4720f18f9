package io.kindred.models.cf.userknn;

import io.kindred.core.model.Param;
import io.kindred.core.neighbours.RatingAggregation;
import io.kindred.core.neighbours.Similarity;
import io.kindred.core.neighbours.SimilarityMeasure;
import io.kindred.core.neighbours.Weighting;

/**
 * Hyper-parameters of user-kNN.
 *
 * @param neighbours how many neighbours a score or a predicted rating rests on at most
 * @param shrink how much similarities that rest on few common items are damped
 * @param similarity how alike two users are
 * @param alpha the user's own share in the denominator of the asymmetric cosine
 * @param minSupport users with fewer common items are not similar
 * @param weighting how much an item counts in a profile
 * @param k1 of BM25
 * @param b of BM25
 * @param valuesAsWeights whether values weigh the items of a profile
 * @param ratings how ratings are predicted, or none to rank items
 * @param minNeighbours a rating predicted from fewer neighbours is the fallback
 * @param stored how many neighbours of a user a model that predicts ratings stores
 */
public record UserKnnParameters(
        @Param(
                doc = "how many of the most similar users count; with ratings, of those who rated the item",
                min = 1,
                max = 10_000,
                log = true)
        int neighbours,

        @Param(
                doc =
                        "damps similarities that rest on few common items: added to the denominator for whole profiles, a factor"
                                + " n / (n + shrink) for ratings; 0 for none",
                min = 0,
                max = 1_000_000)
        double shrink,

        @Param(
                doc = "of whole profiles: cosine, jaccard, asymmetric-cosine, dot-product; of ratings: msd, pearson,"
                        + " pearson-baseline, adjusted-cosine, and cosine where ratings are predicted")
        Similarity similarity,

        @Param(doc = "weight of the user's own length in asymmetric-cosine; 0.5 is the cosine", min = 0, max = 1)
        double alpha,

        @Param(doc = "users with fewer common items than this are not similar", min = 1, max = 1_000_000)
        int minSupport,

        @Param(doc = "how much an item counts in a profile: none (alike), tf-idf or bm25")
        Weighting weighting,

        @Param(doc = "of bm25: how soon more of the same item stops counting", min = 0, max = 1_000)
        double k1,

        @Param(doc = "of bm25: how much long profiles are discounted", min = 0, max = 1)
        double b,

        @Param(doc = "whether interaction values weigh the items of a profile; otherwise every item weighs 1")
        boolean valuesAsWeights,

        @Param(
                doc = "none ranks items by the sum of similarities; basic, with-means, z-score and baseline predict"
                        + " ratings from the neighbours' ratings")
        RatingAggregation ratings,

        @Param(
                doc =
                        "with ratings: fewer neighbours than this who rated the item give the fallback, a mean or baseline",
                min = 1,
                max = 10_000)
        int minNeighbours,

        @Param(
                doc = "with ratings: how many neighbours of each user are stored, 8 bytes each",
                min = 1,
                max = 1_000_000,
                log = true)
        int stored) {
    SimilarityMeasure measure() {
        return new SimilarityMeasure(similarity, shrink, alpha, minSupport);
    }
}
