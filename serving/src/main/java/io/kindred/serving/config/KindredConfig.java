package io.kindred.serving.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Every setting of the server that is Kindred's own; each is also an environment variable ({@code kindred.events.open} is
 * {@code KINDRED_EVENTS_OPEN}). Address and port are {@code quarkus.http.host} and {@code quarkus.http.port}.
 */
@ConfigMapping(prefix = "kindred")
public interface KindredConfig {
    /** The folder with everything the server keeps: token, models, event log, online tables and the embedded database. */
    @WithDefault("${user.home}/.kindred")
    Path home();

    Jdbc jdbc();

    Artifacts artifacts();

    Models models();

    Events events();

    Limits limits();

    Security security();

    /** The database. */
    interface Jdbc {
        /** JDBC URL of a PostgreSQL; without one the server runs its own PostgreSQL in {@code HOME/db}. */
        Optional<String> url();

        /** The user at that PostgreSQL. */
        @WithDefault("kindred")
        String user();

        /** The user's password at that PostgreSQL. */
        Optional<String> password();
    }

    /** Publishing. */
    interface Artifacts {
        /** The only folder from which artifacts may be published by path; {@code HOME/artifacts} by default. */
        Optional<Path> root();

        /** The most bytes an uploaded artifact may have, packed or unpacked. */
        @WithDefault("2147483648")
        @Min(1)
        long maxUploadBytes();

        /** The most files an uploaded artifact may have. */
        @WithDefault("64")
        @Min(1)
        @Max(10_000)
        int maxUploadFiles();
    }

    /** Open models. */
    interface Models {
        /** How many models besides the live one stay open for requests that name them. */
        @WithDefault("4")
        @Min(1)
        @Max(1000)
        int maxOpen();
    }

    /** Event intake. */
    interface Events {
        /** Whether events are taken without the token. */
        @WithDefault("false")
        boolean open();

        /** How many of a user's latest events count as recent history. */
        @WithDefault("200")
        @Min(1)
        @Max(10_000)
        int recentPerUser();
    }

    /** The largest requests. */
    interface Limits {
        /** The most bytes of a JSON body. */
        @WithDefault("1048576")
        @Min(1024)
        long maxBodyBytes();
    }

    /** Who may ask. */
    interface Security {
        /**
         * Host names, beside those of the loopback address, under which the server may be addressed. Empty means: only the
         * loopback names when bound to the loopback address, any name otherwise.
         */
        Optional<List<String>> allowedHosts();
    }
}
