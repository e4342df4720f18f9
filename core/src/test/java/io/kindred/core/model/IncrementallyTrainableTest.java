package io.kindred.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.scorer.ToyModels;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IncrementallyTrainableTest {
    private final Recommender base = ToyModels.similarity();

    private static TrainingData over(Vocabulary users, Vocabulary items) {
        return TrainingData.of(
                Interactions.builder(users, items, TimeKind.ORDER).build());
    }

    private void check(ModelInfo expected, TrainingData delta) {
        IncrementallyTrainable.requireExtension(expected, base, delta);
    }

    @Test
    void anExtensionPasses() {
        Vocabulary.Builder users = base.users().extend();
        users.add("new");
        assertThatCode(() -> check(base.info(), over(users.build(), base.items())))
                .doesNotThrowAnyException();
    }

    @Test
    void aModelOfAnotherProviderIsNamed() {
        ModelInfo other = new ModelInfo("als", ArtifactKind.FACTORS, Map.of(), true);
        assertThatThrownBy(() -> check(other, over(base.users(), base.items())))
                .isInstanceOf(KindredException.class)
                .hasMessage("als cannot update a model of 'toy'; train it anew");
    }

    @Test
    void aChangedParameterIsNamed() {
        Map<String, Object> changed = new HashMap<>(base.info().parameters());
        changed.put("factors", 30L);
        ModelInfo other = new ModelInfo("toy", base.info().kind(), changed, true);
        assertThatThrownBy(() -> check(other, over(base.users(), base.items())))
                .isInstanceOf(KindredException.class)
                .hasMessage("an update keeps the parameters of its base: toy was trained with factors=20, not 30;"
                        + " leave it out or train the model anew");
    }

    @Test
    void idsInAnotherOrderAreRefused() {
        Vocabulary items = Vocabulary.of(List.of("i1", "i0", "i2", "i3", "i4", "i5"));
        assertThatThrownBy(() -> check(base.info(), over(base.users(), items)))
                .isInstanceOf(KindredException.class)
                .hasMessage("the new data's items do not begin with the 6 items of the base model; build them with"
                        + " Vocabulary.extend");
    }

    @Test
    void newIdsAreAppendedToTheModels() {
        Vocabulary users = Vocabulary.of(List.of("x", "u1"));
        Vocabulary items = Vocabulary.of(List.of("i9", "i3"));
        Interactions news = Interactions.builder(users, items, TimeKind.TIMESTAMP)
                .add(0, 1, 4f, 70)
                .add(1, 0, 2f, 60)
                .build();

        Interactions delta =
                IncrementallyTrainable.extend(base, TrainingData.of(news)).interactions();

        assertThat(delta.users().ids()).containsExactly("u0", "u1", "u2", "x");
        assertThat(delta.items().ids()).containsExactly("i0", "i1", "i2", "i3", "i4", "i5", "i9");
        assertThat(delta.byUser().columnsOf(1)).containsExactly(6);
        assertThat(delta.byUser().columnsOf(3)).containsExactly(3);
        assertThat(delta.byUser().value(0)).isEqualTo(2f);
        assertThat(delta.byUser().time(1)).isEqualTo(70);
    }
}
