package io.kindred.evaluation.metric;

/** The cosines within one list after the other. Not thread-safe. */
public interface ListCosines {
    /** Turns to a new list. */
    void clear();

    /** Appends an item to the list and returns the sum of its cosines with those before it, added in their order. */
    double add(int item);
}
