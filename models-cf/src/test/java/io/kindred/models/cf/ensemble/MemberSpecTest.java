package io.kindred.models.cf.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import io.kindred.core.model.ModelCatalog;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberSpecTest {
    @Test
    void namesHaveParametersInBrackets() {
        assertThat(MemberSpec.parse(" als ,ease( regularization = 3e2,neighbours=0 ), item-knn()"))
                .containsExactly(
                        new MemberSpec("als", Map.of()),
                        new MemberSpec("ease", Map.of("regularization", "3e2", "neighbours", "0")),
                        new MemberSpec("item-knn", Map.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | a model's name at its end",
                "als, | a model's name at its end",
                "als,, ease | a model's name at ', ease'",
                "als ease | a comma at 'ease'",
                "als(factors | a closing bracket for this one at '(factors'",
                "als(factors) | PARAMETER=VALUE at 'factors)'",
                "als(factors=1,) | PARAMETER=VALUE at ')'",
                "als(factors=) | PARAMETER=VALUE at 'factors=)'",
                "als) | a comma at ')'",
            })
    void whatCannotBeReadIsNamed(String text, String message) {
        assertThatThrownBy(() -> MemberSpec.parse(text))
                .isInstanceOf(KindredException.class)
                .hasMessage("model 'ensemble': models is '" + text + "', which lacks " + message
                        + "; models are written like als, ease(regularization=300), item-knn");
    }

    @Test
    void aParameterIsSetOnce() {
        assertThatThrownBy(() -> MemberSpec.parse("als(factors=1, factors=2)"))
                .hasMessageContaining("sets 'factors' of 'als' twice");
    }

    @Test
    void unknownModelsAndParametersAndEnsemblesAreRefused() {
        ModelCatalog catalog = ModelCatalog.load();

        assertThatThrownBy(() -> MemberSpec.parse("alss").getFirst().trainer(catalog))
                .hasMessageContaining("unknown model 'alss'")
                .hasMessageContaining("did you mean 'als'?");
        assertThatThrownBy(() -> MemberSpec.parse("als(factor=3)").getFirst().trainer(catalog))
                .hasMessageContaining("factor");
        assertThatThrownBy(() -> MemberSpec.parse("ensemble").getFirst().trainer(catalog))
                .hasMessage("model 'ensemble': an ensemble cannot be a member of another; name its members");
    }

    @Test
    void weightsAreOneForEachMember() {
        assertThat(MemberSpec.weights("", 2)).containsExactly(1f, 1f);
        assertThat(MemberSpec.weights("2, 0.5 ", 2)).containsExactly(2f, 0.5f);
        assertThatThrownBy(() -> MemberSpec.weights("1", 2)).hasMessageContaining("1 number for 2 members");
        assertThatThrownBy(() -> MemberSpec.weights("1, x", 2)).hasMessageContaining("'x' is no number");
        assertThatThrownBy(() -> MemberSpec.weights("1, -2", 2)).hasMessageContaining("'-2' is not a number from 0");
        assertThatThrownBy(() -> MemberSpec.weights("1, NaN", 2)).hasMessageContaining("'NaN' is not a number from 0");
    }
}
