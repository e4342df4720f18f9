package io.kindred.evaluation.offpolicy;

import io.kindred.core.KindredException;

/**
 * Independent inverse propensity scoring: each reward is weighed by its own position alone. Unbiased where a reward depends on
 * the action at its position and nothing else of the list. Source: Li, Abbasi-Yadkori, Kveton, Muthukrishnan, Vinay and Wen,
 * Offline Evaluation of Ranking Policies with Click Models, 2018.
 */
public record IndependentIps() implements SlateEstimator {
    @Override
    public String name() {
        return "iips";
    }

    /**
     * @throws KindredException if the log or the policy does not know the probabilities of positions by themselves
     */
    @Override
    public double[] contributions(SlateFeedback log, SlatePolicy policy) {
        if (!(policy instanceof SlatePolicy.Marginal marginal)) {
            throw new KindredException(
                    "iips needs a policy that knows its probabilities position by position; use rips or cascade-dr");
        }
        double[] terms = new double[log.slates()];
        double[] into = new double[log.actionCount()];
        for (int s = 0; s < terms.length; s++) {
            for (int l = 0; l < log.length(s); l++) {
                double propensity = log.marginalPropensity(s, l);
                if (Double.isNaN(propensity)) {
                    throw new KindredException("iips needs the propensity of each position by itself, and slate " + s
                            + " has none; use rips or cascade-dr");
                }
                marginal.marginal(log, s, l, into);
                SlateEstimator.check(into, s, l);
                terms[s] += into[log.action(s, l)] / propensity * log.reward(s, l);
            }
        }
        return terms;
    }
}
