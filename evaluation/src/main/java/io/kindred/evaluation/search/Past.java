package io.kindred.evaluation.search;

import io.kindred.evaluation.experiment.TrialRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a sampler knows when it chooses the next setting. Immutable by contract.
 *
 * @param ended trials in the order of their numbers
 * @param running settings of the trials that have not ended
 * @param direction which values are good
 */
record Past(List<TrialRecord> ended, List<Map<String, Object>> running, Direction direction) {
    /** Every setting that was begun. */
    Set<Map<String, Object>> tried() {
        Set<Map<String, Object>> tried = new HashSet<>(running);
        for (TrialRecord trial : ended) {
            tried.add(trial.parameters());
        }
        return tried;
    }
}
