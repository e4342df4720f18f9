package io.kindred.models.cf.neighbours;

import io.kindred.core.math.SparseMatrix;
import io.kindred.core.math.TopK;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.neighbours.NeighbourSearch;
import io.kindred.core.neighbours.SparseRow;
import io.kindred.models.cf.parallel.ParallelRows;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/** Finds the nearest neighbours of many rows on several threads. */
public final class NearestRows {
    private static final int BLOCK_ROWS = 16;

    private NearestRows() {}

    /**
     * The neighbours of each row, best first.
     *
     * @param rows the columns of each row ascend
     * @param searches makes a search for each thread
     * @param k how many neighbours are kept
     */
    public static TopK.Ranked[] of(
            SparseMatrix rows, Supplier<? extends NeighbourSearch> searches, int k, TrainingContext context)
            throws InterruptedException {
        TopK.Ranked[] found = new TopK.Ranked[rows.rows()];
        renew(found, row -> true, rows, searches, k, context);
        return found;
    }

    /**
     * Finds the neighbours of some rows anew.
     *
     * @param found is written where a row is renewed
     * @param renewed which rows
     */
    public static void renew(
            TopK.Ranked[] found,
            IntPredicate renewed,
            SparseMatrix rows,
            Supplier<? extends NeighbourSearch> searches,
            int k,
            TrainingContext context)
            throws InterruptedException {
        int kept = Math.min(k, Math.max(rows.rows() - 1, 0));
        Supplier<Worker> workers = () -> new Worker(searches.get(), new TopK(kept));
        try (ParallelRows threads = new ParallelRows(context.threads(), context.cancellation())) {
            threads.forEachBlock(rows.rows(), BLOCK_ROWS, workers, (worker, from, to) -> {
                for (int r = from; r < to; r++) {
                    if (renewed.test(r)) {
                        worker.search()
                                .nearest(r, SparseRow.columns(rows, r), SparseRow.values(rows, r), worker.best());
                        found[r] = worker.best().drain();
                    }
                }
            });
        }
    }

    private record Worker(NeighbourSearch search, TopK best) {}
}
