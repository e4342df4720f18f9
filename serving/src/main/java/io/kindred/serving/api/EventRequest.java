package io.kindred.serving.api;

import io.kindred.core.online.Event;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Events that happened.
 *
 * @param events at least one
 */
@Schema(description = "Events that happened.")
public record EventRequest(
        @NotNull @Size(min = 1, max = Limits.MAX_EVENTS) List<@NotNull @Valid EventInput> events) {
    /**
     * One event.
     *
     * @param id the sender's own id of the event: sent again, it is the same event
     * @param user who
     * @param item with what
     * @param type what happened, as in "view" or "rating"; "impression" says only that the item was shown
     * @param time Unix seconds; now when left out
     * @param value a rating or weight
     */
    public record EventInput(
            @Schema(description = "The sender's own id of the event: sent again, it is the same event")
            @NotNull
            @Size(min = 1, max = Event.MAX_ID_LENGTH)
            String id,

            @NotNull @Size(min = 1, max = Limits.MAX_ID) String user,
            @NotNull @Size(min = 1, max = Limits.MAX_ID) String item,

            @Schema(description = "What happened; 'impression' says only that the item was shown", examples = "view")
            @NotNull
            @Size(min = 1, max = 140)
            String type,

            @Schema(description = "Unix seconds; now when left out") @Min(0) @Max(Limits.MAX_UNIX_SECONDS)
            Long time,

            @Schema(description = "A rating or weight") Double value) {
        Event toEvent(Instant now) {
            return new Event(
                    id,
                    user,
                    item,
                    type,
                    time == null ? now.getEpochSecond() : time,
                    value == null ? Double.NaN : value);
        }
    }
}
