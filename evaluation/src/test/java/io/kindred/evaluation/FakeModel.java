package io.kindred.evaluation;

import io.kindred.core.artifact.ArtifactWriter;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.RatingPredictor;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.UserItemScorer;
import java.util.Map;

/** A model whose scores are a function of the indices. */
class FakeModel implements TrainedModel, UserItemScorer {
    /** A score, or NaN. */
    @FunctionalInterface
    interface Score {
        float of(int user, int item);
    }

    private final Interactions train;
    private final UserHistories histories;
    private final Score score;
    private boolean closed;

    FakeModel(Interactions train, Score score) {
        this.train = train;
        this.histories = UserHistories.of(train);
        this.score = score;
    }

    /** As above, and scores are predicted ratings. */
    static final class Ratings extends FakeModel implements RatingPredictor {
        private final Score score;

        Ratings(Interactions train, Score score) {
            super(train, score);
            this.score = score;
        }

        @Override
        public float predictRating(int user, int item) {
            return score.of(user, item);
        }
    }

    @Override
    public ModelInfo info() {
        return new ModelInfo("fake", ArtifactKind.NETWORK, Map.of("strength", 3L), true);
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
        return histories;
    }

    @Override
    public boolean canScore(int user) {
        return true;
    }

    @Override
    public void scoreAll(int user, float[] scores) {
        for (int i = 0; i < scores.length; i++) {
            scores[i] = score.of(user, i);
        }
    }

    @Override
    public void save(ArtifactWriter out) {
        throw new AssertionError("nothing saves this model");
    }

    @Override
    public void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }
}
