package io.kindred.core.data;

/**
 * Where training data came from; written into every artifact and report.
 *
 * @param source what the user named: a path, a data set's name, or "memory"
 * @param snapshot content hash of the snapshot, empty where there is none
 * @param split the protocol and part the data are of, as in "leave-last-out/train", or "all"
 * @param splitSeed the seed of the split
 */
public record Provenance(String source, String snapshot, String split, long splitSeed) {
    /** Data built in memory by a program. */
    public static Provenance memory() {
        return new Provenance("memory", "", "all", 0);
    }
}
