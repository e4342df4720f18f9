package io.kindred.evaluation.search;

/**
 * How to search. Immutable.
 *
 * @param name what the experiment calls the model
 * @param sampler how settings are chosen
 * @param pruner which trials are stopped early
 * @param direction which values are good
 * @param seed of the sampler
 * @param budget what it may cost
 */
public record SearchSettings(
        String name, Sampler sampler, Pruner pruner, Direction direction, long seed, Budget budget) {}
