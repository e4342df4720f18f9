package io.kindred.evaluation;

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
    /** As many floats of item vectors as stay in a core's cache while a block of users passes over them. */
    private static final int TILE_FLOATS = 1 << 15;

    private final Recommender model;
    private final RankingTask task;
    private final boolean knowsUsers;

    UserScorer(Recommender model, RankingTask task) {
        this.model = model;
        this.task = task;
        this.knowsUsers = model instanceof UserItemScorer;
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

    /**
     * Users against tiles of item vectors, so that a tile is read from memory once for all users of the block. Each inner
     * product is computed as always; only the order of the products differs.
     */
    private void scoreBlock(FactorsModel factors, int[] users, int from, int to, float[][] scores, Strategy[] ways) {
        int items = factors.items().size();
        int tile = Math.max(1, TILE_FLOATS / Math.max(1, factors.itemVectors().columns()));
        float[][] vectors = new float[to - from][];
        for (int j = 0; j < vectors.length; j++) {
            int user = users[from + j];
            boolean direct = task.foldIn().byUser().length(user) == 0 && factors.canScore(user);
            vectors[j] = direct ? factors.userFactors().row(user) : null;
        }
        for (int first = 0; first < items; first += tile) {
            int last = Math.min(items, first + tile);
            for (int j = 0; j < vectors.length; j++) {
                if (vectors[j] != null) {
                    factors.itemVectors().dots(vectors[j], first, last, scores[j], first);
                }
            }
        }
        for (int j = 0; j < vectors.length; j++) {
            boolean answered = vectors[j] != null && anyScore(scores[j]);
            ways[j] = answered ? Strategy.KNOWN_USER : scoreOne(users[from + j], scores[j]);
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
