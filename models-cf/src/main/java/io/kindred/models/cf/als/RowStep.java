package io.kindred.models.cf.als;

/** One way to compute a row's vector. An instance belongs to one thread. */
interface RowStep {
    /** Computes the vector of a row (zeros for one without history); it is in the target after {@link #flush}, or sooner. */
    void solve(int row, FactorTable target);

    /** Writes what is still waiting. */
    default void flush(FactorTable target) {
        // Most ways write at once.
    }
}
