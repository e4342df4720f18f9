package io.kindred.evaluation.offpolicy;

import io.kindred.core.KindredException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Chooses a hyper-parameter by SLOPE, the principle of Lepski: candidates are ordered from the widest interval, which has the
 * least bias, to the narrowest; the last one is taken whose interval, with all before it, still has a point in common. Its
 * error is within a constant of the best candidate's, without ever estimating a bias. Source: Su, Srinath and Krishnamurthy,
 * Adaptive Estimator Selection for Off-Policy Evaluation, 2020 (algorithm 1). Stateless and thread-safe.
 */
public final class Slope {
    private final Intervals intervals;

    /**
     * @param intervals how wide deviations are taken to be; the t interval where the method is the bootstrap
     */
    public Slope(Intervals intervals) {
        this.intervals = intervals;
    }

    /**
     * The choice and what led to it.
     *
     * @param chosen one of the candidates
     * @param steps all candidates in order of width
     */
    public record Choice(Estimator chosen, List<Step> steps) {
        public Choice {
            steps = List.copyOf(steps);
        }
    }

    /**
     * One candidate.
     *
     * @param estimator the candidate
     * @param value its estimate
     * @param deviation half the width of its confidence interval
     * @param compatible whether its interval of two deviations on either side, and those of all before it, share a point
     */
    public record Step(Estimator estimator, double value, double deviation, boolean compatible) {}

    /**
     * Chooses among the values of a hyper-parameter, for which bias must rise as variance falls.
     *
     * @param candidates at least one
     * @param family makes the estimator of a value, such as {@code SwitchDr::new}
     */
    public Choice choose(WeightedLog log, double[] candidates, DoubleFunction<? extends Estimator> family) {
        List<Estimator> estimators = new ArrayList<>(candidates.length);
        for (double candidate : candidates) {
            estimators.add(family.apply(candidate));
        }
        return choose(log, estimators);
    }

    /** As {@link #choose(WeightedLog, double[], DoubleFunction)} for estimators that exist already. */
    public Choice choose(WeightedLog log, List<? extends Estimator> candidates) {
        if (candidates.isEmpty()) {
            throw new KindredException("SLOPE needs at least one candidate to choose from");
        }
        if (log.rounds() < 2) {
            throw new KindredException("SLOPE needs at least two rounds to know how wide intervals are");
        }
        List<Step> ordered = new ArrayList<>(candidates.size());
        for (Estimator candidate : candidates) {
            OffPolicyEvaluation.check(log, candidate);
            Terms terms = candidate.terms(log);
            ordered.add(new Step(candidate, terms.value(), intervals.halfWidth(terms), false));
        }
        ordered.sort(Comparator.comparingDouble(Step::deviation).reversed());
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        Estimator chosen = ordered.getFirst().estimator();
        boolean compatible = true;
        List<Step> steps = new ArrayList<>(ordered.size());
        for (Step step : ordered) {
            low = Math.max(low, step.value() - 2 * step.deviation());
            high = Math.min(high, step.value() + 2 * step.deviation());
            compatible &= low <= high;
            if (compatible) {
                chosen = step.estimator();
            }
            steps.add(new Step(step.estimator(), step.value(), step.deviation(), compatible));
        }
        return new Choice(chosen, steps);
    }
}
