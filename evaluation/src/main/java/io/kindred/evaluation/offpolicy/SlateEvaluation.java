package io.kindred.evaluation.offpolicy;

import io.kindred.core.KindredException;
import io.kindred.evaluation.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Applies slate estimators to a log with intervals and warnings. Stateless and thread-safe. */
public final class SlateEvaluation {
    private static final double SMALL_SHARE = 0.1;

    private final Intervals intervals;

    public SlateEvaluation(Intervals intervals) {
        this.intervals = intervals;
    }

    /**
     * Estimates what a policy earns a slate in several ways.
     *
     * @throws KindredException if the policy would fill no logged slate as it was, or breaks the rules of probabilities
     */
    public List<Estimate> evaluate(SlateFeedback log, SlatePolicy policy, List<SlateEstimator> estimators) {
        List<Terms> terms = new ArrayList<>(estimators.size());
        List<List<String>> warnings = new ArrayList<>(estimators.size());
        List<Double> sizes = new ArrayList<>(estimators.size());
        for (SlateEstimator estimator : estimators) {
            terms.add(Terms.mean(estimator.contributions(log, policy)));
            double size = effectiveSampleSize(estimator.weights(log, policy));
            if (size == 0 && !(estimator instanceof IndependentIps)) {
                throw new KindredException(estimator.name()
                        + " cannot judge this policy: it would never show any slate that was logged (no overlap)");
            }
            sizes.add(size);
            warnings.add(
                    size < SMALL_SHARE * log.slates()
                            ? List.of(String.format(
                                    Locale.ROOT,
                                    "as whole slates the %,d are worth %.1f: the policy differs much from the logging one",
                                    log.slates(),
                                    size))
                            : List.of());
        }
        List<Optional<Interval>> found = intervals.of(terms);
        List<Estimate> estimates = new ArrayList<>(estimators.size());
        for (int e = 0; e < estimators.size(); e++) {
            estimates.add(new Estimate(
                    estimators.get(e).name(),
                    terms.get(e).value(),
                    Intervals.standardError(terms.get(e)),
                    found.get(e),
                    sizes.get(e),
                    warnings.get(e)));
        }
        return estimates;
    }

    private static double effectiveSampleSize(double[] weights) {
        double sum = 0;
        double squares = 0;
        for (double weight : weights) {
            sum += weight;
            squares += weight * weight;
        }
        return squares == 0 ? 0 : sum * sum / squares;
    }
}
