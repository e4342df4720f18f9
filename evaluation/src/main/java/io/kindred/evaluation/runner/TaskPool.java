package io.kindred.evaluation.runner;

import io.kindred.core.KindredException;
import io.kindred.core.model.ModelCatalog;
import io.kindred.evaluation.EvaluationOptions;
import io.kindred.evaluation.experiment.SeedResult;
import io.kindred.evaluation.split.Split;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;

/**
 * Trains and measures models, several at the same time as far as threads and memory go. A model that runs out of memory beside
 * others is run once more on its own at the end. Used once, by one thread.
 */
final class TaskPool {
    private final RunFolder folder;
    private final ExperimentData data;
    private final ModelCatalog catalog;
    private final LongFunction<EvaluationOptions> options;
    private final String device;
    private final RunListener listener;
    private final RunLog log;
    private final Map<String, String> failures = Collections.synchronizedMap(new LinkedHashMap<>());
    /** Once the run cannot go on, nothing else is begun. */
    private volatile boolean stopped;

    private final List<RunTask> again = Collections.synchronizedList(new ArrayList<>());

    /**
     * @param options how to measure, for each seed
     */
    TaskPool(
            RunFolder folder,
            ExperimentData data,
            ModelCatalog catalog,
            LongFunction<EvaluationOptions> options,
            String device,
            RunListener listener,
            RunLog log) {
        this.folder = folder;
        this.data = data;
        this.catalog = catalog;
        this.options = options;
        this.device = device;
        this.listener = listener;
        this.log = log;
    }

    /**
     * Runs what is not done.
     *
     * @return why models failed, by title
     */
    Map<String, String> run(List<RunTask> tasks, Divisions divisions, Capacity capacity)
            throws IOException, InterruptedException {
        List<RunTask> open = new ArrayList<>();
        for (RunTask task : tasks) {
            if (folder.isDone(task)) {
                listener.finished(task, folder.result(task), true);
                divisions.release(task.seed());
            } else {
                open.add(task);
            }
        }
        MemoryGate gate = new MemoryGate(capacity.memory());
        try (PeakMemory memory = new PeakMemory()) {
            together(open, divisions, capacity, gate, memory);
            for (RunTask task : List.copyOf(again)) {
                listener.note(task.id() + " ran out of memory beside others and is run once more on its own");
                one(task, divisions, memory, true);
            }
        }
        return failures;
    }

    private void together(
            List<RunTask> open, Divisions divisions, Capacity capacity, MemoryGate gate, PeakMemory memory)
            throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(capacity.atOnce());
        try {
            List<Future<?>> running = new ArrayList<>();
            for (RunTask task : open) {
                running.add(pool.submit(() -> {
                    long bytes =
                            MemoryEstimate.bytes(catalog, task, data.all().interactions(), capacity.threadsPerModel());
                    gate.enter(bytes);
                    boolean well = false;
                    try {
                        if (!stopped) {
                            one(task, divisions, memory, capacity.atOnce() == 1);
                        }
                        well = true;
                    } finally {
                        stopped |= !well;
                        gate.leave(bytes);
                    }
                    return null;
                }));
            }
            for (Future<?> task : running) {
                join(task);
            }
        } finally {
            pool.shutdownNow();
            pool.close();
        }
    }

    private static void join(Future<?> task) throws InterruptedException {
        try {
            task.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case InterruptedException interrupted -> throw interrupted;
                case RuntimeException unchecked -> throw unchecked;
                case Error error -> throw error;
                default ->
                    throw new KindredException(
                            "the run cannot go on: " + e.getCause().getMessage(), e);
            }
        }
    }

    private void one(RunTask task, Divisions divisions, PeakMemory memory, boolean alone)
            throws IOException, InterruptedException {
        listener.started(task);
        TaskRun run = new TaskRun(task, listener);
        boolean over = true;
        try {
            Split split = divisions.testing(task.seed());
            SeedResult result = run.run(split, data, options.apply(task.seed()), catalog, device, memory);
            folder.save(task, result, run.curve());
            listener.finished(task, result, false);
        } catch (OutOfMemoryError e) {
            over = alone;
            if (alone) {
                fail(
                        task,
                        "out of memory with a heap of "
                                + (Runtime.getRuntime().maxMemory() >> 20)
                                + " MiB; give it more, as in KINDRED_JAVA_OPTS=-Xmx16g");
            } else {
                again.add(task);
            }
        } catch (KindredException e) {
            fail(task, e.getMessage());
        } catch (RuntimeException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            log.line(task.id() + ": " + trace.toString().replaceAll("\\R\\s*", " | "));
            fail(
                    task,
                    "an internal error (" + e.getClass().getSimpleName()
                            + (e.getMessage() == null ? "" : ": " + e.getMessage())
                            + "); the run's log.txt has its details");
        } finally {
            if (over) {
                divisions.release(task.seed());
            }
        }
    }

    private void fail(RunTask task, String why) {
        failures.putIfAbsent(task.title(), "seed " + task.seed() + ": " + why);
        listener.failed(task, why);
    }
}
