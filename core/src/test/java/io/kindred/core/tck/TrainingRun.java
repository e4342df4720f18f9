package io.kindred.core.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.core.data.TrainingData;
import io.kindred.core.model.EpochListener;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.ParameterSchema;
import io.kindred.core.model.Recommender;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.TrainingContext;
import java.time.Duration;
import java.util.HashMap;
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

    /** As many epochs as the schema allows on more data than other tests train on. */
    static <P extends Record> TrainingRun ofMostEpochs(
            ModelProvider<P> provider, ParameterSchema<P> schema, P parameters, TrainingContext context) {
        Map<String, Object> values = new HashMap<>(schema.toMap(parameters));
        for (ParameterSchema.Parameter parameter : schema.parameters()) {
            if (parameter.name().equals("epochs") && parameter.max() < Integer.MAX_VALUE) {
                values.put("epochs", (long) parameter.max());
            }
        }
        TrainingData data = ContractData.random(17, 2_000, 1_000, 60_000);
        return new TrainingRun(provider.trainer(schema.fromMap(values)), data, context);
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

    /** Fails unless training, told to stop, is over within a limit and says that it was interrupted. */
    void assertStopped(Duration limit) throws InterruptedException {
        assertThat(thread.join(limit))
                .as("training ended within %s of being stopped", limit)
                .isTrue();
        if (model != null) {
            // So fast that it was through before it could be stopped.
            model.close();
        } else {
            assertThat(failure).isInstanceOf(InterruptedException.class);
        }
    }
}
