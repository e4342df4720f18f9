package io.kindred.core.data;

/** What a data set knows about when its interactions happened. */
public enum TimeKind {
    /** Unix seconds. */
    TIMESTAMP,
    /** The order of a user's interactions, but no clock: a time is the position in the input. */
    ORDER,
    /** Neither time nor order. */
    NONE
}
