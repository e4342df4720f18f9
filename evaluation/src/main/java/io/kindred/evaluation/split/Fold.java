package io.kindred.evaluation.split;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;

/**
 * One division of a data set; all parts use the same vocabularies. Immutable and thread-safe.
 *
 * @param train what the model learns from
 * @param foldIn what is handed over with the query about a held-out user; empty for protocols that hold out no users
 * @param validation for choosing models; empty where none was asked for
 * @param test what is to be predicted
 * @param facts what a reader of the result must know
 * @param sessions whether the fold-in parts are running sessions, see {@link RankingTask}
 */
public record Fold(
        Interactions train,
        Interactions foldIn,
        Interactions validation,
        Interactions test,
        FoldFacts facts,
        boolean sessions) {
    /** Checks that the parts belong together and counts the facts. */
    static Fold of(
            Interactions train,
            Interactions foldIn,
            Interactions validation,
            Interactions test,
            int usersTouchedByTies) {
        if (train.size() == 0) {
            throw new KindredException("the split leaves no training interactions; use more data or other ratios");
        }
        if (test.size() == 0) {
            throw new KindredException(
                    "the split leaves no test interactions; every user needs at least two interactions to"
                            + " be tested, or use the protocol 'temporal'");
        }
        FoldFacts facts = FoldFacts.of(train, foldIn, validation, test, usersTouchedByTies);
        return new Fold(train, foldIn, validation, test, facts, false);
    }

    /**
     * The question that the test part asks.
     *
     * @param maskValidation whether the items of a user's validation part are taken out of the candidates like those of the
     *     training part
     */
    public RankingTask testTask(boolean maskValidation) {
        return new RankingTask(train, foldIn, maskValidation ? validation : nothing(), test, sessions);
    }

    /** The question that the validation part asks. */
    public RankingTask validationTask() {
        return new RankingTask(train, foldIn, nothing(), validation, sessions);
    }

    /** The same with the fold-in parts as running sessions. */
    Fold ofSessions() {
        return new Fold(train, foldIn, validation, test, facts, true);
    }

    private Interactions nothing() {
        return train.filter((user, item, value, time, position) -> false);
    }
}
