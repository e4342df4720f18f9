package io.kindred.serving.api;

/** The largest parts of a request. */
final class Limits {
    static final int MAX_K = 1000;
    static final String DEFAULT_K = "10";
    static final int MAX_ID = 1024;
    static final int MAX_HISTORY = 1000;
    static final int MAX_ITEMS = 10_000;
    static final int MAX_FEATURES = 64;
    static final int MAX_FILTERS = 16;
    static final int MAX_FILTER_VALUES = 100;
    static final int MAX_EVENTS = 1000;
    static final int MAX_PAGE = 1000;
    static final int MAX_METRICS = 200;
    static final int MAX_JSON_DEPTH = 16;

    /** Unix seconds far in the future; anything larger was given in milliseconds. */
    static final long MAX_UNIX_SECONDS = 32_503_680_000L;

    private Limits() {}
}
