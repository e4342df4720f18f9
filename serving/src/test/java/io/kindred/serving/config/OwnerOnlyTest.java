package io.kindred.serving.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerOnlyTest {
    @TempDir
    Path folder;

    @Test
    void aFileAndItsFolderAreTheOwnersAlone() throws IOException {
        Path home = folder.resolve("home");
        OwnerOnly.createFolders(home);

        assertThat(OwnerOnly.createFile(home.resolve("secret"), "text")).isTrue();

        assertThat(permissions(home)).isEqualTo("rwx------");
        assertThat(permissions(home.resolve("secret"))).isEqualTo("rw-------");
        assertThat(home.resolve("secret")).hasContent("text");
    }

    @Test
    void aFileThatExistsIsLeftAlone() throws IOException {
        OwnerOnly.createFile(folder.resolve("secret"), "first");

        assertThat(OwnerOnly.createFile(folder.resolve("secret"), "second")).isFalse();

        assertThat(folder.resolve("secret")).hasContent("first");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
