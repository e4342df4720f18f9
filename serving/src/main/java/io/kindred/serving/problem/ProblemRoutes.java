package io.kindred.serving.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;

/** Problem documents for what fails before it reaches the API, such as an unknown address or a body that is too large. */
@Singleton
public final class ProblemRoutes {
    private static final Map<Integer, ProblemType> TYPES = Map.of(
            400, ProblemType.REQUEST_FAILED,
            404, ProblemType.NOT_FOUND,
            405, ProblemType.METHOD_NOT_ALLOWED,
            406, ProblemType.NOT_ACCEPTABLE,
            413, ProblemType.BODY_TOO_LARGE,
            415, ProblemType.UNSUPPORTED_MEDIA_TYPE);

    private final ObjectMapper json;

    ProblemRoutes(ObjectMapper json) {
        this.json = json;
    }

    void register(@Observes Router router) {
        TYPES.forEach((status, type) -> router.errorHandler(status, context -> answer(context, type)));
    }

    private void answer(RoutingContext context, ProblemType type) {
        send(context, json, Problem.of(type, detail(type)));
    }

    /** Sends a problem document from a Vert.x handler. */
    public static void send(RoutingContext context, ObjectMapper json, Problem problem) {
        if (context.response().ended()) {
            return;
        }
        try {
            context.response()
                    .setStatusCode(problem.status())
                    .putHeader("Content-Type", Problem.MEDIA_TYPE)
                    .end(json.writeValueAsString(problem));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem document is always writable", e);
        }
    }

    private static String detail(ProblemType type) {
        return switch (type) {
            case NOT_FOUND -> "there is no such address; see /q/openapi for those there are";
            case BODY_TOO_LARGE -> "the body is larger than allowed";
            default -> type.title();
        };
    }
}
