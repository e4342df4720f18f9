package io.kindred.serving.security;

import io.kindred.serving.config.KindredConfig;
import jakarta.annotation.Priority;
import jakarta.inject.Provider;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** Lets {@link DataIntake} requests pass with the token, or all of them where intake is open. */
@jakarta.ws.rs.ext.Provider
@DataIntake
@Priority(Priorities.AUTHENTICATION)
final class DataIntakeFilter implements ContainerRequestFilter {
    // Filters are made while the application is built up, before the configuration is known.
    private final Provider<AdminToken> token;
    private final Provider<KindredConfig> config;

    DataIntakeFilter(Provider<AdminToken> token, Provider<KindredConfig> config) {
        this.token = token;
        this.config = config;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!config.get().events().open()) {
            AdminFilter.check(token.get(), request);
        }
    }
}
