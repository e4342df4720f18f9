package io.kindred.evaluation;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.SessionAware;
import java.util.Arrays;
import java.util.Map;

/** A model that knows no users and expects the item with the next index after the last of a session. */
final class FakeSessionModel implements SessionAware {
    private final Interactions train;

    FakeSessionModel(Interactions train) {
        this.train = train;
    }

    @Override
    public void scoreSession(int[] session, float[] scores) {
        Arrays.fill(scores, Float.NaN);
        scores[(session[session.length - 1] + 1) % scores.length] = 1;
    }

    @Override
    public ModelInfo info() {
        return new ModelInfo("next", ArtifactKind.NETWORK, Map.of(), true);
    }

    @Override
    public Vocabulary users() {
        return train.users();
    }

    @Override
    public Vocabulary items() {
        return train.items();
    }

    @Override
    public UserHistories histories() {
        return UserHistories.of(train);
    }
}
