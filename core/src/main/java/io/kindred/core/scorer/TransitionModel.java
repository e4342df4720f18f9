package io.kindred.core.scorer;

import io.kindred.core.artifact.ArtifactReader;
import io.kindred.core.artifact.ArtifactWriter;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.math.SparseMatrix;
import io.kindred.core.model.Explains;
import io.kindred.core.model.FoldIn;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.SessionAware;
import io.kindred.core.model.SimilarItems;
import io.kindred.core.model.UserItemScorer;
import java.io.IOException;

/**
 * The serving form {@code item-similarity} whose weights are transitions, so that order counts: {@code score(i) = sum over t
 * of decay^t * weight * (W[j_t, i] + backoff[j_t] * popularity[i])}, where j_0 is the last item of the history after which
 * anything is known to follow, j_1 the one before it of which the same holds, and so on for at most {@code lookback} items.
 * Items that get nothing are not scored; a history that leads nowhere gives no score at all.
 *
 * <p>Sessions, histories and the remembered histories of known users are treated alike and get the same bits. A similar item
 * is one that follows.
 */
public final class TransitionModel extends ServingModel
        implements UserItemScorer, SessionAware, FoldIn, SimilarItems, Explains {
    /** The part that tells this variant from a plain {@link ItemSimilarityModel}. */
    static final String BACKOFF = "item_backoff";

    private final SparseMatrix weights;
    private final FloatMatrix backoff;
    private final FloatMatrix popularity;
    private final int lookback;
    private final double decay;

    /**
     * @param weights items x items; row j holds how probable each column is after j
     * @param backoff 1 x items; the share of item j's successors that is spread by popularity
     * @param popularity 1 x items; how probable each item is anywhere
     * @param lookback how many items of a history count, at least 1
     * @param decay from 0 to 1: what an item weighs relative to the one after it
     */
    public TransitionModel(
            ModelInfo info,
            Vocabulary users,
            Vocabulary items,
            UserHistories histories,
            SparseMatrix weights,
            FloatMatrix backoff,
            FloatMatrix popularity,
            int lookback,
            double decay) {
        super(info, users, items, histories);
        if (weights.rows() != items.size()
                || weights.columns() != items.size()
                || !isRow(backoff, items.size())
                || !isRow(popularity, items.size())) {
            throw new IllegalArgumentException("a transition model of " + items.size() + " items got weights of "
                    + weights.rows() + " x " + weights.columns() + ", a backoff of " + backoff.rows() + " x "
                    + backoff.columns() + " and a popularity of " + popularity.rows() + " x " + popularity.columns());
        }
        if (lookback < 1 || !(decay >= 0 && decay <= 1)) {
            throw new IllegalArgumentException("lookback is " + lookback + " but must be at least 1, and its decay is "
                    + decay + " but must be from 0 to 1");
        }
        this.weights = weights;
        this.backoff = backoff;
        this.popularity = popularity;
        this.lookback = lookback;
        this.decay = decay;
    }

    private static boolean isRow(FloatMatrix matrix, int columns) {
        return matrix.rows() == 1 && matrix.columns() == columns;
    }

    static TransitionModel load(ModelInfo info, ArtifactReader in) throws IOException {
        Vocabulary users = in.vocabulary("users");
        Vocabulary items = in.vocabulary("items");
        return new TransitionModel(
                info,
                users,
                items,
                in.histories("histories", items.size()),
                in.sparse("item_weights", items.size()),
                in.matrix(BACKOFF),
                in.matrix("item_popularity"),
                (int) in.number("lookback"),
                in.number("lookback_decay"));
    }

    @Override
    void saveForm(ArtifactWriter out) throws IOException {
        out.sparse("item_weights", weights);
        out.matrix(BACKOFF, backoff);
        out.matrix("item_popularity", popularity);
        out.setting("lookback", lookback);
        out.setting("lookback_decay", decay);
    }

    @Override
    public boolean canScore(int user) {
        for (int item : histories().of(user)) {
            if (leadsOn(item)) {
                return true;
            }
        }
        return false;
    }

    private boolean leadsOn(int item) {
        return weights.end(item) > weights.start(item);
    }

    @Override
    public void scoreAll(int user, float[] scores) {
        scoreHistory(histories().of(user), null, scores);
    }

    @Override
    public void scoreSession(int[] session, float[] scores) {
        scoreHistory(session, null, scores);
    }

    @Override
    public void scoreHistory(int[] history, float[] historyWeights, float[] scores) {
        float[] shares = shares(history, historyWeights);
        float spread = 0;
        for (int h = 0; h < history.length; h++) {
            spread += shares[h] * backoff.get(0, history[h]);
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] = spread * popularity.get(0, i);
        }
        for (int h = history.length - 1; h >= 0; h--) {
            if (shares[h] > 0) {
                weights.addRow(history[h], shares[h], scores);
            }
        }
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] == 0f) {
                scores[i] = Float.NaN;
            }
        }
    }

    /** What each place of a history weighs. */
    private float[] shares(int[] history, float[] historyWeights) {
        float[] shares = new float[history.length];
        double share = 1;
        int used = 0;
        for (int h = history.length - 1; h >= 0 && used < lookback && share > 0; h--) {
            if (leadsOn(history[h])) {
                shares[h] = (float) (share * (historyWeights == null ? 1f : historyWeights[h]));
                share *= decay;
                used++;
            }
        }
        return shares;
    }

    @Override
    public void scoreSimilar(int item, float[] scores) {
        new ItemWeights(weights).similar(item, scores);
    }

    @Override
    public Explanation explain(int[] history, float[] historyWeights) {
        float[] shares = shares(history, historyWeights);
        ItemWeights transitions = new ItemWeights(weights);
        return (item, limit) -> {
            Contributions found = new Contributions();
            for (int h = 0; h < history.length; h++) {
                if (shares[h] > 0) {
                    int from = history[h];
                    float spread = backoff.get(0, from) * popularity.get(0, item);
                    found.add(from, shares[h] * (transitions.of(from, item) + spread));
                }
            }
            return found.largest(limit);
        };
    }
}
