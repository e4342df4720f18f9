package io.kindred.evaluation.experiment;

import java.util.List;

/**
 * Everything a run folder holds, in memory: what pages and tables are made of. Immutable.
 *
 * @param facts what was run, on what, where
 * @param models in the order of the experiment file
 * @param trials of the searches, in the order they were begun; empty without a search
 * @param curves what was heard after each epoch; empty where no model reports epochs
 */
public record RunResults(RunFacts facts, List<ModelResult> models, List<TrialRecord> trials, List<CurvePoint> curves) {
    public RunResults {
        models = List.copyOf(models);
        trials = List.copyOf(trials);
        curves = List.copyOf(curves);
    }
}
