package io.kindred.models.cf.ensemble;

import io.kindred.core.scorer.Fusion;

/** What makes the scores of the members comparable. */
public enum Normalization {
    /** Mean 0 and standard deviation 1. */
    Z_SCORE(Fusion.Normalization.Z_SCORE),
    /** From 0 to 1. */
    MIN_MAX(Fusion.Normalization.MIN_MAX),
    /** As they are. */
    NONE(Fusion.Normalization.NONE);

    private final Fusion.Normalization form;

    Normalization(Fusion.Normalization form) {
        this.form = form;
    }

    Fusion.Normalization form() {
        return form;
    }
}
