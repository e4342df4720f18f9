package io.kindred.models.cf.itemknn;

import io.kindred.core.model.Param;

/**
 * Hyper-parameters of item-kNN.
 *
 * @param neighbours how many neighbours of each item are kept
 * @param shrink added to the denominator of the similarity
 * @param similarity how alike two items are
 */
public record ItemKnnParameters(
        @Param(doc = "how many of the most similar items are kept for each item", min = 1, max = 10_000, log = true)
        int neighbours,

        @Param(
                doc = "added to the denominator of the similarity, so that few common users count less; 0 for none",
                min = 0,
                max = 1_000_000)
        double shrink,

        @Param(doc = "cosine of the items' sets of users, or the Jaccard index")
        Similarity similarity) {}
