package io.kindred.serving.events;

import io.kindred.core.online.Event;
import io.kindred.core.online.EventLog;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Sends events into the channel and waits until its other end has them on disk. */
@Singleton
public final class EventIntake {
    private final Emitter<EventBatch> channel;

    EventIntake(
            @Channel(EventSink.CHANNEL) @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) Emitter<EventBatch> channel) {
        this.channel = channel;
    }

    /**
     * Makes events durable.
     *
     * @throws io.kindred.core.online.EventLogException if they cannot be written; then none was
     */
    public EventLog.Receipt accept(List<Event> events) {
        CompletableFuture<Void> durable = new CompletableFuture<>();
        ReceiptSlot receipt = new ReceiptSlot();
        channel.send(Message.of(
                new EventBatch(events),
                Metadata.of(receipt),
                () -> {
                    durable.complete(null);
                    return CompletableFuture.completedFuture(null);
                },
                failure -> {
                    durable.completeExceptionally(failure);
                    return CompletableFuture.completedFuture(null);
                }));
        try {
            durable.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
        return receipt.get();
    }
}
