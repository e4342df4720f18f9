package io.kindred.serving.events;

import io.kindred.core.online.Event;
import java.util.List;

/**
 * Events on their way to the log.
 *
 * @param events in the order they were sent
 */
public record EventBatch(List<Event> events) {
    public EventBatch {
        events = List.copyOf(events);
    }
}
