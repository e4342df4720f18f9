package io.kindred.evaluation.leakage;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.data.TimeKind;
import io.kindred.evaluation.split.Fold;
import io.kindred.evaluation.stats.SplitMix64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Held-out users who are in training under another id: the same items, with timestamps at the same seconds. Without timestamps
 * only users with {@value #FEWEST_WITHOUT_TIME} or more items are compared, because short histories may agree by chance.
 */
record TwinUsers() implements LeakageCheck {
    private static final int FEWEST_WITH_TIME = 3;
    private static final int FEWEST_WITHOUT_TIME = 10;

    /** The interactions of a user as a number that does not depend on their order, how many they are and with how many items. */
    private record History(long digest, int size, int items) {}

    @Override
    public List<Finding> look(Fold fold) {
        if (fold.sessions() || fold.foldIn().size() == 0) {
            return List.of();
        }
        boolean clock = fold.train().timeKind() == TimeKind.TIMESTAMP;
        int fewest = clock ? FEWEST_WITH_TIME : FEWEST_WITHOUT_TIME;
        Map<History, Integer> trained = new HashMap<>();
        int[] seen = new int[fold.train().itemCount()];
        int turn = 0;
        for (int u = 0; u < fold.train().userCount(); u++) {
            History history = history(clock, u, seen, ++turn, fold.train());
            if (history.items() >= fewest) {
                trained.putIfAbsent(history, u);
            }
        }
        int heldOut = 0;
        int twins = 0;
        String example = "";
        for (int u = 0; u < fold.train().userCount(); u++) {
            if (fold.foldIn().byUser().length(u) == 0 || fold.train().byUser().length(u) > 0) {
                continue;
            }
            heldOut++;
            Integer twin = trained.get(history(clock, u, seen, ++turn, fold.foldIn(), fold.validation(), fold.test()));
            if (twin != null) {
                example = twins == 0
                        ? "'" + fold.train().users().idOf(u) + "' who is '"
                                + fold.train().users().idOf(twin) + "' in training"
                        : example;
                twins++;
            }
        }
        if (twins == 0) {
            return List.of();
        }
        return List.of(Finding.failure(String.format(
                Locale.ROOT,
                "%,d of %,d held-out users have exactly the interactions of a training user, such as %s; the same person is on"
                        + " both sides of the split: keep one of each pair (kindred data doctor lists them)",
                twins,
                heldOut,
                example)));
    }

    private static History history(boolean clock, int user, int[] seen, int turn, Interactions... parts) {
        long digest = 0;
        int size = 0;
        int items = 0;
        for (Interactions part : parts) {
            SparseRows rows = part.byUser();
            for (int p = rows.start(user); p < rows.end(user); p++) {
                // Sums of well-mixed numbers: equal for equal sets, and otherwise with a chance of 2^-64.
                items += seen[rows.column(p)] == turn ? 0 : 1;
                seen[rows.column(p)] = turn;
                long time = clock ? rows.time(p) : 0;
                digest += SplitMix64.stream(time, rows.column(p)).nextLong();
                size++;
            }
        }
        return new History(digest, size, items);
    }
}
