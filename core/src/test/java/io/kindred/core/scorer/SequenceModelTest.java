package io.kindred.core.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.artifact.ArtifactException;
import io.kindred.core.artifact.Artifacts;
import io.kindred.core.artifact.OpenArtifact;
import io.kindred.core.encoder.SelfAttentionEncoder;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SequenceModelTest {
    private static final SelfAttentionEncoder.Shape SHAPE = new SelfAttentionEncoder.Shape(2, 1, 1, 2, 3);
    private static final FloatMatrix ITEMS = FloatMatrix.of(new float[] {1, 0, 0, 1, 2, 1, -1, 3, 4, 4, 0, -2}, 6, 2);

    @TempDir
    Path dir;

    /**
     * Keys are all alike, so attention is the mean of the contents, which are twice the normed vectors; the feed-forward network
     * adds (0.5, 0) and the last norm multiplies by (1, 3) and adds (0, 1).
     */
    private static float[] weights() {
        return new float[] {
            0, 0, 0, 0, 0, 0, // positions
            1, 1, 0, 0, // norm
            0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 2, // query, key, content
            0, 0, 0, 0, 0, 0, // their bias
            1, 0, 0, 1, 0, 0, // out
            1, 1, 0, 0, // norm
            0, 0, 0, 0, 0, 0, // widen
            0, 0, 0, 0, 0.5f, 0, // narrow
            1, 3, 0, 1 // norm
        };
    }

    private static SequenceModel model(float[] weights) {
        return new SequenceModel(
                new ModelInfo("toy", ArtifactKind.NETWORK, Map.of(), true),
                Vocabulary.of(List.of("u0", "u1", "u2")),
                Vocabulary.of(List.of("i0", "i1", "i2", "i3", "i4", "i5")),
                ToyModels.histories(),
                ITEMS,
                SHAPE,
                weights);
    }

    @Test
    void aSequenceIsEncodedAsComputedByHand() {
        float[] vector = new float[2];

        model(weights()).encoder().encode(ITEMS, new int[] {0, 1}, vector);

        // Normed, (1, 0) is (1, -1) and (0, 1) is (-1, 1): the mean of the contents is 0. (0, 1) + 0 + (0.5, 0) = (0.5,
        // 1),
        // normed (-1, 1) but for epsilon, then times (1, 3) plus (0, 1).
        assertThat((double) vector[0]).isCloseTo(-1, within(1e-3));
        assertThat((double) vector[1]).isCloseTo(4, within(3e-3));
    }

    @Test
    void scoresAreInnerProductsWithTheItems() {
        float[] scores = new float[6];

        model(weights()).scoreSession(new int[] {0, 1}, scores);

        double[] expected = {-1, 4, 2, 13, 12, -8};
        for (int i = 0; i < 6; i++) {
            assertThat((double) scores[i]).isCloseTo(expected[i], within(0.02));
        }
    }

    @Test
    void onlyTheLastItemsThatTheEncoderLooksAtCount() {
        float[] three = new float[6];
        float[] five = new float[6];

        model(weights()).scoreSession(new int[] {2, 3, 4}, three);
        model(weights()).scoreHistory(new int[] {5, 1, 2, 3, 4}, new float[] {1, 1, 1, 1, 1}, five);

        assertThat(five).isEqualTo(three);
    }

    @Test
    void aSavedModelAnswersTheSame() {
        Path target = dir.resolve("model");
        SequenceModel model = model(weights());
        float[] before = new float[6];
        model.scoreAll(0, before);
        Artifacts.save(target, model, ToyModels.DETAILS);

        try (OpenArtifact opened = Artifacts.open(target)) {
            float[] after = new float[6];
            ((SequenceModel) opened.model()).scoreAll(0, after);
            assertThat(after).isEqualTo(before);
        }
    }

    @Test
    void settingsThatDoNotFitTheWeightsAreRefused() throws Exception {
        Path target = dir.resolve("model");
        Artifacts.save(target, model(weights()), ToyModels.DETAILS);
        Path manifest = target.resolve("manifest.json");
        String text = Files.readString(manifest);
        for (String change :
                List.of("\"layers\" : 2", "\"layers\" : 0", "\"layers\" : 1.5", "\"layers\" : 2000000000")) {
            Files.writeString(manifest, text.replaceFirst("\"layers\" : [0-9.]+", change));
            assertThat(Files.readString(manifest)).contains(change);

            assertThatThrownBy(() -> Artifacts.open(target).close())
                    .isInstanceOf(ArtifactException.class)
                    .hasMessageContaining("do not fit together");
        }
    }

    @Test
    void weightsThatAreNoNumbersOrTooFewAreRefused() {
        float[] broken = weights();
        broken[7] = Float.NaN;
        assertThatThrownBy(() -> model(broken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a weight of the network is NaN");
        assertThatThrownBy(() -> model(new float[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs 54 weights, got 3");
    }
}
