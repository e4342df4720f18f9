package io.kindred.models.cf.pairwise;

import io.kindred.core.model.Cancellation;

/**
 * One thread's walk through a cell: visits the positives in random order, draws negatives and adds up the loss. Everything it
 * draws depends on seed, epoch and cell alone. Not thread-safe.
 */
public final class CellWalk {
    /** Draws before a positive is given up, where a user has almost every item of the block. */
    private static final int TRIES = 64;
    /** Visits between two looks at the cancellation. */
    private static final int CHECK_EVERY = 1 << 14;

    private final Strata strata;
    private final PairRule rule;
    private final Cancellation cancellation;
    private final int[] order;
    private final Mix random = new Mix();
    private float rate;
    private float weight;
    private int userFrom;
    private int userTo;
    private int start;
    private int end;
    private int firstItem;
    private int itemCount;
    private double loss;
    private long visits;

    CellWalk(Strata strata, PairRule rule, Cancellation cancellation, int largestCell) {
        this.strata = strata;
        this.rule = rule;
        this.cancellation = cancellation;
        this.order = new int[largestCell];
    }

    /** Visits all positives of a cell; ends early when cancelled. */
    void walk(int cell, PairFactors factors, long seed, int epoch, float rate) {
        this.rate = rate;
        start = strata.cellStart(cell);
        end = strata.cellStart(cell + 1);
        int itemBlock = cell % strata.blocks();
        firstItem = strata.firstItem(itemBlock);
        itemCount = strata.firstItem(itemBlock + 1) - firstItem;
        loss = 0;
        visits = 0;
        random.start(seed, epoch, cell);
        int size = end - start;
        shuffle(size);
        for (int n = 0; n < size; n++) {
            if ((n & (CHECK_EVERY - 1)) == CHECK_EVERY - 1
                    && (cancellation.isCancelled() || Thread.currentThread().isInterrupted())) {
                return;
            }
            int position = order[n];
            weight = strata.weight(position);
            if (weight > 0) {
                rule.visit(this, factors, position, strata.users()[position], strata.items()[position]);
            }
        }
    }

    private void shuffle(int size) {
        for (int n = 0; n < size; n++) {
            int other = random.below(n + 1);
            order[n] = order[other];
            order[other] = start + n;
        }
    }

    /** An item of the block, each with the same probability, the user's positives among them. */
    public int anyItem() {
        return strata.itemOrder()[firstItem + random.below(itemCount)];
    }

    /** Whether the user of a position had an item of this block. */
    public boolean isPositive(int position, int item) {
        int[] users = strata.users();
        int[] items = strata.items();
        int user = users[position];
        for (int p = position; p < end && users[p] == user; p++) {
            if (items[p] == item) {
                return true;
            }
        }
        for (int p = position - 1; p >= start && users[p] == user; p--) {
            if (items[p] == item) {
                return true;
            }
        }
        return false;
    }

    /** An item of the block that the user of a position did not have, or -1 if none was found in {@value #TRIES} draws. */
    public int negative(int position) {
        for (int n = 0; n < TRIES; n++) {
            int item = anyItem();
            if (!isPositive(position, item)) {
                return item;
            }
        }
        return -1;
    }

    /** What the step size is to be multiplied by in this epoch, in (0, 1]. */
    public float rate() {
        return rate;
    }

    /** How much the positive of this visit counts, 1 on average. */
    public float weight() {
        return weight;
    }

    /** How many positives of this cell the user of a position has, the visited one among them. */
    public int positivesOfUser(int position) {
        int[] users = strata.users();
        int user = users[position];
        userFrom = position;
        while (userFrom > start && users[userFrom - 1] == user) {
            userFrom--;
        }
        userTo = position + 1;
        while (userTo < end && users[userTo] == user) {
            userTo++;
        }
        return userTo - userFrom;
    }

    /** The position of one of those that {@link #positivesOfUser} has just counted, each with the same probability. */
    public int positiveOfUser() {
        return userFrom + random.below(userTo - userFrom);
    }

    /** The item at a position. */
    public int item(int position) {
        return strata.items()[position];
    }

    /** How much the positive at a position counts, 1 on average. */
    public float weightAt(int position) {
        return strata.weight(position);
    }

    /** Adds the loss of one visit; a positive that was given up adds none. */
    public void addLoss(double value) {
        loss += value;
        visits++;
    }

    double loss() {
        return loss;
    }

    long visits() {
        return visits;
    }
}
