package io.kindred.evaluation.offpolicy;

import io.kindred.core.KindredException;
import io.kindred.evaluation.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Applies estimators to a log with intervals and warnings. Stateless and thread-safe. */
public final class OffPolicyEvaluation {
    private final Intervals intervals;

    public OffPolicyEvaluation(Intervals intervals) {
        this.intervals = intervals;
    }

    /**
     * Estimates the value of a policy in several ways, side by side.
     *
     * @throws KindredException if an estimator needs predicted rewards and the log has none, or weighs and the policy chooses
     *     none of the logged actions
     */
    public OffPolicyReport evaluate(WeightedLog log, List<Estimator> estimators) {
        List<Terms> terms = new ArrayList<>(estimators.size());
        for (Estimator estimator : estimators) {
            check(log, estimator);
            terms.add(estimator.terms(log));
        }
        List<Optional<Interval>> found = intervals.of(terms);
        List<Estimate> estimates = new ArrayList<>(estimators.size());
        for (int e = 0; e < estimators.size(); e++) {
            estimates.add(new Estimate(
                    estimators.get(e).name(),
                    terms.get(e).value(),
                    Intervals.standardError(terms.get(e)),
                    found.get(e),
                    effectiveSampleSize(log, estimators.get(e)),
                    warnings(log, estimators.get(e), terms.get(e).value())));
        }
        double logged = 0;
        for (double reward : log.rewards()) {
            logged += reward;
        }
        return new OffPolicyReport(logged / log.rounds(), Overlap.of(log), estimates);
    }

    static void check(WeightedLog log, Estimator estimator) {
        if (estimator.needsPredictions() && !log.hasPredictions()) {
            throw new KindredException(estimator.name()
                    + " needs predicted rewards; give a reward model and the policy's probabilities of all actions");
        }
        if (estimator.weighs() && !log.overlaps()) {
            throw new KindredException(estimator.name()
                    + " cannot judge this policy: it never chooses any action that was logged (no overlap);"
                    + " only dm, which trusts its reward model, can");
        }
    }

    private static double effectiveSampleSize(WeightedLog log, Estimator estimator) {
        double sum = 0;
        double squares = 0;
        for (double importance : log.weights()) {
            double weight = estimator.weight(importance);
            sum += weight;
            squares += weight * weight;
        }
        return squares == 0 ? 0 : sum * sum / squares;
    }

    private static List<String> warnings(WeightedLog log, Estimator estimator, double value) {
        List<String> warnings = new ArrayList<>();
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        double lost = 0;
        double sum = 0;
        for (int i = 0; i < log.rounds(); i++) {
            lowest = Math.min(lowest, log.rewards()[i]);
            highest = Math.max(highest, log.rewards()[i]);
            sum += log.weights()[i];
            lost += log.weights()[i] - estimator.weight(log.weights()[i]);
        }
        if (value < lowest || value > highest) {
            warnings.add("the value is outside the range of the rewards: too few rounds for these weights");
        }
        if (estimator.weighs() && lost > 0.5 * sum) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "%.0f%% of the weight is cut away: the value rests on %s",
                    100 * lost / sum,
                    estimator.needsPredictions() ? "the reward model" : "what is left, and is too small"));
        }
        return warnings;
    }
}
