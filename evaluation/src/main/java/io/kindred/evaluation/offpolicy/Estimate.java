package io.kindred.evaluation.offpolicy;

import io.kindred.evaluation.stats.Interval;
import java.util.List;
import java.util.Optional;

/**
 * What an estimator says about a policy.
 *
 * @param estimator its name with its hyper-parameter
 * @param value the estimated mean reward of a round
 * @param standardError of the value, from the linearised contributions of the rounds; NaN with a single round
 * @param interval of the value; empty with a single round
 * @param effectiveSampleSize how many rounds of equal weight the observed rewards are worth: (sum of weights)^2 / sum of
 *     squared weights, of the weights as this estimator uses them; 0 for the direct method, which observes none
 * @param warnings why the value should be taken with care, sentences for people; those of the log as a whole are in {@link
 *     Overlap}
 */
public record Estimate(
        String estimator,
        double value,
        double standardError,
        Optional<Interval> interval,
        double effectiveSampleSize,
        List<String> warnings) {
    public Estimate {
        warnings = List.copyOf(warnings);
    }
}
