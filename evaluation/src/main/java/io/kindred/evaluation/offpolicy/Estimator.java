package io.kindred.evaluation.offpolicy;

import io.kindred.core.KindredException;
import java.util.List;

/**
 * A way of estimating the value of a policy from a log; w is the weight of a round (the policy's probability of the logged
 * action over its propensity), r the reward, q the predicted reward of the logged action and v the predicted reward of the
 * policy. Immutable and thread-safe.
 */
public sealed interface Estimator
        permits Ips, ClippedIps, SelfNormalizedIps, DirectMethod, DoublyRobust, SelfNormalizedDr, SwitchDr, ShrunkDr {
    /** As the command line and reports call it, with its hyper-parameter if it has one: {@code switch-dr(1.5)}. */
    String name();

    /** Whether it needs predicted rewards. */
    boolean needsPredictions();

    /** The weight with which the observed reward of a round enters. */
    double weight(double importance);

    /** What each round contributes. */
    Terms terms(WeightedLog log);

    /** Whether logged rewards enter at all, so that nothing can be said without overlap. */
    default boolean weighs() {
        return true;
    }

    /**
     * All estimators without hyper-parameter.
     *
     * @param predictions whether those that need predicted rewards are among them
     */
    static List<Estimator> plain(boolean predictions) {
        return predictions
                ? List.of(
                        new Ips(),
                        new SelfNormalizedIps(),
                        new DirectMethod(),
                        new DoublyRobust(),
                        new SelfNormalizedDr())
                : List.of(new Ips(), new SelfNormalizedIps());
    }

    /** The numbers {@code v + weight(w) * (r - q)}. */
    static double[] corrected(WeightedLog log, Estimator estimator) {
        double[] w = log.weights();
        double[] terms = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            terms[i] = log.expected()[i] + estimator.weight(w[i]) * (log.rewards()[i] - log.predicted()[i]);
        }
        return terms;
    }

    /** The numbers {@code weight(w) * r}. */
    static double[] weighted(WeightedLog log, Estimator estimator) {
        double[] w = log.weights();
        double[] terms = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            terms[i] = estimator.weight(w[i]) * log.rewards()[i];
        }
        return terms;
    }

    /** Refuses a hyper-parameter that is not in [0, infinity]. */
    static void checkParameter(String what, double value) {
        if (!(value >= 0)) {
            throw new KindredException(what + " is " + value + " but must be 0 or more");
        }
    }
}
