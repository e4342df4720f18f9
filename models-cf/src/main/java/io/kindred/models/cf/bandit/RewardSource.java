package io.kindred.models.cf.bandit;

/** What the interactions say of how often an item was shown and what it earned. */
public enum RewardSource {
    /** An interaction earns 1; every user with interactions is taken to have been shown every item once. */
    IMPLICIT,
    /** Each interaction is one time that the item was shown, and its value, from 0 to 1, what it earned. */
    EXPOSURES
}
