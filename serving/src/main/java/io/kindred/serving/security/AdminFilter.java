package io.kindred.serving.security;

import io.kindred.serving.problem.Problem;
import io.kindred.serving.problem.ProblemType;
import jakarta.annotation.Priority;
import jakarta.inject.Provider;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

/** Lets {@link AdminOnly} requests pass only with the token. */
@jakarta.ws.rs.ext.Provider
@AdminOnly
@Priority(Priorities.AUTHENTICATION)
final class AdminFilter implements ContainerRequestFilter {
    // Filters are made while the application is built up, before the home is known.
    private final Provider<AdminToken> token;

    AdminFilter(Provider<AdminToken> token) {
        this.token = token;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        check(token.get(), request);
    }

    static void check(AdminToken token, ContainerRequestContext request) {
        if (!token.matches(request.getHeaderString(HttpHeaders.AUTHORIZATION))) {
            request.abortWith(Problem.of(
                            ProblemType.INVALID_TOKEN,
                            "send the header 'Authorization: Bearer TOKEN' with the token in the file token of the"
                                    + " Kindred home")
                    .toResponse());
        }
    }
}
