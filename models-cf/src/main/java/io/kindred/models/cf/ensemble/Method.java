package io.kindred.models.cf.ensemble;

/** How the members of an ensemble are fused. */
public enum Method {
    /** The weighted sum of normalised scores, with given weights. */
    WEIGHTED,
    /** The weighted sum of one over a constant plus the rank. */
    RECIPROCAL_RANK,
    /** As weighted, with weights learnt on a held-out part of the training data. */
    STACKED
}
