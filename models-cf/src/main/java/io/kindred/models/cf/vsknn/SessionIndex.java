package io.kindred.models.cf.vsknn;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.data.UserHistories;
import io.kindred.core.math.SparseMatrix;
import java.util.Arrays;

/**
 * The sessions with each item, most recent first: a session is as recent as its last interaction, equally recent ones in
 * descending order of their index. Lists are cut at the size of the sample, so the index has at most items times that many
 * entries. Used once.
 */
final class SessionIndex {
    /** Ranks are stored as floats, which are exact up to here; older sessions are left out. */
    private static final int MOST_SESSIONS = 1 << 24;

    private final UserHistories histories;
    private final int longest;
    private final int[] byRecency;

    SessionIndex(Interactions interactions, UserHistories histories, int longest) {
        this.histories = histories;
        this.longest = longest;
        this.byRecency = byRecency(interactions);
    }

    private static int[] byRecency(Interactions interactions) {
        SparseRows rows = interactions.byUser();
        Long[] lasts = new Long[rows.rowCount()];
        int sessions = 0;
        Integer[] order = new Integer[rows.rowCount()];
        for (int u = 0; u < rows.rowCount(); u++) {
            if (rows.length(u) > 0) {
                lasts[u] = rows.time(rows.end(u) - 1);
                order[sessions++] = u;
            }
        }
        Arrays.sort(order, 0, sessions, (a, b) -> {
            int byTime = Long.compare(lasts[b], lasts[a]);
            return byTime != 0 ? byTime : Integer.compare(b, a);
        });
        int[] found = new int[Math.min(sessions, MOST_SESSIONS)];
        for (int rank = 0; rank < found.length; rank++) {
            found[rank] = order[rank];
        }
        return found;
    }

    /** Items x users: the value of a session is its rank, 0 for the most recent. */
    SparseMatrix build() {
        int[] starts = new int[histories.itemCount() + 1];
        for (int i = 0; i < histories.itemCount(); i++) {
            starts[i + 1] = starts[i] + Math.min(histories.count(i), longest);
        }
        int[] next = starts.clone();
        int[] sessions = new int[starts[histories.itemCount()]];
        float[] ranks = new float[sessions.length];
        for (int rank = 0; rank < byRecency.length; rank++) {
            for (int item : histories.of(byRecency[rank])) {
                int at = next[item];
                if (at < starts[item + 1]) {
                    sessions[at] = byRecency[rank];
                    ranks[at] = rank;
                    next[item]++;
                }
            }
        }
        return packed(starts, next, sessions, ranks);
    }

    /** Closes the gaps that sessions too old to have a rank have left. */
    private SparseMatrix packed(int[] starts, int[] ends, int[] sessions, float[] ranks) {
        int[] packed = new int[starts.length];
        int size = 0;
        for (int i = 0; i < starts.length - 1; i++) {
            int length = ends[i] - starts[i];
            System.arraycopy(sessions, starts[i], sessions, size, length);
            System.arraycopy(ranks, starts[i], ranks, size, length);
            size += length;
            packed[i + 1] = size;
        }
        return SparseMatrix.of(
                packed, Arrays.copyOf(sessions, size), Arrays.copyOf(ranks, size), histories.userCount());
    }
}
