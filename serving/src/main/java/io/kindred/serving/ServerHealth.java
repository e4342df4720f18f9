package io.kindred.serving;

import io.kindred.serving.config.KindredHome;
import io.kindred.serving.events.EventStore;
import io.kindred.serving.slot.ModelServing;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: the folders can be read and events can be taken; the database has a check of its own. */
@Readiness
@Singleton
final class ServerHealth implements HealthCheck {
    private final KindredHome home;
    private final EventStore events;
    private final ModelServing models;

    ServerHealth(KindredHome home, EventStore events, ModelServing models) {
        this.home = home;
        this.events = events;
        this.models = models;
    }

    @Override
    public HealthCheckResponse call() {
        boolean ready = events.isUsable();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("Kindred")
                .withData("live", models.live().map(Object::toString).orElse("none"))
                .withData("events", events.isUsable() ? "ok" : "not usable");
        for (Path folder : new Path[] {home.models(), home.online()}) {
            boolean readable = Files.isDirectory(folder) && Files.isReadable(folder);
            answer.withData(folder.getFileName().toString(), readable ? "ok" : "not readable");
            ready &= readable;
        }
        return answer.status(ready).build();
    }
}
