package io.kindred.evaluation.search;

import io.kindred.evaluation.stats.SplitMix64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Settings drawn independently and uniformly on every axis (Bergstra and Bengio: Random Search for Hyper-Parameter
 * Optimization, 2012); one that was tried already is drawn again.
 */
public record RandomSampler() implements Sampler {
    private static final int DRAWS = 1000;

    @Override
    public String name() {
        return "random";
    }

    @Override
    public Optional<Map<String, Object>> next(SearchSpace space, Past past, long seed, int number) {
        return fresh(space, past.tried(), SplitMix64.stream(seed, number));
    }

    /** A setting that was not tried; empty if a thousand draws find none. */
    static Optional<Map<String, Object>> fresh(SearchSpace space, Set<Map<String, Object>> tried, SplitMix64 random) {
        for (int draw = 0; draw < DRAWS; draw++) {
            Map<String, Object> setting = space.draw(random);
            if (!tried.contains(setting) && space.legal().test(setting)) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }
}
