package io.kindred.serving;

import io.kindred.serving.slot.ModelServing;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** The last line of the start: where the server is. */
@Singleton
final class StartMessage {
    private static final Logger LOG = Logger.getLogger(StartMessage.class);

    private final ModelServing models;

    StartMessage(ModelServing models) {
        this.models = models;
    }

    void started(@ObservesAsync HttpServerStart event) {
        String host = event.options().getHost();
        String name = host.equals("0.0.0.0") || host.equals("127.0.0.1") ? "localhost" : host;
        LOG.infof(
                "Kindred is at http://%s:%d/ (live model: %s)",
                name,
                event.options().getPort(),
                models.live().map(Object::toString).orElse("none yet"));
    }
}
