package io.kindred.serving.slot;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Models that requests name besides the live one: opened when first asked for, kept until others push them out, the least
 * recently used first. Thread-safe; several requests for a model that is not open yet wait for one opening.
 */
public final class ModelPool implements AutoCloseable {
    private final int capacity;
    private final Map<ModelKey, CompletableFuture<ServedModel>> open = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param capacity how many stay open at most, at least 1
     */
    public ModelPool(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity is " + capacity + " but must be at least 1");
        }
        this.capacity = capacity;
    }

    /**
     * A use of a model.
     *
     * @param opener opens it if it is not open
     */
    public Lease lease(ModelKey key, Supplier<ServedModel> opener) {
        while (true) {
            CompletableFuture<ServedModel> mine = new CompletableFuture<>();
            CompletableFuture<ServedModel> known;
            synchronized (open) {
                known = open.putIfAbsent(key, mine);
            }
            if (known == null) {
                openInto(key, mine, opener);
                known = mine;
            }
            Optional<Lease> lease = await(known).lease();
            if (lease.isPresent()) {
                evict();
                return lease.get();
            }
        }
    }

    /** How many are open or being opened. */
    int size() {
        synchronized (open) {
            return open.size();
        }
    }

    @Override
    public void close() {
        List<CompletableFuture<ServedModel>> all;
        synchronized (open) {
            all = new ArrayList<>(open.values());
            open.clear();
        }
        for (CompletableFuture<ServedModel> each : all) {
            var _ = each.thenAccept(ServedModel::retire);
        }
    }

    private void openInto(ModelKey key, CompletableFuture<ServedModel> mine, Supplier<ServedModel> opener) {
        try {
            mine.complete(opener.get());
        } catch (RuntimeException | Error e) {
            synchronized (open) {
                open.remove(key, mine);
            }
            mine.completeExceptionally(e);
        }
    }

    private static ServedModel await(CompletableFuture<ServedModel> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private void evict() {
        List<ServedModel> evicted = new ArrayList<>();
        synchronized (open) {
            Iterator<CompletableFuture<ServedModel>> oldestFirst = open.values().iterator();
            while (open.size() > capacity && oldestFirst.hasNext()) {
                CompletableFuture<ServedModel> candidate = oldestFirst.next();
                if (candidate.isDone() && !candidate.isCompletedExceptionally()) {
                    evicted.add(candidate.join());
                    oldestFirst.remove();
                }
            }
        }
        evicted.forEach(ServedModel::retire);
    }
}
