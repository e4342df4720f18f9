package io.kindred.models.cf.pairwise;

/** What is done with one positive: which negative it meets, and the gradient step. Immutable and thread-safe. */
@FunctionalInterface
public interface PairRule {
    /**
     * Visits one positive.
     *
     * @param walk draws negatives and adds up the loss
     * @param factors to be changed in the rows of this user and the items of the walk alone
     * @param position where the positive is in the walk
     */
    void visit(CellWalk walk, PairFactors factors, int position, int user, int item);
}
