package io.kindred.serving.registry;

import io.kindred.core.artifact.ArtifactException;
import io.kindred.serving.problem.ProblemException;
import io.kindred.serving.problem.ProblemType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** The only folder from which artifacts may be published by path. */
final class PublishingRoot {
    private final Path root;

    PublishingRoot(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /**
     * The real path of a folder inside.
     *
     * @param path absolute, or relative to the root
     * @throws ProblemException if it is not inside, or a link on the way leads elsewhere
     * @throws ArtifactException if there is nothing at the path
     */
    Path resolve(String path) {
        try {
            Path given = root.resolve(path);
            for (Path part : given) {
                if (part.toString().equals("..")) {
                    throw refused(path);
                }
            }
            Path inside = given.normalize();
            if (!inside.startsWith(root) || inside.equals(root)) {
                throw refused(path);
            }
            if (!Files.exists(inside, LinkOption.NOFOLLOW_LINKS)) {
                throw missing(path, null);
            }
            Path expected = root.toRealPath().resolve(root.relativize(inside));
            if (!inside.toRealPath().equals(expected)) {
                throw refused(path);
            }
            return expected;
        } catch (IOException | InvalidPathException e) {
            throw missing(path, e);
        }
    }

    private ProblemException refused(String path) {
        return new ProblemException(
                ProblemType.PATH_REFUSED,
                "'" + path + "' is not inside " + root + ", or goes through '..' or a link; copy the artifact into that"
                        + " folder, upload it as application/zip, or set KINDRED_ARTIFACTS_ROOT");
    }

    private static ArtifactException missing(String path, Exception cause) {
        return new ArtifactException("there is no artifact at '" + path + "'", cause);
    }
}
