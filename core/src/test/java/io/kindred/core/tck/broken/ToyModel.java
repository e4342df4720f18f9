package io.kindred.core.tck.broken;

import io.kindred.core.artifact.ArtifactWriter;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.math.SparseMatrix;
import io.kindred.core.model.Explains;
import io.kindred.core.model.FoldIn;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.RatingPredictor;
import io.kindred.core.model.SimilarItems;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.UserItemScorer;
import io.kindred.core.scorer.ItemSimilarityModel;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The serving form with one fault around it. */
class ToyModel implements TrainedModel, UserItemScorer, FoldIn, SimilarItems, Explains {
    /** As many users as the kit's ordinary data have, so that a fault shows there and nowhere else. */
    private static final int ORDINARY_USERS = 60;

    private final ItemSimilarityModel form;
    private final UserHistories nothing;
    private final Fault fault;
    private final Thread trainer = Thread.currentThread();
    private final AtomicBoolean closed = new AtomicBoolean();
    /** The fault of a model that an update of another one changes. */
    private volatile float drift;

    ToyModel(ItemSimilarityModel form, UserHistories nothing, Fault fault) {
        this.form = form;
        this.nothing = nothing;
        this.fault = fault;
    }

    /** Claims a capability that the saved form does not have. */
    static final class WithRatings extends ToyModel implements RatingPredictor {
        private final float rating;

        WithRatings(ItemSimilarityModel form, UserHistories nothing, Fault fault) {
            super(form, nothing, fault);
            this.rating = fault == Fault.PREDICTS_IMPOSSIBLE_RATINGS ? 5.5f : 3f;
        }

        @Override
        public float predictRating(int user, int item) {
            return rating;
        }

        @Override
        public void scoreHistory(int[] history, float[] ratings, float[] scores) {
            super.scoreHistory(history, null, scores);
        }
    }

    void drift() {
        drift = 1f;
    }

    @Override
    public ModelInfo info() {
        return form.info();
    }

    @Override
    public Vocabulary users() {
        return form.users();
    }

    @Override
    public Vocabulary items() {
        return form.items();
    }

    @Override
    public UserHistories histories() {
        return fault == Fault.FORGETS_HISTORIES ? nothing : form.histories();
    }

    @Override
    public boolean canScore(int user) {
        return fault == Fault.BREAKS_ON_COLD_ROWS || form.canScore(user);
    }

    @Override
    public void scoreAll(int user, float[] scores) {
        form.scoreAll(user, scores);
        scores[0] += drift;
        if ((fault == Fault.NAN_LEAK && users().size() == ORDINARY_USERS && user == 7) || !form.canScore(user)) {
            Arrays.fill(scores, Float.NaN);
        }
        if (fault == Fault.NOT_THREAD_SAFE && Thread.currentThread() != trainer) {
            scores[0]++;
        }
    }

    @Override
    public void score(int user, int[] items, float[] scores) {
        UserItemScorer.super.score(user, items, scores);
        if (fault == Fault.SUBSET_SCORES_DIFFER && items.length > 1) {
            scores[0] = Math.nextUp(scores[0]);
        }
    }

    @Override
    public void scoreHistory(int[] history, float[] weights, float[] scores) {
        if (fault == Fault.THROWS_ON_UNKNOWN_IDS && history.length == 1) {
            throw new IllegalArgumentException("an id of the history is unknown");
        }
        form.scoreHistory(history, weights, scores);
    }

    @Override
    public void scoreSimilar(int item, float[] scores) {
        form.scoreSimilar(item, scores);
    }

    @Override
    public Explanation explain(int[] history, float[] weights) {
        Explanation sound = form.explain(history, weights);
        AtomicInteger asked = new AtomicInteger();
        return (item, limit) -> switch (fault) {
            case EXPLAINS_WITH_STRANGE_ITEMS -> List.of(new Contribution(items().size() - 1, 1f));
            case EXPLAINS_ONLY_ONCE -> asked.getAndIncrement() == 0 ? sound.of(item, limit) : List.of();
            default -> sound.of(item, limit);
        };
    }

    @Override
    public void save(ArtifactWriter out) throws IOException {
        form.save(fault == Fault.LOSES_DATA_ON_SAVING ? new Lossy(out) : out);
    }

    @Override
    public void close() {
        if (closed.getAndSet(true) && fault == Fault.CLOSES_ONLY_ONCE) {
            throw new IllegalStateException("already closed");
        }
    }

    /** Leaves out the weights. */
    private record Lossy(ArtifactWriter out) implements ArtifactWriter {
        @Override
        public void vocabulary(String name, Vocabulary vocabulary) throws IOException {
            out.vocabulary(name, vocabulary);
        }

        @Override
        public void histories(String name, UserHistories histories) throws IOException {
            out.histories(name, histories);
        }

        @Override
        public void matrix(String name, FloatMatrix matrix) throws IOException {
            out.matrix(name, matrix);
        }

        @Override
        public void sparse(String name, SparseMatrix matrix) throws IOException {
            int[] starts = new int[matrix.rows() + 1];
            out.sparse(name, SparseMatrix.of(starts, new int[0], new float[0], matrix.columns()));
        }

        @Override
        public void setting(String name, double value) {
            out.setting(name, value);
        }

        @Override
        public void member(ModelInfo info) {
            out.member(info);
        }
    }
}
