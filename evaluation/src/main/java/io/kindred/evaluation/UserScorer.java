package io.kindred.evaluation;

import io.kindred.core.math.BlockProducts;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.model.FoldIn;
import io.kindred.core.model.Recommender;
import io.kindred.core.model.SessionAware;
import io.kindred.core.model.UserItemScorer;
import io.kindred.core.scorer.Dispatcher;
import io.kindred.core.scorer.FactorsModel;
import io.kindred.core.scorer.Strategy;
import io.kindred.evaluation.split.RankingTask;
import java.util.Map;

/**
 * Scores all items for blocks of users, with the same bits as one {@link Dispatcher#score} for each user. Stateless and
 * thread-safe.
 *
 * <p>A held-out user's fold-in part is handed over as history, or as the running session where the task says that it is one. A model that knows no users by index (it only folds in or
 * follows sessions) is handed the user's training part, as serving does with the recent history.
 */
final class UserScorer {
    private static final int[] NOTHING = new int[0];
    /** From so many users on it pays off to copy the item vectors. */
    private static final int MANY_USERS = 100;
    /** A copy of the item vectors may take this part of the heap. */
    private static final int HEAP_SHARE = 4;

    private final Recommender model;
    private final RankingTask task;
    private final boolean knowsUsers;
    /** Null for a model that has no factors. */
    private final BlockProducts products;

    /**
     * @param users how many will be scored
     */
    UserScorer(Recommender model, RankingTask task, int users) {
        this.model = model;
        this.task = task;
        this.knowsUsers = model instanceof UserItemScorer;
        this.products = model instanceof FactorsModel factors ? products(factors.itemVectors(), users) : null;
    }

    private static BlockProducts products(FloatMatrix itemVectors, int users) {
        long bytes = (long) itemVectors.rows() * itemVectors.columns() * Float.BYTES;
        boolean copy = users >= MANY_USERS && bytes <= Runtime.getRuntime().maxMemory() / HEAP_SHARE;
        return copy ? BlockProducts.copying(itemVectors) : BlockProducts.direct(itemVectors);
    }

    /** Whether scoring several users at once pays off. */
    boolean gainsFromBlocks() {
        return model instanceof FactorsModel;
    }

    /**
     * Scores the users {@code users[from, to)}.
     *
     * @param scores {@code scores[j]} is written in full for {@code users[from + j]}
     * @param ways {@code ways[j]} says how
     */
    void score(int[] users, int from, int to, float[][] scores, Strategy[] ways) {
        if (model instanceof FactorsModel factors) {
            scoreBlock(factors, users, from, to, scores, ways);
            return;
        }
        for (int j = 0; j < to - from; j++) {
            ways[j] = scoreOne(users[from + j], scores[j]);
        }
    }

    private Strategy scoreOne(int user, float[] scores) {
        int[] history = history(user);
        boolean follows = task.sessions() || (model instanceof SessionAware && !knowsUsers);
        int[] session = follows ? history : NOTHING;
        return Dispatcher.score(model, user, history, session, Map.of(), scores);
    }

    private int[] history(int user) {
        if (task.foldIn().byUser().length(user) > 0) {
            return task.foldIn().byUser().columnsOf(user);
        }
        boolean needed = !knowsUsers && (model instanceof FoldIn || model instanceof SessionAware);
        return needed ? model.histories().of(user) : NOTHING;
    }

    /** The users who are answered by their own vectors all at once, the others one by one. */
    private void scoreBlock(FactorsModel factors, int[] users, int from, int to, float[][] scores, Strategy[] ways) {
        float[][] vectors = new float[to - from][];
        float[][] rows = new float[to - from][];
        int direct = 0;
        for (int j = 0; j < to - from; j++) {
            int user = users[from + j];
            ways[j] = null;
            if (task.foldIn().byUser().length(user) == 0 && factors.canScore(user)) {
                vectors[direct] = factors.userFactors().row(user);
                rows[direct++] = scores[j];
                ways[j] = Strategy.KNOWN_USER;
            }
        }
        products.dots(vectors, direct, rows);
        for (int j = 0; j < to - from; j++) {
            if (ways[j] == null || !anyScore(scores[j])) {
                ways[j] = scoreOne(users[from + j], scores[j]);
            }
        }
    }

    private static boolean anyScore(float[] scores) {
        for (float score : scores) {
            if (!Float.isNaN(score)) {
                return true;
            }
        }
        return false;
    }
}
