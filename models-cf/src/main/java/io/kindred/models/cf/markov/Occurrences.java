package io.kindred.models.cf.markov;

import io.kindred.core.data.SparseRows;

/** Where each item occurs in the histories, and where the history of each place ends. Immutable and thread-safe. */
final class Occurrences {
    private final int[] starts;
    private final int[] positions;
    private final int[] ends;

    Occurrences(SparseRows byUser) {
        int size = byUser.size();
        this.starts = new int[byUser.columnCount() + 1];
        this.positions = new int[size];
        this.ends = new int[size];
        for (int p = 0; p < size; p++) {
            starts[byUser.column(p) + 1]++;
        }
        for (int i = 0; i < byUser.columnCount(); i++) {
            starts[i + 1] += starts[i];
        }
        int[] next = starts.clone();
        for (int u = 0; u < byUser.rowCount(); u++) {
            for (int p = byUser.start(u); p < byUser.end(u); p++) {
                positions[next[byUser.column(p)]++] = p;
                ends[p] = byUser.end(u);
            }
        }
    }

    /** The first of an item's occurrences. */
    int start(int item) {
        return starts[item];
    }

    /** The end of an item's occurrences. */
    int end(int item) {
        return starts[item + 1];
    }

    /** The position of an occurrence in the rows by user. */
    int position(int occurrence) {
        return positions[occurrence];
    }

    /** The end of the row that a position belongs to. */
    int rowEnd(int position) {
        return ends[position];
    }
}
