package io.kindred.core.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.artifact.ArtifactException;
import io.kindred.core.artifact.Artifacts;
import io.kindred.core.artifact.OpenArtifact;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.SparseMatrix;
import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionNeighboursModelTest {
    @TempDir
    Path dir;

    /** Sessions u0: i0, i1 and, more recent, u1: i1. */
    private static SessionNeighboursModel model(float... ranks) {
        SparseMatrix index = SparseMatrix.of(new int[] {0, 1, 3, 3, 3, 3, 3}, new int[] {0, 1, 0}, ranks, 3);
        return new SessionNeighboursModel(
                new ModelInfo("toy", ArtifactKind.USER_SIMILARITY, Map.of(), true),
                Vocabulary.of(List.of("u0", "u1", "u2")),
                Vocabulary.of(List.of("i0", "i1", "i2", "i3", "i4", "i5")),
                ToyModels.histories(),
                index,
                new SessionNeighbourhood(
                        10,
                        10,
                        5,
                        SessionNeighbourhood.Similarity.VECTOR,
                        PositionWeighting.DIVISION,
                        PositionWeighting.SAME,
                        0));
    }

    @Test
    void aSavedModelAnswersWithTheSameBits() {
        SessionNeighboursModel model = model(1, 0, 1);
        Path target = dir.resolve("model");
        Artifacts.save(target, model, ToyModels.DETAILS);

        try (OpenArtifact artifact = Artifacts.open(target)) {
            assertThat(artifact.model()).hasSameClassAs(model);
            for (RecommendationQuery query : List.of(
                    RecommendationQuery.forUser("u1", 5),
                    RecommendationQuery.forUser("u2", 5),
                    RecommendationQuery.builder().session(List.of("i5", "i1")).build())) {
                assertThat(Dispatcher.recommend(artifact.model(), query)).isEqualTo(Dispatcher.recommend(model, query));
            }
        }
    }

    @Test
    void ranksThatMakeNoSenseEndNevertheless() {
        float[] scores = new float[6];

        model(Float.NaN, Float.NaN, Float.NaN).scoreSession(new int[] {0, 1}, scores);
        assertThat(scores).containsOnly(Float.NaN);

        model(-1, 5, Float.NaN).scoreSession(new int[] {0, 1}, scores);
        assertThat(scores[1]).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "place_weighting, 2, 9",
        "similarity, 1, -1",
        "neighbours, 10, 0",
        "sample_size, 10, -5",
        "last_items, 5, 101",
        "idf_weight, 0, -2"
    })
    void settingsOutOfRangeAreRefusedOnLoading(String name, int legal, int illegal) throws IOException {
        Path target = dir.resolve("model");
        Artifacts.save(target, model(1, 0, 1), ToyModels.DETAILS);
        Path manifest = target.resolve("manifest.json");
        String before = Files.readString(manifest);
        String after = before.replace("\"" + name + "\" : " + legal + ".0", "\"" + name + "\" : " + illegal + ".0");
        assertThat(after).isNotEqualTo(before);
        Files.writeString(manifest, after);

        assertThatThrownBy(() -> Artifacts.open(target))
                .isInstanceOf(ArtifactException.class)
                .hasMessageContaining(String.valueOf(illegal));
    }

    /** Stored by their place: a changed order would change what saved models answer. */
    @Test
    void storedConstantsKeepTheirPlaces() {
        assertThat(PositionWeighting.values())
                .containsExactly(
                        PositionWeighting.SAME,
                        PositionWeighting.LINEAR,
                        PositionWeighting.DIVISION,
                        PositionWeighting.QUADRATIC,
                        PositionWeighting.LOGARITHMIC);
        assertThat(SessionNeighbourhood.Similarity.values())
                .containsExactly(SessionNeighbourhood.Similarity.COSINE, SessionNeighbourhood.Similarity.VECTOR);
    }

    @Test
    void weightingsAreThoseOfTheLiterature() {
        // Place 7 of 10 is three steps before the last: as a match it is step 4.
        assertThat(PositionWeighting.LINEAR.ofPlace(7, 10)).isCloseTo(0.7, within(1e-12));
        assertThat(PositionWeighting.LINEAR.ofPlace(1, 30)).isZero();
        assertThat(PositionWeighting.LINEAR.ofStep(4)).isCloseTo(0.6, within(1e-12));
        assertThat(PositionWeighting.DIVISION.ofPlace(7, 10)).isCloseTo(0.7, within(1e-12));
        assertThat(PositionWeighting.DIVISION.ofStep(4)).isEqualTo(0.25);
        assertThat(PositionWeighting.QUADRATIC.ofPlace(7, 10)).isCloseTo(0.49, within(1e-12));
        assertThat(PositionWeighting.QUADRATIC.ofStep(4)).isEqualTo(0.0625);
        assertThat(PositionWeighting.LOGARITHMIC.ofPlace(7, 10)).isCloseTo(1 / Math.log10(4.7), within(1e-12));
        assertThat(PositionWeighting.LOGARITHMIC.ofStep(4)).isCloseTo(1 / Math.log10(5.7), within(1e-12));
    }
}
