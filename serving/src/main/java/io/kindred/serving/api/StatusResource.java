package io.kindred.serving.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kindred.core.model.Recommender;
import io.kindred.serving.config.KindredHome;
import io.kindred.serving.events.EventStore;
import io.kindred.serving.online.DatasetInfo;
import io.kindred.serving.slot.Lease;
import io.kindred.serving.slot.ModelServing;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.management.ManagementFactory;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What this server is. */
@Path("/v1/status")
@Tag(name = "Status")
@Produces(MediaType.APPLICATION_JSON)
public final class StatusResource {
    private final ModelServing models;
    private final EventStore events;
    private final KindredHome home;
    private final ObjectMapper json;
    private final String version;

    StatusResource(
            ModelServing models,
            EventStore events,
            KindredHome home,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.models = models;
        this.events = events;
        this.home = home;
        this.json = json;
        this.version = version;
    }

    /**
     * The server.
     *
     * @param version of Kindred
     * @param dataset the data behind the models; null where nothing is known of it
     * @param live the live model; null where there is none
     * @param events how many events the log has
     * @param uptimeSeconds since the start of the process
     */
    public record StatusView(String version, DatasetInfo dataset, ModelName live, long events, double uptimeSeconds) {}

    @GET
    @Operation(operationId = "getStatus", summary = "Version, data and live model of this server")
    public StatusView get() {
        return new StatusView(
                version,
                dataset(),
                models.live().map(ModelName::of).orElse(null),
                events.size(),
                ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0);
    }

    /** Sizes that the description of the data leaves out are those of the live model. */
    private DatasetInfo dataset() {
        DatasetInfo info = DatasetInfo.read(home, json).orElse(null);
        if (info == null || models.live().isEmpty() || (info.users() != null && info.items() != null)) {
            return info;
        }
        try (Lease lease = models.lease(null)) {
            Recommender model = lease.recommender();
            return new DatasetInfo(
                    info.name(),
                    info.simulated(),
                    Objects.requireNonNullElse(
                            info.users(), (long) model.users().size()),
                    Objects.requireNonNullElse(
                            info.items(), (long) model.items().size()));
        }
    }
}
