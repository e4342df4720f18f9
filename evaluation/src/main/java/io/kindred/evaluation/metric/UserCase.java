package io.kindred.evaluation.metric;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.evaluation.split.RankingTask;
import java.util.Arrays;

/**
 * One user's question and the list given in answer: which items are candidates, which of them are relevant, and where the
 * list hits. Candidates are all items that are neither in the user's training and fold-in parts nor masked; relevant are the
 * candidates among the user's target items, each once. Where what was seen competes as well, only masked items are no
 * candidates. Reused from user to user; not thread-safe.
 */
public final class UserCase {
    private static final byte CANDIDATE = 0;
    private static final byte MASKED = 1;
    private static final byte RELEVANT = 2;
    /** In the user's history, but a candidate all the same. */
    private static final byte SEEN = 3;

    private final RankingTask task;
    private final boolean seenCompete;
    private final byte[] state;
    /** The history, then what is masked besides. */
    private int[] knownItems = new int[64];

    private int knownCount;
    private int historySize;
    private int[] relevantItems = new int[16];
    private int relevantCount;
    private int[] list = new int[0];
    private boolean[] hits = new boolean[0];
    private int listSize;

    public UserCase(RankingTask task) {
        this(task, task.sessions());
    }

    /**
     * @param seenCompete whether the items of the user's training and fold-in parts are candidates
     */
    public UserCase(RankingTask task, boolean seenCompete) {
        this.task = task;
        this.seenCompete = seenCompete;
        this.state = new byte[task.train().itemCount()];
    }

    /** Turns to a user; the list is empty until {@link #answer}. */
    public void open(int user) {
        for (int i = 0; i < knownCount; i++) {
            state[knownItems[i]] = CANDIDATE;
        }
        for (int i = 0; i < relevantCount; i++) {
            state[relevantItems[i]] = CANDIDATE;
        }
        knownCount = 0;
        relevantCount = 0;
        listSize = 0;
        mark(task.train(), user, seenCompete ? SEEN : MASKED);
        mark(task.foldIn(), user, seenCompete ? SEEN : MASKED);
        historySize = knownCount;
        mark(task.masked(), user, MASKED);
        SparseRows target = task.target().byUser();
        for (int p = target.start(user); p < target.end(user); p++) {
            int item = target.column(p);
            if (state[item] == CANDIDATE || state[item] == SEEN) {
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
        for (int i = firstMasked(); i < knownCount; i++) {
            scores[knownItems[i]] = Float.NaN;
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
        return state.length - maskedCount();
    }

    public int relevantCount() {
        return relevantCount;
    }

    /** A relevant item; they are in the order of the target part. */
    public int relevantItem(int index) {
        return relevantItems[index];
    }

    /** How many items are no candidates. */
    public int maskedCount() {
        return knownCount - firstMasked();
    }

    /** An item that is no candidate. */
    public int maskedItem(int index) {
        return knownItems[firstMasked() + index];
    }

    /** How many different items the user's training and fold-in parts have. */
    public int historySize() {
        return historySize;
    }

    public int historyItem(int index) {
        return knownItems[index];
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

    private int firstMasked() {
        return seenCompete ? historySize : 0;
    }

    private void mark(Interactions part, int user, byte as) {
        SparseRows rows = part.byUser();
        for (int p = rows.start(user); p < rows.end(user); p++) {
            int item = rows.column(p);
            if (state[item] == CANDIDATE) {
                state[item] = as;
                knownItems = grown(knownItems, knownCount + 1);
                knownItems[knownCount++] = item;
            }
        }
    }

    private static int[] grown(int[] array, int needed) {
        return needed <= array.length ? array : Arrays.copyOf(array, Math.max(needed, array.length * 2));
    }
}
