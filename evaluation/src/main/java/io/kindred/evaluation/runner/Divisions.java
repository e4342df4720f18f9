package io.kindred.evaluation.runner;

import io.kindred.evaluation.split.Split;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The divisions of the data for a run's seeds: made when first asked for, shared where the seed changes nothing, and let go
 * once nobody needs them. Thread-safe.
 */
final class Divisions {
    private final Divider divider;
    private final Map<Long, Split> made = new HashMap<>();
    private final Map<Long, Integer> waiting = new HashMap<>();

    /**
     * @param tasks who will {@link #release} what they got
     */
    Divisions(Divider divider, List<RunTask> tasks) {
        this.divider = divider;
        tasks.forEach(task -> waiting.merge(divider.key(task.seed()), 1, Integer::sum));
    }

    synchronized Split testing(long seed) {
        return made.computeIfAbsent(divider.key(seed), key -> divider.testing(seed));
    }

    synchronized void release(long seed) {
        long key = divider.key(seed);
        if (waiting.merge(key, -1, Integer::sum) <= 0) {
            made.remove(key);
        }
    }
}
