package io.kindred.evaluation.metric;

/** How alike two items are, for {@link Diversity}. Immutable and thread-safe. */
public interface ItemCosine {
    /** The cosine of the items' vectors in [-1, 1]; 0 where one of them has no vector. */
    double cosine(int a, int b);

    /** The same cosines for whole lists, to be used by one thread. */
    default ListCosines lists() {
        return new PairCosines(this);
    }
}
