package io.kindred.serving.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kindred.serving.config.KindredConfig;
import io.kindred.serving.problem.Problem;
import io.kindred.serving.problem.ProblemRoutes;
import io.kindred.serving.problem.ProblemType;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks at every request first: refuses foreign host names and sets the security headers of the answer. */
@Singleton
final class RequestGuard {
    private static final String POLICY = "Content-Security-Policy";
    private static final String CACHE = "Cache-Control";
    private static final int BEFORE_ALL = 1000;

    private final HostNames hosts;
    private final String policy;
    private final ObjectMapper json;

    RequestGuard(KindredConfig config, ObjectMapper json, @ConfigProperty(name = "quarkus.http.host") String boundTo) {
        this.hosts = HostNames.of(boundTo, config.security().allowedHosts());
        this.policy = PagePolicy.load(Thread.currentThread().getContextClassLoader());
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::guard, BEFORE_ALL);
    }

    private void guard(RoutingContext context) {
        HttpServerResponse response = context.response();
        response.putHeader("X-Content-Type-Options", "nosniff");
        response.putHeader("X-Frame-Options", "DENY");
        response.putHeader("Referrer-Policy", "no-referrer");
        response.putHeader("Cross-Origin-Resource-Policy", "same-origin");
        boolean api = context.normalizedPath().startsWith("/v1/")
                || context.normalizedPath().startsWith("/q/");
        context.addHeadersEndHandler(_ -> {
            if (!response.headers().contains(POLICY)) {
                response.putHeader(POLICY, policy);
            }
            if (!api) {
                // The page is asked for anew each time, so that a new version is seen at once.
                response.putHeader(CACHE, "no-cache");
            } else if (!response.headers().contains(CACHE)) {
                response.putHeader(CACHE, "no-store");
            }
        });
        String host = context.request().getHeader("Host");
        if (host == null && context.request().authority() != null) {
            host = context.request().authority().toString();
        }
        if (hosts.allows(host)) {
            context.next();
        } else {
            ProblemRoutes.send(
                    context,
                    json,
                    Problem.of(
                            ProblemType.HOST_REFUSED,
                            "the server does not answer as '" + shorten(host)
                                    + "'; use localhost, or allow the name with KINDRED_SECURITY_ALLOWED_HOSTS"));
        }
    }

    private static String shorten(String host) {
        return host == null || host.length() <= 100 ? host : host.substring(0, 100) + "...";
    }
}
