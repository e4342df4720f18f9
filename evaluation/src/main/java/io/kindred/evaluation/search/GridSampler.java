package io.kindred.evaluation.search;

import io.kindred.core.KindredException;
import io.kindred.evaluation.stats.SplitMix64;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every combination of some values of each parameter, in an order that the seed decides: a search that ends early has then
 * looked everywhere rather than in one corner.
 *
 * @param points how many values of a number are tried, evenly spaced on its axis and with both ends; 2 to 100
 */
public record GridSampler(int points) implements Sampler {
    /** Three values of a number. */
    public static final GridSampler DEFAULT = new GridSampler(3);

    private static final int LARGEST = 1_000_000;

    public GridSampler {
        if (points < 2 || points > 100) {
            throw new KindredException("a grid has " + points + " points in a dimension but must have from 2 to 100");
        }
    }

    @Override
    public String name() {
        return "grid";
    }

    /**
     * How many settings there are.
     *
     * @throws KindredException if there are more than a million
     */
    public int size(SearchSpace space) {
        double size = 1;
        for (Dimension dimension : space.dimensions()) {
            size *= dimension.grid(points).size();
        }
        if (size > LARGEST) {
            throw new KindredException(String.format(
                    java.util.Locale.ROOT,
                    "the grid of model '%s' has %.3g settings, but at most %,d can be searched; search fewer than its %d"
                            + " parameters, shorter lists, or with random or tpe",
                    space.model(),
                    size,
                    LARGEST,
                    space.dimensions().size()));
        }
        return (int) size;
    }

    @Override
    public Optional<Map<String, Object>> next(SearchSpace space, Past past, long seed, int number) {
        int[] order = new int[size(space)];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        new SplitMix64(seed).shuffle(order, 0, order.length);
        List<List<Object>> values = new ArrayList<>();
        for (Dimension dimension : space.dimensions()) {
            values.add(dimension.grid(points));
        }
        Set<Map<String, Object>> tried = past.tried();
        for (int index : order) {
            Map<String, Object> setting = setting(space, values, index);
            if (!tried.contains(setting) && space.legal().test(setting)) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }

    /** The digits of the index, each to the base of its dimension. */
    private static Map<String, Object> setting(SearchSpace space, List<List<Object>> values, int index) {
        Map<String, Object> all = new LinkedHashMap<>(space.base());
        int rest = index;
        for (int d = 0; d < values.size(); d++) {
            List<Object> choices = values.get(d);
            all.put(space.dimensions().get(d).name(), choices.get(rest % choices.size()));
            rest /= choices.size();
        }
        return all;
    }
}
