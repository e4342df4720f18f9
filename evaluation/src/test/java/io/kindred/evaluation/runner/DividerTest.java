package io.kindred.evaluation.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.data.TrainingData;
import io.kindred.evaluation.TestData;
import io.kindred.evaluation.definition.ExperimentFile;
import io.kindred.evaluation.definition.Protocol;
import io.kindred.evaluation.split.Fold;
import io.kindred.evaluation.split.Split;
import io.kindred.evaluation.split.SplitSettings;
import io.kindred.evaluation.split.Splitter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DividerTest {
    private static final Interactions ALL = TestData.random(5, 80, 50, 15).distinct();

    private static Protocol protocol(String text) {
        return ExperimentFile.parse("data: a\nmodels: [x]\nprotocol: " + text + "\n", "a.yaml")
                .protocol();
    }

    private static Divider divider(String text) {
        return new Divider(protocol(text), new ExperimentData(TrainingData.of(ALL), Optional.empty(), List.of()));
    }

    /** Parts as they are published, over the same vocabularies. */
    private static ExperimentData divided(boolean validation) {
        Fold fold = Splitter.of("ratio", SplitSettings.DEFAULT.withValidation(true))
                .split(ALL)
                .folds()
                .getFirst();
        return new ExperimentData(
                TrainingData.of(ALL),
                Optional.of(new ExperimentData.Parts(
                        fold.train(), validation ? Optional.of(fold.validation()) : Optional.empty(), fold.test())),
                List.of());
    }

    private static Set<String> pairs(Interactions interactions) {
        Set<String> pairs = new HashSet<>();
        SparseRows rows = interactions.byUser();
        for (int u = 0; u < rows.rowCount(); u++) {
            for (int p = rows.start(u); p < rows.end(u); p++) {
                pairs.add(interactions.users().idOf(u) + " "
                        + interactions.items().idOf(rows.column(p)));
            }
        }
        return pairs;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ratio", "temporal", "leave-last-out", "strong-generalization"})
    void whatIsTunedOnSharesNothingWithTheTestPart(String name) {
        Divider divider = divider(name);
        Fold test = divider.testing(7).folds().getFirst();
        Tuning tuning = divider.tuning(7);

        Set<String> tested = pairs(test.test());
        assertThat(pairs(tuning.data().interactions())).isNotEmpty().doesNotContainAnyElementsOf(tested);
        assertThat(pairs(tuning.task().target())).isNotEmpty().doesNotContainAnyElementsOf(tested);
        assertThat(pairs(tuning.task().target()))
                .doesNotContainAnyElementsOf(pairs(tuning.data().interactions()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ratio", "temporal", "leave-last-out", "strong-generalization"})
    void theTestPartIsTheSameWhetherTheModelIsRefittedOrNot(String name) {
        Fold refitted =
                divider("{name: " + name + ", refit: true}").testing(7).folds().getFirst();
        Fold plain =
                divider("{name: " + name + ", refit: false}").testing(7).folds().getFirst();

        assertThat(pairs(plain.test())).isEqualTo(pairs(refitted.test()));
        assertThat(refitted.validation().size()).isZero();
        assertThat(plain.validation().size()).isPositive();
        assertThat(plain.train().size()).isLessThan(refitted.train().size());
    }

    @Test
    void theSeedOfTheRunDividesAnewUnlessTheProtocolHasItsOwn() {
        assertThat(divider("ratio").testing(1).dataHash())
                .isNotEqualTo(divider("ratio").testing(2).dataHash());
        Divider fixed = divider("{name: ratio, seed: 9}");
        assertThat(fixed.testing(1).dataHash()).isEqualTo(fixed.testing(2).dataHash());
        assertThat(fixed.key(1)).isEqualTo(fixed.key(2));
        assertThat(divider("temporal").key(1)).isEqualTo(divider("temporal").key(2));
    }

    @Test
    void withoutANameTheDataDecide() {
        assertThat(divider("{folds: 3}").protocol()).isEqualTo("temporal");
        assertThat(new Divider(protocol("{folds: 3}"), divided(false)).protocol())
                .isEqualTo("given");
    }

    @Test
    void ofAGivenTrainingPartAShareOfEachUserIsValidation() {
        ExperimentData data = divided(false);
        Divider divider = new Divider(protocol("given"), data);
        Split testing = divider.testing(7);
        Tuning tuning = divider.tuning(7);
        ExperimentData.Parts parts = data.parts().orElseThrow();

        assertThat(pairs(testing.folds().getFirst().train())).isEqualTo(pairs(parts.train()));
        assertThat(pairs(testing.folds().getFirst().test())).isEqualTo(pairs(parts.test()));
        Set<String> both = pairs(tuning.data().interactions());
        both.addAll(pairs(tuning.task().target()));
        assertThat(both).isEqualTo(pairs(parts.train()));
    }

    @Test
    void aValidationPartOfTheDataIsTunedOnAndTrainedOnOnlyWhenAskedFor() {
        ExperimentData data = divided(true);
        ExperimentData.Parts parts = data.parts().orElseThrow();
        Divider usual = new Divider(protocol("given"), data);
        Divider refitted = new Divider(protocol("{name: given, refit: true}"), data);

        assertThat(usual.refit()).isFalse();
        assertThat(pairs(usual.testing(7).folds().getFirst().train())).isEqualTo(pairs(parts.train()));
        assertThat(pairs(usual.tuning(7).task().target()))
                .isEqualTo(pairs(parts.validation().orElseThrow()));
        Set<String> both = pairs(parts.train());
        both.addAll(pairs(parts.validation().orElseThrow()));
        assertThat(pairs(refitted.testing(7).folds().getFirst().train())).isEqualTo(both);
    }

    @Test
    void theLastTrainingSessionsAreValidationOfNextItem() {
        Interactions early = ALL.filter((user, item, value, time, position) -> user < 60);
        Interactions late = ALL.filter((user, item, value, time, position) -> user >= 60);
        ExperimentData data = new ExperimentData(
                TrainingData.of(ALL), Optional.of(new ExperimentData.Parts(early, Optional.empty(), late)), List.of());
        Divider divider = new Divider(protocol("next-item"), data);
        Tuning tuning = divider.tuning(7);

        assertThat(tuning.task().sessions()).isTrue();
        assertThat(divider.testing(7).folds().getFirst().sessions()).isTrue();
        Set<String> prefixed = new HashSet<>();
        tuning.task().target().users().ids().stream()
                .filter(id -> id.contains("#"))
                .forEach(id -> prefixed.add(id.substring(0, id.indexOf('#'))));
        // 10% of at most 60 users, and they are the last ones of training.
        assertThat(prefixed).isNotEmpty().hasSizeLessThanOrEqualTo(6);
        assertThat(prefixed)
                .allSatisfy(id -> assertThat(Integer.parseInt(id.substring(1))).isBetween(50, 59));
    }

    @Test
    void protocolsThatNeedPartsSaySo() {
        assertThatThrownBy(() -> divider("given"))
                .hasMessage("the protocol 'given' needs data in parts; name them with train and test under 'data'");
        assertThatThrownBy(() -> divider("k-fold").tuning(1)).hasMessageContaining("cannot be searched for");
    }
}
