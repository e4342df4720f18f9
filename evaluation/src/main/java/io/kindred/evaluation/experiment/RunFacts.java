package io.kindred.evaluation.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was run, on what data and on which machine. Immutable.
 *
 * @param name of the experiment
 * @param run the folder's name, unique among the runs of an experiment
 * @param started ISO 8601, UTC
 * @param finished ISO 8601, UTC; empty while models are missing
 * @param command the exact command line
 * @param chooseBy the metric that ranks the models and that searches maximise on validation, as in "ndcg@10"
 * @param at cut-offs, ascending
 * @param seeds of the runs of each model
 * @param data name, counts, snapshot and hashes of the data, as in an evaluation report
 * @param protocol name, settings and hash
 * @param environment library, JDK, operating system, processor, cores, memory, threads
 * @param notes what a reader must know, in words
 */
public record RunFacts(
        String name,
        String run,
        String started,
        String finished,
        String command,
        String chooseBy,
        List<Integer> at,
        List<Long> seeds,
        Map<String, Object> data,
        Map<String, Object> protocol,
        Map<String, Object> environment,
        List<String> notes) {
    public RunFacts {
        at = List.copyOf(at);
        seeds = List.copyOf(seeds);
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        protocol = Collections.unmodifiableMap(new LinkedHashMap<>(protocol));
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        notes = List.copyOf(notes);
    }
}
