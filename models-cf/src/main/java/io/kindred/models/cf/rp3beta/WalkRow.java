package io.kindred.models.cf.rp3beta;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.math.TopK;

/**
 * Follows all walks item - user - item from one item at a time, in an accumulator as long as there are items, and keeps the
 * heaviest ends. Belongs to one thread.
 */
final class WalkRow {
    private final SparseRows byUser;
    private final SparseRows byItem;
    private final WalkWeights weights;
    private final double[] reached;
    private final int[] ends;
    private final TopK best;

    /**
     * @param interactions without repeats
     */
    WalkRow(Interactions interactions, WalkWeights weights, int neighbours) {
        this.byUser = interactions.byUser();
        this.byItem = interactions.byItem();
        this.weights = weights;
        int items = interactions.itemCount();
        this.reached = new double[items];
        this.ends = new int[items + 1];
        this.best = new TopK(Math.min(neighbours, Math.max(items - 1, 0)));
    }

    /** The ends of the walks from an item but the item itself, heaviest first; those no walk reaches are never among them. */
    TopK.Ranked heaviest(int item) {
        int found = weights.userEdges() == null ? walk(item) : walkWeighted(item);
        double first = weights.leavingItem()[item];
        for (int e = 0; e < found; e++) {
            int j = ends[e];
            if (j != item) {
                best.offer(j, (float) (first * reached[j] * weights.arrival()[j]));
            }
            reached[j] = 0;
        }
        return best.drain();
    }

    private int walk(int item) {
        int found = 0;
        for (int p = byItem.start(item); p < byItem.end(item); p++) {
            int user = byItem.column(p);
            double step = weights.leavingUser()[user];
            int end = byUser.end(user);
            for (int q = byUser.start(user); q < end; q++) {
                int j = byUser.column(q);
                // Written without a branch: the place is taken for good only at the first visit.
                ends[found] = j;
                found += reached[j] == 0 ? 1 : 0;
                reached[j] += step;
            }
        }
        return found;
    }

    private int walkWeighted(int item) {
        double[] edges = weights.userEdges();
        int found = 0;
        for (int p = byItem.start(item); p < byItem.end(item); p++) {
            int user = byItem.column(p);
            double step = weights.itemEdges()[p] * weights.leavingUser()[user];
            int end = byUser.end(user);
            for (int q = byUser.start(user); q < end; q++) {
                double amount = step * edges[q];
                if (amount > 0) {
                    int j = byUser.column(q);
                    ends[found] = j;
                    found += reached[j] == 0 ? 1 : 0;
                    reached[j] += amount;
                }
            }
        }
        return found;
    }
}
