package io.kindred.core.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.core.model.ArtifactKind;
import io.kindred.core.scorer.Dispatcher;
import io.kindred.core.scorer.RecommendationQuery;
import io.kindred.core.scorer.ToyModels;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Artifacts of every released format load for ever. The files under {@code src/test/resources/artifacts/v1} were written by
 * the first version of format 1 from {@link ToyModels} and are never written again; a new format adds a folder.
 */
class GoldenArtifactsTest {
    private static final Path FORMAT_1 = Path.of("src", "test", "resources", "artifacts", "v1");

    @TempDir
    Path dir;

    @ParameterizedTest
    @EnumSource(
            value = ArtifactKind.class,
            names = {"POPULARITY", "ITEM_SIMILARITY", "FACTORS"})
    void formatOneStillGivesItsFirstAnswers(ArtifactKind kind) {
        Path golden = FORMAT_1.resolve(kind.id());

        assertThat(Artifacts.verify(golden).formatVersion()).isEqualTo(1);
        try (OpenArtifact artifact = Artifacts.open(golden)) {
            for (String user : new String[] {"u0", "u1", "u2", "nobody"}) {
                RecommendationQuery query = RecommendationQuery.forUser(user, 6);
                assertThat(Dispatcher.recommend(artifact.model(), query))
                        .isEqualTo(Dispatcher.recommend(ToyModels.of(kind), query));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ArtifactKind.class,
            names = {"POPULARITY", "ITEM_SIMILARITY", "FACTORS"})
    void whatIsWrittenTodayHasTheSameBytes(ArtifactKind kind) throws Exception {
        Path written = dir.resolve("model");
        Manifest manifest = Artifacts.save(written, ToyModels.of(kind), ToyModels.DETAILS);

        assertThat(manifest.files())
                .isEqualTo(Artifacts.manifest(FORMAT_1.resolve(kind.id())).files());
        for (Manifest.Entry file : manifest.files()) {
            assertThat(Files.readAllBytes(written.resolve(file.name())))
                    .isEqualTo(Files.readAllBytes(FORMAT_1.resolve(kind.id()).resolve(file.name())));
        }
    }
}
