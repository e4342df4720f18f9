package io.kindred.serving.config;

import io.kindred.core.KindredException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where things are in the Kindred home.
 *
 * @param root absolute path of the home
 */
public record KindredHome(Path root) {
    public KindredHome {
        root = root.toAbsolutePath().normalize();
    }

    /**
     * The home, created for its owner alone where it is missing.
     *
     * @throws KindredException if it cannot be created or written to
     */
    public static KindredHome prepare(Path root) {
        KindredHome home = new KindredHome(root);
        try {
            OwnerOnly.createFolders(home.root());
            for (Path folder :
                    new Path[] {home.models(), home.artifacts(), home.online(), home.posters(), home.events()}) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new KindredException(
                    "the Kindred home " + home.root() + " cannot be prepared: " + e.getMessage()
                            + "; set KINDRED_HOME to a folder you can write to",
                    e);
        }
        return home;
    }

    /** Published models: {@code NAME/VERSION}. */
    public Path models() {
        return root.resolve("models");
    }

    /** Where artifacts may be published from, unless configured otherwise. */
    public Path artifacts() {
        return root.resolve("artifacts");
    }

    /** Tables for serving. */
    public Path online() {
        return root.resolve("online");
    }

    /** Pictures of items. */
    public Path posters() {
        return online().resolve("posters");
    }

    /** The event log. */
    public Path events() {
        return root.resolve("events");
    }

    /** The embedded database. */
    public Path database() {
        return root.resolve("db");
    }

    /** The token of admin requests. */
    public Path token() {
        return root.resolve("token");
    }

    /** Locked by the running server. */
    public Path lock() {
        return root.resolve("server.lock");
    }
}
