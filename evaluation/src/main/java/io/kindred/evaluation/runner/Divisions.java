package io.kindred.evaluation.runner;

import io.kindred.evaluation.split.Split;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The divisions of the data for a run's seeds: made when first asked for, shared where the seed changes nothing, and let go
 * once nobody needs them. Thread-safe.
 */
final class Divisions {
    private final Divider divider;
    private final Map<Long, Split> made = new HashMap<>();
    private final Map<Long, Integer> waiting = new HashMap<>();

    private final Consumer<Split> guard;

    /**
     * @param tasks who will {@link #release} what they got
     * @param guard looks at each division before anything is trained on it, and refuses it by an exception
     */
    Divisions(Divider divider, List<RunTask> tasks, Consumer<Split> guard) {
        this.divider = divider;
        this.guard = guard;
        tasks.forEach(task -> waiting.merge(divider.key(task.seed()), 1, Integer::sum));
    }

    synchronized Split testing(long seed) {
        return made.computeIfAbsent(divider.key(seed), key -> {
            Split split = divider.testing(seed);
            guard.accept(split);
            return split;
        });
    }

    synchronized void release(long seed) {
        long key = divider.key(seed);
        if (waiting.merge(key, -1, Integer::sum) <= 0) {
            made.remove(key);
        }
    }
}
