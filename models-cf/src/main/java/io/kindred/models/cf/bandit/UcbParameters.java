package io.kindred.models.cf.bandit;

import io.kindred.core.model.Param;

/**
 * Hyper-parameters of UCB1.
 *
 * @param exploration how much uncertainty counts
 * @param epsilon share of choices that are uniformly random
 * @param priorSuccesses of the Beta prior
 * @param priorFailures of the Beta prior
 * @param rewards what interactions say of rewards
 */
public record UcbParameters(
        @Param(doc = "factor of the confidence bound; 1 is that of the paper", min = 0, max = 1000)
        double exploration,

        @Param(doc = "share of choices that are uniformly random when the model explores", min = 0, max = 1)
        double epsilon,

        @Param(
                doc = "successes that every item starts with (first parameter of the Beta prior)",
                min = 1e-6,
                max = 1e9,
                log = true)
        double priorSuccesses,

        @Param(
                doc = "failures that every item starts with (second parameter of the Beta prior)",
                min = 1e-6,
                max = 1e9,
                log = true)
        double priorFailures,

        @Param(
                doc =
                        "implicit: an interaction earns 1, every user was shown everything once; exposures: interactions are showings and values, 0 to 1, what they earned")
        RewardSource rewards) {}
