package io.kindred.cli.server;

import io.kindred.core.KindredException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The folder from which a server may publish. An artifact that lies elsewhere is copied into it.
 *
 * @param root the folder
 */
public record ArtifactShelf(Path root) {
    /**
     * The artifact on the shelf: itself where it lies there already, else a copy.
     *
     * @throws KindredException if it cannot be copied; nothing is left behind
     */
    public Path place(Path artifact, String name) {
        Path temporary = root.resolve("." + name + ".tmp-" + UUID.randomUUID());
        List<Path> copied = new ArrayList<>();
        try {
            Files.createDirectories(root);
            Path source = artifact.toRealPath();
            if (source.startsWith(root.toRealPath())) {
                return source;
            }
            Files.createDirectory(temporary);
            copied.add(temporary);
            try (var files = Files.list(source)) {
                for (Path file : files.toList()) {
                    Path target = temporary.resolve(file.getFileName().toString());
                    copied.addFirst(target);
                    Files.copy(file, target);
                }
            }
            Path target = free(name);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            return target;
        } catch (IOException e) {
            discard(copied, e);
            throw new KindredException(
                    "cannot copy the artifact " + artifact + " to " + root + ": " + e.getMessage(), e);
        }
    }

    /** A folder name that is not taken: NAME-1, NAME-2 and so on. */
    public Path free(String name) {
        for (int number = 1; ; number++) {
            Path candidate = root.resolve(name + "-" + number);
            if (!Files.exists(candidate)) {
                return candidate;
            }
        }
    }

    private static void discard(List<Path> paths, IOException cause) {
        for (Path path : paths) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }
}
