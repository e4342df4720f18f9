package io.kindred.models.cf.coclustering;

import io.kindred.core.model.Param;

/**
 * Hyper-parameters of co-clustering.
 *
 * @param userClusters how many clusters of users
 * @param itemClusters how many clusters of items
 * @param epochs how often everybody chooses a cluster; it ends before when nobody changes
 */
public record CoClusteringParameters(
        @Param(doc = "how many clusters of users", min = 1, max = 1024, log = true)
        int userClusters,

        @Param(doc = "how many clusters of items", min = 1, max = 1024, log = true)
        int itemClusters,

        @Param(
                doc = "how often users and items choose their clusters; training ends before when nobody changes",
                min = 1,
                max = 100_000,
                log = true)
        int epochs) {}
