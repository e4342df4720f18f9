package io.kindred.models.cf.als;

import io.kindred.core.data.SparseRows;

/**
 * Solves blocks of rows, each row in the way that the plan says. Belongs to one thread.
 *
 * @param any takes every row
 * @param shorts takes short rows, or null where the plan has none
 * @param refined takes rows to be refined, or null where the plan has none
 */
record RowSteps(Plan plan, SparseRows history, RowSolver any, ShortRowSolver shorts, RefiningStep refined) {
    /** Computes the vectors of rows {@code [from, to)}. */
    void solve(int from, int to, FactorTable target) {
        for (int row = from; row < to; row++) {
            switch (plan.way(history.length(row))) {
                case WHOLE -> any.solve(row, target);
                case REFINED -> refined.solve(row, target);
                case SHORT -> {
                    if (!shorts.solve(row, target)) {
                        any.solve(row, target);
                    }
                }
            }
        }
        if (shorts != null) {
            shorts.flush(target);
        }
        if (refined != null) {
            refined.flush(target);
        }
    }
}
