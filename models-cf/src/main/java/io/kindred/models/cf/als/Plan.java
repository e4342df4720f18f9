package io.kindred.models.cf.als;

import io.kindred.core.data.SparseRows;

/**
 * Which rows of a side are solved in which way; depends on the data and the parameters alone, never on the machine.
 *
 * @param solver as asked for
 * @param stride padded factors
 * @param shorts whether short rows are solved by a {@link ShortRowSolver}
 * @param refines whether some rows are refined
 */
record Plan(AlsSolver solver, int stride, boolean shorts, boolean refines) {
    /** Below this, systems are so small that solving them exactly costs less than refining. */
    private static final int MIN_REFINED = 64;
    /** From here on, refining costs less than forming the system, however long the history. */
    private static final int ALWAYS_REFINED = 128;
    /** What the eigenvectors cost, in systems of one row. */
    private static final int SPECTRUM_COST = 800;

    /** How a row is solved. */
    enum Way {
        WHOLE,
        SHORT,
        REFINED
    }

    static Plan of(AlsSolver solver, Objective objective, SparseRows history, int stride) {
        return switch (solver) {
            case CHOLESKY -> new Plan(solver, stride, ShortRowSolver.pays(objective, history, stride), false);
            case CONJUGATE_GRADIENT, BLOCK -> new Plan(solver, stride, false, true);
            case AUTO ->
                refiningPays(history, stride)
                        ? new Plan(solver, stride, false, true)
                        : of(AlsSolver.CHOLESKY, objective, history, stride);
        };
    }

    /** Conjugate gradients are only fast along the eigenvectors, and those must pay. */
    private static boolean refiningPays(SparseRows history, int stride) {
        if (stride < MIN_REFINED || stride > ShortRowSolver.MAX_FACTORS) {
            return false;
        }
        int rows = 0;
        for (int r = 0; r < history.rowCount(); r++) {
            rows += history.length(r) > 0 && (stride >= ALWAYS_REFINED || history.length(r) <= stride) ? 1 : 0;
        }
        return rows > SPECTRUM_COST;
    }

    /** Whether the eigenvectors are needed. */
    boolean spectral() {
        return shorts || (refines && solver != AlsSolver.BLOCK && stride <= ShortRowSolver.MAX_FACTORS);
    }

    /** How a row with a history of this length is solved. */
    Way way(int length) {
        if (shorts && length > 0 && length <= ShortRowSolver.longest(stride)) {
            return Way.SHORT;
        }
        boolean refined = refines && (solver != AlsSolver.AUTO || stride >= ALWAYS_REFINED || length <= stride);
        return refined ? Way.REFINED : Way.WHOLE;
    }
}
