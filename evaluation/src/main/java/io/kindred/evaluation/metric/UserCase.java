package io.kindred.evaluation.metric;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.evaluation.split.RankingTask;
import java.util.Arrays;

/**
 * One user's question and the list given in answer: which items are candidates, which of them are relevant, and where the
 * list hits. Candidates are all items that are neither in the user's training and fold-in parts nor masked; relevant are the
 * candidates among the user's target items, each once. Reused from user to user; not thread-safe.
 */
public final class UserCase {
    private static final byte CANDIDATE = 0;
    private static final byte MASKED = 1;
    private static final byte RELEVANT = 2;

    private final RankingTask task;
    private final byte[] state;
    private int[] maskedItems = new int[64];
    private int maskedCount;
    private int historySize;
    private int[] relevantItems = new int[16];
    private int relevantCount;
    private int[] list = new int[0];
    private boolean[] hits = new boolean[0];
    private int listSize;

    public UserCase(RankingTask task) {
        this.task = task;
        this.state = new byte[task.train().itemCount()];
    }

    /** Turns to a user; the list is empty until {@link #answer}. */
    public void open(int user) {
        for (int i = 0; i < maskedCount; i++) {
            state[maskedItems[i]] = CANDIDATE;
        }
        for (int i = 0; i < relevantCount; i++) {
            state[relevantItems[i]] = CANDIDATE;
        }
        maskedCount = 0;
        relevantCount = 0;
        listSize = 0;
        mask(task.train(), user);
        mask(task.foldIn(), user);
        historySize = maskedCount;
        mask(task.masked(), user);
        SparseRows target = task.target().byUser();
        for (int p = target.start(user); p < target.end(user); p++) {
            int item = target.column(p);
            if (state[item] == CANDIDATE) {
                state[item] = RELEVANT;
                relevantItems = grown(relevantItems, relevantCount + 1);
                relevantItems[relevantCount++] = item;
            }
        }
    }

    /** Takes the list given to the user, best first; only the first {@code size} entries count. */
    public void answer(int[] items, int size) {
        list = items;
        listSize = size;
        if (hits.length < size) {
            hits = new boolean[size];
        }
        for (int r = 0; r < size; r++) {
            hits[r] = state[items[r]] == RELEVANT;
        }
    }

    /** Overwrites the scores of items that are no candidates with NaN, so that no list takes them. */
    public void maskScores(float[] scores) {
        for (int i = 0; i < maskedCount; i++) {
            scores[maskedItems[i]] = Float.NaN;
        }
    }

    public boolean isCandidate(int item) {
        return state[item] != MASKED;
    }

    public boolean isRelevant(int item) {
        return state[item] == RELEVANT;
    }

    public int itemCount() {
        return state.length;
    }

    public int candidateCount() {
        return state.length - maskedCount;
    }

    public int relevantCount() {
        return relevantCount;
    }

    /** A relevant item; they are in the order of the target part. */
    public int relevantItem(int index) {
        return relevantItems[index];
    }

    /** How many different items the user's training and fold-in parts have. */
    public int historySize() {
        return historySize;
    }

    public int historyItem(int index) {
        return maskedItems[index];
    }

    public int listSize() {
        return listSize;
    }

    /** The item at a rank of the list, from 0. */
    public int listed(int rank) {
        return list[rank];
    }

    /** Whether the item at a rank of the list, from 0, is relevant. */
    public boolean hit(int rank) {
        return hits[rank];
    }

    private void mask(Interactions part, int user) {
        SparseRows rows = part.byUser();
        for (int p = rows.start(user); p < rows.end(user); p++) {
            int item = rows.column(p);
            if (state[item] == CANDIDATE) {
                state[item] = MASKED;
                maskedItems = grown(maskedItems, maskedCount + 1);
                maskedItems[maskedCount++] = item;
            }
        }
    }

    private static int[] grown(int[] array, int needed) {
        return needed <= array.length ? array : Arrays.copyOf(array, Math.max(needed, array.length * 2));
    }
}
