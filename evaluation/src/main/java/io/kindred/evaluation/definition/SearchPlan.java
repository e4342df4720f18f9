package io.kindred.evaluation.definition;

/**
 * How settings are searched for on validation. Immutable.
 *
 * @param strategy which settings are tried
 * @param seed of the settings drawn
 * @param pruning whether trials that do badly after some epochs are broken off
 */
public record SearchPlan(
        @Key(
                doc =
                        "how settings are chosen: grid takes all combinations, random draws, tpe learns from earlier trials"
                                + " (Bayesian), asha gives many settings few epochs and the best more",
                preset = "tpe",
                shorthand = true)
        Strategy strategy,

        @Key(doc = "seed of the settings drawn", preset = "1")
        long seed,

        @Key(
                doc =
                        "whether a trial that after some epochs is worse than half of the others is broken off (models that"
                                + " report epochs)",
                preset = "false")
        boolean pruning) {
    /** Ways to choose settings. */
    public enum Strategy {
        GRID,
        RANDOM,
        TPE,
        ASHA
    }
}
