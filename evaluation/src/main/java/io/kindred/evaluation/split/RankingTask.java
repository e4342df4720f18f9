package io.kindred.evaluation.split;

import io.kindred.core.data.Interactions;

/**
 * What is to be predicted from what; all parts use the same vocabularies. Immutable and thread-safe.
 *
 * @param train what the model was trained on; a user's items in it are no candidates
 * @param foldIn histories handed over with the query; a user's items in it are no candidates
 * @param masked further pairs that are no candidates
 * @param target the interactions to be predicted
 * @param sessions whether the fold-in parts are running sessions whose next item is asked for: they are handed over as
 *     sessions, and what a session has already stays a candidate
 */
public record RankingTask(
        Interactions train, Interactions foldIn, Interactions masked, Interactions target, boolean sessions) {
    public RankingTask {
        requireSame(train, foldIn, "the training part and the fold-in part");
        requireSame(train, masked, "the training part and the masked pairs");
        requireSame(train, target, "the training part and the test part");
    }

    /** A task whose fold-in parts are histories in no particular order. */
    public RankingTask(Interactions train, Interactions foldIn, Interactions masked, Interactions target) {
        this(train, foldIn, masked, target, false);
    }

    private static void requireSame(Interactions a, Interactions b, String what) {
        a.users().requireSame(b.users(), what);
        a.items().requireSame(b.items(), what);
    }
}
