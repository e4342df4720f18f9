package io.kindred.featurestore.snapshot;

/**
 * What one filter of a data set did.
 *
 * @param filter the filter in words, for instance {@code minimum rating 4.0}
 * @param removed events it removed
 * @param remaining events left after it
 */
public record FilterStep(String filter, long removed, long remaining) {
    @Override
    public String toString() {
        return filter + ": removed " + removed + ", " + remaining + " left";
    }
}
