package io.kindred.evaluation.split;

import io.kindred.core.data.Interactions;

/**
 * What is to be predicted from what; all parts use the same vocabularies. Immutable and thread-safe.
 *
 * @param train what the model was trained on; a user's items in it are no candidates
 * @param foldIn histories handed over with the query; a user's items in it are no candidates
 * @param masked further pairs that are no candidates
 * @param target the interactions to be predicted
 */
public record RankingTask(Interactions train, Interactions foldIn, Interactions masked, Interactions target) {
    public RankingTask {
        requireSame(train, foldIn, "the training part and the fold-in part");
        requireSame(train, masked, "the training part and the masked pairs");
        requireSame(train, target, "the training part and the test part");
    }

    private static void requireSame(Interactions a, Interactions b, String what) {
        a.users().requireSame(b.users(), what);
        a.items().requireSame(b.items(), what);
    }
}
