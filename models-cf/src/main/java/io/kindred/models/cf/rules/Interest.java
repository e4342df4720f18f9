package io.kindred.models.cf.rules;

/** How strong a rule "who had a also had b" is; n users, of whom some had a, some b and some both. */
public enum Interest {
    /** The share of those who had a that had b: {@code both / a}. */
    CONFIDENCE,
    /** The confidence over the share of all who had b: {@code both * n / (a * b)}; above 1 where a makes b more likely. */
    LIFT
}
