package io.kindred.models.cf.fpmc;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The steps from one item of a history to the next, dealt anew in every epoch to a cube of cells: user block by block of the
 * item before by block of the item after. Cells that share no block share no vector, so threads may work on them at once
 * without locks, and the result does not depend on how many threads there are (the idea of Gemulla, Nijkamp, Haas, Sismanis:
 * Large-Scale Matrix Factorization with Distributed Stochastic Gradient Descent, 2011, in three dimensions). Negatives come
 * from the block of the item after; because items are dealt anew, every pair of items meets.
 */
final class Transitions {
    /** So many blocks keep eight threads busy. */
    private static final int MOST_BLOCKS = 8;
    /** Below this many transitions a cell is not worth a thread's visit. */
    private static final int CELL_TRANSITIONS = 128;
    /** So many items a block has at least, to draw negatives from. */
    private static final int BLOCK_ITEMS = 32;

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final SparseRows rows;
    private final int[] userOf;
    private final int[] positions;
    private final int blocks;
    private final int[] itemOrder;
    private final int[] blockOf;
    private final int[] dealt;
    private final int[] starts;

    /** Every two interactions that follow each other in a history are a transition. */
    Transitions(Interactions interactions) {
        this.rows = interactions.byUser();
        this.userOf = new int[rows.size()];
        int[] found = new int[rows.size()];
        int count = 0;
        for (int u = 0; u < rows.rowCount(); u++) {
            for (int p = rows.start(u); p < rows.end(u); p++) {
                userOf[p] = u;
                if (p > rows.start(u)) {
                    found[count++] = p;
                }
            }
        }
        this.positions = Arrays.copyOf(found, count);
        int items = interactions.itemCount();
        int wanted = (int) Math.min(MOST_BLOCKS, Math.cbrt((double) count / CELL_TRANSITIONS));
        this.blocks = Math.max(1, Math.min(wanted, items / BLOCK_ITEMS));
        this.itemOrder = new int[items];
        this.blockOf = new int[items];
        this.dealt = new int[count];
        this.starts = new int[blocks * blocks * blocks + 1];
    }

    /** How many transitions there are. */
    int size() {
        return positions.length;
    }

    /** How many blocks each side of the cube has. */
    int blocks() {
        return blocks;
    }

    /** The cell at a place of the cube. */
    int cell(int userBlock, int beforeBlock, int afterBlock) {
        return (userBlock * blocks + beforeBlock) * blocks + afterBlock;
    }

    /** A stream of random numbers that belongs to a seed and two numbers. */
    static SplittableRandom random(long seed, int first, int second) {
        long key = (seed * GOLDEN + first) * 0xBF58476D1CE4E5B9L + second;
        key = (key ^ (key >>> 30)) * 0x94D049BB133111EBL;
        return new SplittableRandom(key ^ (key >>> 31));
    }

    /** Deals items to blocks and transitions to cells for an epoch; the same for the same seed and epoch. */
    void deal(long seed, int epoch) {
        SplittableRandom random = random(seed, epoch, -1);
        for (int i = 0; i < itemOrder.length; i++) {
            int other = random.nextInt(i + 1);
            itemOrder[i] = itemOrder[other];
            itemOrder[other] = i;
        }
        for (int b = 0; b < blocks; b++) {
            for (int p = firstItem(b); p < firstItem(b + 1); p++) {
                blockOf[itemOrder[p]] = b;
            }
        }
        Arrays.fill(starts, 0);
        for (int position : positions) {
            starts[cellOf(position) + 1]++;
        }
        for (int c = 0; c < starts.length - 1; c++) {
            starts[c + 1] += starts[c];
        }
        int[] next = starts.clone();
        for (int position : positions) {
            dealt[next[cellOf(position)]++] = position;
        }
    }

    private int cellOf(int position) {
        int userBlock = (int) ((long) userOf[position] * blocks / rows.rowCount());
        return cell(userBlock, blockOf[before(position)], blockOf[after(position)]);
    }

    int start(int cell) {
        return starts[cell];
    }

    int end(int cell) {
        return starts[cell + 1];
    }

    /** The dealt transitions, cell by cell; a cell may be shuffled by whoever works on it. */
    int[] dealt() {
        return dealt;
    }

    int user(int position) {
        return userOf[position];
    }

    int before(int position) {
        return rows.column(position - 1);
    }

    int after(int position) {
        return rows.column(position);
    }

    float value(int position) {
        return rows.value(position);
    }

    /** The place in {@link #itemAt} where a block of items begins. */
    int firstItem(int block) {
        return (int) ((long) itemOrder.length * block / blocks);
    }

    /** The items, block by block. */
    int itemAt(int place) {
        return itemOrder[place];
    }
}
