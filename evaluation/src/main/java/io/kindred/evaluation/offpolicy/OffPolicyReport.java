package io.kindred.evaluation.offpolicy;

import java.util.List;

/**
 * Estimates of one policy from one log.
 *
 * @param loggedReward mean reward of the log: what the logging policy earned
 * @param overlap how well the log covers the policy
 * @param estimates in the order of the estimators
 */
public record OffPolicyReport(double loggedReward, Overlap overlap, List<Estimate> estimates) {
    public OffPolicyReport {
        estimates = List.copyOf(estimates);
    }
}
