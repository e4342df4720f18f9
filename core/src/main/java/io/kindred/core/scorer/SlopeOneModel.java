package io.kindred.core.scorer;

import io.kindred.core.artifact.ArtifactReader;
import io.kindred.core.artifact.ArtifactWriter;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.math.SparseMatrix;
import io.kindred.core.model.FoldIn;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.RatingPredictor;
import io.kindred.core.model.UserItemScorer;
import java.io.IOException;
import java.util.Arrays;

/**
 * A variant of {@code item-similarity} that predicts ratings: the user's mean plus the mean of the deviations of the item from
 * those items of the history it has one to (Lemire and Maclachlan, Slope One Predictors for Online Rating-Based Collaborative
 * Filtering, 2005, with the user's mean in place of each rating). Lists are ordered by the prediction before it is clipped to
 * the scale and hold no item without a deviation from the history; {@link #predictRating} gives such an item the user's mean.
 */
public final class SlopeOneModel extends ServingModel implements UserItemScorer, FoldIn, RatingPredictor {
    /** The part that only this form has. */
    static final String DEVIATIONS = "deviations";

    private final SparseMatrix deviations;
    private final FloatMatrix userMeans;
    private final RatingScale scale;

    /**
     * @param deviations items x items, columns of a row ascending: row j holds how much more each column is rated than j; its
     *     negative is the entry of the transpose
     * @param userMeans users x 1: each user's mean rating, the mean of all where there are none
     */
    public SlopeOneModel(
            ModelInfo info,
            Vocabulary users,
            Vocabulary items,
            UserHistories histories,
            SparseMatrix deviations,
            FloatMatrix userMeans,
            RatingScale scale) {
        super(info, users, items, histories);
        if (deviations.rows() != items.size() || deviations.columns() != items.size()) {
            throw new IllegalArgumentException("slope one needs " + items.size() + " x " + items.size()
                    + " deviations, got " + deviations.rows() + " x " + deviations.columns());
        }
        if (userMeans.rows() != users.size() || userMeans.columns() != 1) {
            throw new IllegalArgumentException("slope one needs one mean for each of " + users.size() + " users, got "
                    + userMeans.rows() + " x " + userMeans.columns());
        }
        this.deviations = deviations;
        this.userMeans = userMeans;
        this.scale = scale;
    }

    static SlopeOneModel load(ModelInfo info, ArtifactReader in) throws IOException {
        Vocabulary items = in.vocabulary("items");
        return new SlopeOneModel(
                info,
                in.vocabulary("users"),
                items,
                in.histories("histories", items.size()),
                in.sparse(DEVIATIONS, items.size()),
                in.matrix("user_means"),
                RatingScale.load(in));
    }

    @Override
    void saveForm(ArtifactWriter out) throws IOException {
        out.sparse(DEVIATIONS, deviations);
        out.matrix("user_means", userMeans);
        scale.save(out);
    }

    @Override
    public boolean canScore(int user) {
        return histories().length(user) > 0;
    }

    @Override
    public void scoreAll(int user, float[] scores) {
        predict(userMeans.get(user, 0), histories().of(user), scores);
    }

    /** Weights are ratings, clipped to the scale; without weights every item of the history is rated at its top. */
    @Override
    public void scoreHistory(int[] history, float[] weights, float[] scores) {
        double sum = 0;
        for (int h = 0; h < history.length; h++) {
            sum += scale.of(weights, h);
        }
        predict(sum / history.length, history, scores);
    }

    private void predict(double mean, int[] history, float[] scores) {
        double[] sums = new double[scores.length];
        int[] counts = new int[scores.length];
        for (int j : history) {
            for (int p = deviations.start(j); p < deviations.end(j); p++) {
                int i = deviations.column(p);
                sums[i] += deviations.value(p);
                counts[i]++;
            }
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] = counts[i] == 0 ? Float.NaN : (float) (mean + sums[i] / counts[i]);
        }
    }

    @Override
    public float predictRating(int user, int item) {
        int[] history = histories().of(user);
        Arrays.sort(history);
        double sum = 0;
        int count = 0;
        int h = 0;
        for (int p = deviations.start(item); p < deviations.end(item) && h < history.length; p++) {
            int j = deviations.column(p);
            while (h < history.length && history[h] < j) {
                h++;
            }
            if (h < history.length && history[h] == j) {
                sum -= deviations.value(p);
                count++;
            }
        }
        return scale.clip((float) (userMeans.get(user, 0) + (count == 0 ? 0 : sum / count)));
    }
}
