package io.kindred.models.cf.pairwise;

import io.kindred.core.data.SparseRows;
import io.kindred.models.cf.parallel.ParallelRows;
import java.util.Arrays;

/**
 * The positives of an epoch as a square of cells, user block by item block. Cells of one diagonal share neither users nor
 * items, so threads may work on them at once without locks, and the result does not depend on how many threads there are
 * (Gemulla, Nijkamp, Haas, Sismanis: Large-Scale Matrix Factorization with Distributed Stochastic Gradient Descent, 2011). A
 * cell's rows fit the second-level cache. Negatives come from the cell's items; because items are dealt to the blocks anew in
 * each epoch, every pair of items meets.
 */
final class Strata {
    /** Below this many positives a cell is not worth a thread's visit. */
    private static final int CELL_POSITIVES = 256;
    /** So many items a block has at least, to draw negatives from. */
    private static final int BLOCK_ITEMS = 32;
    /** As many blocks as keep 16 threads busy to the end of a diagonal. */
    private static final int BLOCKS = 32;
    /** The rows of a block on one side should take no more than this, in bytes. */
    private static final long BLOCK_BYTES = 1 << 19;

    private final SparseRows byUser;
    private final int blocks;
    private final int[] firstUser;
    private final int[] itemOrder;
    private final int[] blockOfItem;
    private final int[] users;
    private final int[] items;
    private final float[] weights;
    private final float[] dealtWeights;
    private final int[] cellStarts;
    private final Mix random = new Mix();

    /**
     * @param byUser without repeats
     * @param rowBytes the size of one vector
     * @param weights of the positives by position, or null where all are 1
     * @param mostBlocks into how many blocks each side is cut at most
     */
    Strata(SparseRows byUser, int rowBytes, float[] weights, int mostBlocks) {
        this.byUser = byUser;
        this.blocks = Math.min(mostBlocks, blocks(byUser, rowBytes));
        this.firstUser = balanced(byUser, blocks);
        this.itemOrder = new int[byUser.columnCount()];
        this.blockOfItem = new int[itemOrder.length];
        this.users = new int[byUser.size()];
        this.items = new int[byUser.size()];
        this.weights = weights;
        this.dealtWeights = weights == null ? null : new float[byUser.size()];
        this.cellStarts = new int[blocks * blocks + 1];
        for (int i = 0; i < itemOrder.length; i++) {
            itemOrder[i] = i;
        }
    }

    private static int blocks(SparseRows byUser, int rowBytes) {
        long largest = Math.max(byUser.rowCount(), byUser.columnCount());
        long wanted = Math.max(BLOCKS, Math.min(8 * BLOCKS, largest * rowBytes / BLOCK_BYTES));
        long possible = (long) Math.sqrt((double) byUser.size() / CELL_POSITIVES);
        int rows = Math.min(byUser.rowCount() / 2, byUser.columnCount() / BLOCK_ITEMS);
        return Math.max(1, (int) Math.min(rows, Math.min(wanted, possible)));
    }

    /** Where to cut the users so that each block has about the same number of positives. */
    private static int[] balanced(SparseRows byUser, int blocks) {
        int[] first = new int[blocks + 1];
        int user = 0;
        for (int b = 1; b < blocks; b++) {
            long share = (long) byUser.size() * b / blocks;
            while (byUser.start(user) < share) {
                user++;
            }
            first[b] = user;
        }
        first[blocks] = byUser.rowCount();
        return first;
    }

    /** How many blocks there are on each side, and so how many cells on a diagonal. */
    int blocks() {
        return blocks;
    }

    /** Deals the items to blocks and the positives to cells for an epoch; the same for the same seed and epoch. */
    void deal(long seed, int epoch, ParallelRows threads) throws InterruptedException {
        random.start(seed, epoch, -1);
        for (int i = 0; i < itemOrder.length; i++) {
            itemOrder[i] = i;
        }
        for (int left = itemOrder.length; left > 1; left--) {
            int other = random.below(left);
            int last = itemOrder[left - 1];
            itemOrder[left - 1] = itemOrder[other];
            itemOrder[other] = last;
        }
        for (int b = 0; b < blocks; b++) {
            for (int p = firstItem(b); p < firstItem(b + 1); p++) {
                blockOfItem[itemOrder[p]] = b;
            }
        }
        threads.forEachBlock(blocks, 1, () -> new int[blocks], (next, from, to) -> {
            for (int b = from; b < to; b++) {
                dealUsers(b, next);
            }
        });
        cellStarts[blocks * blocks] = byUser.size();
    }

    private void dealUsers(int block, int[] next) {
        Arrays.fill(next, 0);
        int start = byUser.start(firstUser[block]);
        int end = block + 1 == blocks ? byUser.size() : byUser.start(firstUser[block + 1]);
        for (int p = start; p < end; p++) {
            next[blockOfItem[byUser.column(p)]]++;
        }
        int at = start;
        for (int b = 0; b < blocks; b++) {
            int count = next[b];
            cellStarts[block * blocks + b] = at;
            next[b] = at;
            at += count;
        }
        for (int user = firstUser[block]; user < firstUser[block + 1]; user++) {
            for (int p = byUser.start(user); p < byUser.end(user); p++) {
                int item = byUser.column(p);
                int target = next[blockOfItem[item]]++;
                users[target] = user;
                items[target] = item;
                if (weights != null) {
                    dealtWeights[target] = weights[p];
                }
            }
        }
    }

    /** The number of a user block's cell on a diagonal. */
    int cell(int userBlock, int diagonal) {
        return userBlock * blocks + (userBlock + diagonal) % blocks;
    }

    /** The first position of a cell; the cell after it starts where it ends. */
    int cellStart(int cell) {
        return cellStarts[cell];
    }

    int largestCell() {
        int largest = 0;
        for (int c = 0; c < blocks * blocks; c++) {
            largest = Math.max(largest, cellStarts[c + 1] - cellStarts[c]);
        }
        return largest;
    }

    /** The users of the positives, cell by cell; within a cell each user's positives lie together. */
    int[] users() {
        return users;
    }

    /** The items of the positives. */
    int[] items() {
        return items;
    }

    /** The weight of the positive at a position. */
    float weight(int position) {
        return weights == null ? 1f : dealtWeights[position];
    }

    /** All items, block by block. */
    int[] itemOrder() {
        return itemOrder;
    }

    /** The place in {@link #itemOrder()} where an item block begins. */
    int firstItem(int itemBlock) {
        return (int) ((long) itemOrder.length * itemBlock / blocks);
    }
}
