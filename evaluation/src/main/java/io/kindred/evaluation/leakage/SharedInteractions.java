package io.kindred.evaluation.leakage;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.data.TimeKind;
import io.kindred.evaluation.split.Fold;
import io.kindred.evaluation.split.GivenSplit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Test interactions that training, fold-in or validation has as well. With timestamps these are the same user, item and second:
 * rows that the data have twice. Without, parts that were given are compared by user and item; a protocol that divides the data
 * itself puts every interaction into one part, so there an equal pair is another interaction.
 *
 * @param protocol of the split
 * @param repeatsCount whether repeated pairs are to be predicted, and so cannot be told from leaks without a clock
 */
record SharedInteractions(String protocol, boolean repeatsCount) implements LeakageCheck {
    @Override
    public List<Finding> look(Fold fold) {
        List<Finding> findings = new ArrayList<>();
        look(fold.train(), "the training part", fold, findings);
        look(fold.foldIn(), "the fold-in part", fold, findings);
        look(fold.validation(), "the validation part", fold, findings);
        return findings;
    }

    private void look(Interactions part, String name, Fold fold, List<Finding> findings) {
        if (part.size() == 0) {
            return;
        }
        boolean clock = part.timeKind() == TimeKind.TIMESTAMP && fold.test().timeKind() == TimeKind.TIMESTAMP;
        if (!clock && (repeatsCount || !protocol.equals(GivenSplit.NAME))) {
            return;
        }
        SparseRows other = part.byUser();
        SparseRows test = fold.test().byUser();
        long shared = 0;
        String example = "";
        int[] markOf = new int[clock ? 0 : other.columnCount()];
        for (int u = 0; u < test.rowCount(); u++) {
            if (test.length(u) == 0 || other.length(u) == 0) {
                continue;
            }
            for (int p = other.start(u); p < other.end(u) && !clock; p++) {
                markOf[other.column(p)] = u + 1;
            }
            int from = other.start(u);
            for (int p = test.start(u); p < test.end(u); p++) {
                while (clock && from < other.end(u) && other.time(from) < test.time(p)) {
                    from++;
                }
                boolean found =
                        clock ? sameMoment(other, from, other.end(u), test, p) : markOf[test.column(p)] == u + 1;
                if (found) {
                    example = shared == 0 ? describe(fold.test(), u, p, clock) : example;
                    shared++;
                }
            }
        }
        if (shared > 0) {
            findings.add(Finding.failure(String.format(
                    Locale.ROOT,
                    "%,d of %,d test interactions are in %s as well, such as %s; %s",
                    shared,
                    test.size(),
                    name,
                    example,
                    wayOut(clock))));
        }
    }

    private String wayOut(boolean clock) {
        if (!protocol.equals(GivenSplit.NAME)) {
            return "the data have these rows twice: take repeated rows out, or keep one kind of event with --event-types";
        }
        return clock
                ? "take them out of one of the parts"
                : "take them out of one of the parts, or, where users really come back to the same item, measure with"
                        + " --candidates all-with-seen";
    }

    /** Rows are chronological: whether the ones at the moment of a test interaction, from a position on, have its item. */
    private static boolean sameMoment(SparseRows other, int from, int to, SparseRows test, int position) {
        for (int p = from; p < to && other.time(p) == test.time(position); p++) {
            if (other.column(p) == test.column(position)) {
                return true;
            }
        }
        return false;
    }

    private static String describe(Interactions test, int user, int position, boolean clock) {
        SparseRows rows = test.byUser();
        return "user '" + test.users().idOf(user) + "' with item '"
                + test.items().idOf(rows.column(position)) + "'"
                + (clock ? " at " + Instant.ofEpochSecond(rows.time(position)) : "");
    }
}
