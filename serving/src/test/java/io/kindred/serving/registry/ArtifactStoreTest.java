package io.kindred.serving.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.artifact.ArtifactException;
import io.kindred.serving.TinyModels;
import io.kindred.serving.Zips;
import io.kindred.serving.config.KindredConfig;
import io.kindred.serving.config.KindredHome;
import io.kindred.serving.slot.ModelKey;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactStoreTest {
    @TempDir
    Path folder;

    @Test
    void anArtifactGetsItsPlaceWhole() throws IOException {
        KindredHome home = KindredHome.prepare(folder.resolve("home"));
        ArtifactStore store = store(home);
        byte[] zip = Zips.of(TinyModels.similarity(folder.resolve("artifact"), 1), "");

        store.keep(store.unpack(new ByteArrayInputStream(zip), -1), new ModelKey("films", 3));

        assertThat(home.models().resolve("films/3/manifest.json")).exists();
        assertThat(home.models()).isDirectoryNotContaining("glob:**/.incoming*");
        assertThat(store.highestVersion("films")).isEqualTo(3);
        assertThat(store.highestVersion("others")).isZero();
    }

    @Test
    void aFullDiskLeavesNothingBehind() throws IOException {
        KindredHome home = KindredHome.prepare(folder.resolve("home"));
        byte[] zip = Zips.of(TinyModels.similarity(folder.resolve("artifact"), 1), "");
        InputStream failing =
                new SequenceInputStream(new ByteArrayInputStream(zip, 0, zip.length / 2), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("No space left on device");
                    }

                    @Override
                    public int read(byte[] target, int offset, int length) throws IOException {
                        return read();
                    }
                });

        assertThatThrownBy(() -> store(home).unpack(failing, -1))
                .isInstanceOf(ArtifactException.class)
                .hasMessage("the artifact could not be stored: No space left on device; nothing was kept");

        assertThat(home.models()).isEmptyDirectory();
    }

    @Test
    void whatACrashLeftIsRemovedAtTheNextStart() throws IOException {
        KindredHome home = KindredHome.prepare(folder.resolve("home"));
        Path leftover = Files.createDirectory(home.models().resolve(".incoming-1"));
        Files.writeString(leftover.resolve("users.arrow"), "half");
        Path kept = Files.createDirectories(home.models().resolve("films/1"));

        store(home);

        assertThat(leftover).doesNotExist();
        assertThat(kept).exists();
    }

    private static ArtifactStore store(KindredHome home) {
        KindredConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withDefaultValue("user.home", "/none")
                .withMapping(KindredConfig.class)
                .build()
                .getConfigMapping(KindredConfig.class);
        return new ArtifactStore(home, config);
    }
}
