package io.kindred.models.cf.bandit;

import io.kindred.core.model.Param;

/**
 * Hyper-parameters of LinUCB.
 *
 * @param exploration how much uncertainty counts
 * @param epsilon share of choices that are uniformly random
 * @param regularization L2 strength
 * @param minCount how many users must have a category
 * @param rewards what interactions say of rewards
 */
public record LinUcbParameters(
        @Param(doc = "factor of the confidence bound (alpha)", min = 0, max = 1000)
        double exploration,

        @Param(doc = "share of choices that are uniformly random when the model explores", min = 0, max = 1)
        double epsilon,

        @Param(doc = "L2 strength on the weights of an item's features", min = 1e-6, max = 1e9, log = true)
        double regularization,

        @Param(doc = "how many users must have a category for it to be a feature", min = 1, max = 1_000_000)
        int minCount,

        @Param(
                doc =
                        "implicit: an interaction earns 1, every user was shown everything once; exposures: interactions are showings and values, 0 to 1, what they earned")
        RewardSource rewards) {}
