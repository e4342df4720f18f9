package io.kindred.evaluation.split;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;

/**
 * What a reader of a result must know about a split.
 *
 * @param usersTouchedByTies users for whom equal timestamps meant that the input row decided what became test or validation
 *     (with {@code temporal}, that the cut moved)
 * @param usersWithoutTest users who have interactions but none in the test part
 * @param usersWithoutHistory users with a test part of whom neither training nor fold-in knows anything
 * @param itemsUnseenInTraining items of the catalogue without a training interaction
 * @param testOnUnseenItems test interactions with such items
 * @param testRepeats test interactions whose pair is in the user's training or fold-in part already, or earlier in the
 *     user's test part
 */
public record FoldFacts(
        int usersTouchedByTies,
        int usersWithoutTest,
        int usersWithoutHistory,
        int itemsUnseenInTraining,
        int testOnUnseenItems,
        int testRepeats) {
    static FoldFacts of(
            Interactions train,
            Interactions foldIn,
            Interactions validation,
            Interactions test,
            int usersTouchedByTies) {
        boolean[] known = new boolean[train.itemCount()];
        SparseRows trained = train.byUser();
        for (int p = 0; p < trained.size(); p++) {
            known[trained.column(p)] = true;
        }
        int unseenItems = 0;
        for (boolean k : known) {
            unseenItems += k ? 0 : 1;
        }
        int withoutTest = 0;
        int withoutHistory = 0;
        int onUnseen = 0;
        int repeats = 0;
        int[] seenBy = new int[train.itemCount()];
        for (int u = 0; u < train.userCount(); u++) {
            int history = trained.length(u) + foldIn.byUser().length(u);
            int tested = test.byUser().length(u);
            if (tested == 0) {
                withoutTest += history + validation.byUser().length(u) > 0 ? 1 : 0;
                continue;
            }
            withoutHistory += history == 0 ? 1 : 0;
            mark(trained, u, seenBy);
            mark(foldIn.byUser(), u, seenBy);
            SparseRows rows = test.byUser();
            for (int p = rows.start(u); p < rows.end(u); p++) {
                int item = rows.column(p);
                onUnseen += known[item] ? 0 : 1;
                repeats += seenBy[item] == u + 1 ? 1 : 0;
                seenBy[item] = u + 1;
            }
        }
        return new FoldFacts(usersTouchedByTies, withoutTest, withoutHistory, unseenItems, onUnseen, repeats);
    }

    private static void mark(SparseRows rows, int user, int[] seenBy) {
        for (int p = rows.start(user); p < rows.end(user); p++) {
            seenBy[rows.column(p)] = user + 1;
        }
    }
}
