package io.kindred.featurestore.snapshot;

/** What happens to several events of one user with one item, within the same part. */
public enum DuplicatePolicy {
    /** All are kept. */
    KEEP_ALL("keep all"),
    /** Only the first by time is kept; of equal times the first row. */
    KEEP_FIRST("keep the first"),
    /** Only the last by time is kept; of equal times the last row. */
    KEEP_LAST("keep the last");

    private final String label;

    DuplicatePolicy(String label) {
        this.label = label;
    }

    /** The policy in words. */
    public String label() {
        return label;
    }
}
