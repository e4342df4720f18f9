package io.kindred.evaluation.offpolicy;

import io.kindred.core.KindredException;

/**
 * A way of estimating what a list policy earns a slate (the sum over its positions). They differ in what they assume of users:
 * the less a reward depends on the rest of the list, the smaller the weights that suffice. Immutable and thread-safe.
 */
public sealed interface SlateEstimator permits SlateIps, IndependentIps, RewardInteractionIps, CascadeDr {
    /** As reports call it. */
    String name();

    /** What each slate contributes. */
    double[] contributions(SlateFeedback log, SlatePolicy policy);

    /** The weight of each slate as a whole, of which the effective sample size is told. */
    default double[] weights(SlateFeedback log, SlatePolicy policy) {
        double[] weights = new double[log.slates()];
        double[] into = new double[log.actionCount()];
        for (int s = 0; s < weights.length; s++) {
            weights[s] = 1;
            for (int l = 0; l < log.length(s); l++) {
                weights[s] *= ratio(log, policy, s, l, into);
            }
        }
        return weights;
    }

    /** The policy's probability of a logged action given those above, over that of the logging policy. */
    static double ratio(SlateFeedback log, SlatePolicy policy, int slate, int position, double[] into) {
        policy.conditional(log, slate, position, into);
        check(into, slate, position);
        return into[log.action(slate, position)] / log.conditionalPropensity(slate, position);
    }

    /** Refuses what are not the probabilities of all actions. */
    static void check(double[] probabilities, int slate, int position) {
        String fault = WeightedLog.fault(probabilities);
        if (!fault.isEmpty()) {
            throw new KindredException("slate " + slate + ", position " + position + ": " + fault);
        }
    }
}
