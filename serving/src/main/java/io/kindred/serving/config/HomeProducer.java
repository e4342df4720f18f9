package io.kindred.serving.config;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Hands the configured home to whoever needs a place in it. */
@Singleton
final class HomeProducer {
    @Produces
    @Singleton
    KindredHome home(KindredConfig config) {
        return KindredHome.prepare(config.home());
    }
}
