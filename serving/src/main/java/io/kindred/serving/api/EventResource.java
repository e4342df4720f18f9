package io.kindred.serving.api;

import io.kindred.core.KindredException;
import io.kindred.core.online.Event;
import io.kindred.core.online.EventLog;
import io.kindred.serving.events.EventIntake;
import io.kindred.serving.problem.ProblemException;
import io.kindred.serving.problem.ProblemType;
import io.kindred.serving.security.DataIntake;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Takes in what users do. */
@Path("/v1/events")
@Tag(name = "Events")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class EventResource {
    private final EventIntake intake;

    EventResource(EventIntake intake) {
        this.intake = intake;
    }

    /**
     * What became of the events.
     *
     * @param accepted how many are new and now on disk
     * @param duplicates how many were there already
     */
    public record EventReceipt(int accepted, int duplicates) {}

    @POST
    @DataIntake
    @SecurityRequirement(name = "token")
    @Operation(
            operationId = "sendEvents",
            summary = "Take in events",
            description = "Answered when the events are on disk. An event id that is known already is counted and not"
                    + " stored again, so a request that got no answer can be sent again as it is.")
    public EventReceipt send(@NotNull @Valid EventRequest body) {
        EventLog.Receipt receipt = intake.accept(events(body));
        return new EventReceipt(receipt.accepted().size(), receipt.duplicates());
    }

    private static List<Event> events(EventRequest body) {
        Instant now = Instant.now();
        List<Event> events = new ArrayList<>(body.events().size());
        for (EventRequest.EventInput input : body.events()) {
            try {
                events.add(input.toEvent(now));
            } catch (KindredException e) {
                throw new ProblemException(
                        ProblemType.VALIDATION, "events[" + events.size() + "]: " + e.getMessage(), e);
            }
        }
        return events;
    }
}
