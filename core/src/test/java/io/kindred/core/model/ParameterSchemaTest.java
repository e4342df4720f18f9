package io.kindred.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import io.kindred.core.model.ModelCard.Family;
import io.kindred.core.model.ModelCard.Feedback;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterSchemaTest {
    enum Kind {
        COSINE,
        BM_25
    }

    record Parameters(
            @Param(doc = "embedding size", min = 1, max = 64)
            int factors,

            @Param(doc = "step", min = 0, max = 1) float learningRate,
            @Param(doc = "similarity") Kind similarity,
            @Param(doc = "whether") boolean flag) {}

    record Undocumented(int factors) {}

    private record Provider<P extends Record>(Class<P> parametersType, P defaults) implements ModelProvider<P> {
        @Override
        public String name() {
            return "toy";
        }

        @Override
        public ModelCard card() {
            return new ModelCard("T", Family.BASELINE, "s", "p", Feedback.ANY, ArtifactKind.POPULARITY, true);
        }

        @Override
        public Trainer trainer(P parameters) {
            return (data, context) -> null;
        }
    }

    private final ParameterSchema<Parameters> schema =
            ParameterSchema.of(new Provider<>(Parameters.class, new Parameters(8, 0.05f, Kind.COSINE, true)));

    @Test
    void describesEveryComponent() {
        assertThat(schema.parameters())
                .extracting(ParameterSchema.Parameter::name, ParameterSchema.Parameter::legal)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("factors", "an integer from 1 to 64"),
                        org.assertj.core.api.Assertions.tuple("learningRate", "a number from 0 to 1"),
                        org.assertj.core.api.Assertions.tuple("similarity", "one of cosine, bm-25"),
                        org.assertj.core.api.Assertions.tuple("flag", "true or false"));
    }

    @Test
    void goesToJsonValuesAndBack() {
        Map<String, Object> json = schema.toMap(schema.defaults());

        assertThat(json)
                .containsExactly(
                        Map.entry("factors", 8L),
                        Map.entry("learningRate", 0.05),
                        Map.entry("similarity", "cosine"),
                        Map.entry("flag", true));
        assertThat(schema.fromMap(json)).isEqualTo(schema.defaults());
    }

    @Test
    void textOverridesDefaults() {
        assertThat(schema.fromMap(Map.of("factors", "16", "similarity", "bm-25", "flag", "false")))
                .isEqualTo(new Parameters(16, 0.05f, Kind.BM_25, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "factors|0|an integer from 1 to 64",
                "factors|65|an integer from 1 to 64",
                "factors|1.5|an integer from 1 to 64",
                "factors|many|an integer from 1 to 64",
                "factors|99999999999|an integer from 1 to 64",
                "learningRate|NaN|a number from 0 to 1",
                "learningRate|2|a number from 0 to 1",
                "similarity|cosinus|one of cosine, bm-25",
                "flag|yes|true or false"
            })
    void illegalValuesAreNamedWithWhatIsLegal(String name, String value, String legal) {
        assertThatThrownBy(() -> schema.fromMap(Map.of(name, value)))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("'" + name + "'")
                .hasMessageContaining("'" + value + "'")
                .hasMessageContaining(legal);
    }

    @Test
    void anUnknownKeyIsRefusedWithTheNearest() {
        assertThatThrownBy(() -> schema.fromMap(Map.of("factor", 3)))
                .hasMessage("model 'toy' has no parameter 'factor'; available: factors, learningRate, similarity, flag;"
                        + " did you mean 'factors'?");
    }

    @Test
    void aComponentWithoutDocumentationIsRefused() {
        assertThatThrownBy(() -> ParameterSchema.of(new Provider<>(Undocumented.class, new Undocumented(1))))
                .hasMessageContaining("'factors'")
                .hasMessageContaining("@Param");
    }

    @Test
    void aDefaultOutOfBoundsIsRefused() {
        Parameters bad = new Parameters(0, 0.05f, Kind.COSINE, true);
        assertThatThrownBy(() -> ParameterSchema.of(new Provider<>(Parameters.class, bad)))
                .hasMessageContaining("'factors'");
        assertThat(List.of(Kind.values())).hasSize(2);
    }
}
