package io.kindred.evaluation.search;

import io.kindred.evaluation.experiment.TrialRecord;
import java.util.List;
import java.util.Optional;

/**
 * What a search found. Immutable.
 *
 * @param name what the experiment calls the model
 * @param trials in the order of their numbers
 * @param best the trial with the best value of those that were not pruned, the first of several; empty if none succeeded
 * @param seconds wall time of all trials together
 * @param processorSeconds processor time of all trials together
 * @param notes what a reader of the result must know, in words
 */
public record SearchResult(
        String name,
        List<TrialRecord> trials,
        Optional<TrialRecord> best,
        double seconds,
        double processorSeconds,
        List<String> notes) {
    public SearchResult {
        trials = List.copyOf(trials);
        notes = List.copyOf(notes);
    }
}
