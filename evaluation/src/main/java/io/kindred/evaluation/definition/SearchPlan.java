package io.kindred.evaluation.definition;

import io.kindred.core.KindredException;
import io.kindred.evaluation.search.Asha;
import io.kindred.evaluation.search.GridSampler;
import io.kindred.evaluation.search.Pruner;
import io.kindred.evaluation.search.RandomSampler;
import io.kindred.evaluation.search.Sampler;
import io.kindred.evaluation.search.TpeSampler;

/**
 * How settings are searched for on validation. Immutable.
 *
 * @param strategy how settings are chosen
 * @param seed of the settings drawn
 * @param points of a grid
 * @param pruning which trials are broken off
 * @param minEpochs first rung of asha
 * @param eta of asha
 * @param finalists how many settings are compared over all seeds
 */
public record SearchPlan(
        @Key(
                doc =
                        "how settings are chosen: grid takes all combinations, random draws, tpe learns from earlier trials"
                                + " (Bayesian)",
                preset = "tpe",
                shorthand = true)
        Strategy strategy,

        @Key(doc = "seed of the settings drawn", preset = "1")
        long seed,

        @Key(doc = "how many values of a number a grid takes", preset = "3", legal = "a whole number from 2 to 100")
        int points,

        @Key(
                doc =
                        "which trials are broken off: none, or with asha (successive halving) all that after 1, 4, 16, ..."
                                + " epochs are not among the best quarter; for models that report epochs",
                preset = "none")
        Pruning pruning,

        @Key(doc = "after how many epochs asha looks for the first time", preset = "1", legal = "a whole number from 1")
        int minEpochs,

        @Key(
                doc = "by how much the looks of asha are apart and the trials become fewer",
                preset = "4",
                legal = "a whole number from 2")
        int eta,

        @Key(
                doc =
                        "with several seeds, how many of the best settings of the first are tried on the validation parts of"
                                + " all; the best mean wins",
                preset = "1",
                legal = "a whole number from 1")
        int finalists) {
    /** Ways to choose settings. */
    public enum Strategy {
        GRID,
        RANDOM,
        TPE
    }

    /** Ways to break trials off. */
    public enum Pruning {
        NONE,
        ASHA
    }

    public SearchPlan {
        new GridSampler(points);
        new Asha(minEpochs, eta);
        if (finalists < 1) {
            throw new KindredException("finalists is " + finalists + " but must be at least 1");
        }
    }

    /** How settings are chosen. */
    public Sampler sampler() {
        return switch (strategy) {
            case GRID -> new GridSampler(points);
            case RANDOM -> new RandomSampler();
            case TPE -> TpeSampler.DEFAULT;
        };
    }

    /** Which trials are broken off. */
    public Pruner pruner() {
        return switch (pruning) {
            case NONE -> new Pruner.None();
            case ASHA -> new Asha(minEpochs, eta);
        };
    }
}
