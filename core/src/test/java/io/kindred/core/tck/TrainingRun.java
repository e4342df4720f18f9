package io.kindred.core.tck;

import io.kindred.core.data.TrainingData;
import io.kindred.core.model.EpochListener;
import io.kindred.core.model.Recommender;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.TrainingContext;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A training run on a thread of its own, which a test may stop. */
final class TrainingRun {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final Thread thread;
    private volatile Throwable failure;
    private volatile Recommender model;

    TrainingRun(Trainer trainer, TrainingData data, TrainingContext context) {
        EpochListener listener = new EpochListener() {
            @Override
            public void onStart(int epochs) {
                begun.countDown();
            }

            @Override
            public Verdict onEpoch(int epoch, Map<String, Double> metrics, Supplier<? extends Recommender> snapshot) {
                begun.countDown();
                return Verdict.CONTINUE;
            }
        };
        this.thread = Thread.ofPlatform().daemon().name("contract-training").unstarted(() -> {
            try {
                model = trainer.train(data, context.withListener(listener));
            } catch (Throwable e) {
                failure = e;
            } finally {
                begun.countDown();
            }
        });
    }

    /** Starts training and returns when the listener has first heard of it or it is over. */
    void start(Duration limit) throws InterruptedException {
        thread.start();
        boolean heard = begun.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        if (!heard) {
            throw new AssertionError("training neither called its listener nor ended within " + limit);
        }
    }

    void interrupt() {
        thread.interrupt();
    }

    /** Whether the run is over within a limit. */
    boolean endsWithin(Duration limit) throws InterruptedException {
        return thread.join(limit);
    }

    /** What training threw, or null. */
    Throwable failure() {
        return failure;
    }

    /** What training returned, or null. */
    Recommender model() {
        return model;
    }
}
