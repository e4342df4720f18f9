package io.kindred.serving.events;

import io.kindred.core.online.EventLog;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** The end of the event channel: a message is acknowledged when its events are on disk. */
@ApplicationScoped
public class EventSink {
    /** The channel of event batches. */
    static final String CHANNEL = "event-intake";

    private final EventStore store;
    private final MeterRegistry meters;

    EventSink(EventStore store, MeterRegistry meters) {
        this.store = store;
        this.meters = meters;
    }

    /** Writes a batch. Batches are written at the same time, so that they share the waiting for the disk. */
    @Incoming(CHANNEL)
    @Blocking(ordered = false)
    public CompletionStage<Void> write(Message<EventBatch> message) {
        EventLog.Receipt receipt;
        try {
            receipt = store.append(message.getPayload().events());
        } catch (RuntimeException e) {
            return message.nack(e);
        }
        meters.counter("kindred.events", "result", "accepted")
                .increment(receipt.accepted().size());
        meters.counter("kindred.events", "result", "duplicate").increment(receipt.duplicates());
        message.getMetadata(ReceiptSlot.class).ifPresent(slot -> slot.set(receipt));
        return message.ack();
    }
}
