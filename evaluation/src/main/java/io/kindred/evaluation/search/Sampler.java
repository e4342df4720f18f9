package io.kindred.evaluation.search;

import java.util.Map;
import java.util.Optional;

/**
 * How the settings of a search are chosen. What a sampler chooses depends on the seed, the number of the trial and the past
 * alone, so a search that was broken off goes on as it would have. No setting is chosen twice. Immutable.
 */
public sealed interface Sampler permits GridSampler, RandomSampler, TpeSampler {
    /** As in experiment files: grid, random or tpe. */
    String name();

    /**
     * The setting of a trial, with all hyper-parameters.
     *
     * @return empty when there is nothing left to try
     */
    Optional<Map<String, Object>> next(SearchSpace space, Past past, long seed, int number);
}
