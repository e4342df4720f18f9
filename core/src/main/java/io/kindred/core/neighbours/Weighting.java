package io.kindred.core.neighbours;

/** How much a column counts in a profile. The order is part of saved models: new ones go last. */
public enum Weighting {
    /** Its value. */
    NONE,
    /** {@code sqrt(value) * idf}, where {@code idf = ln((1 + rows) / (1 + rows that have the column))}. */
    TF_IDF,
    /**
     * {@code idf * value * (k1 + 1) / (k1 * (1 - b + b * length / average length) + value)}, where a length is the sum of a
     * row's values (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009).
     */
    BM25
}
