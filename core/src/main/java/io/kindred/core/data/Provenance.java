package io.kindred.core.data;

/**
 * Where training data came from; written into every artifact and report.
 *
 * @param source what the user named: a path, a data set's name, or "memory"
 * @param snapshot content hash of the snapshot, empty where there is none
 * @param split the protocol and part the data are of, as in "leave-last-out/train", or "all"
 * @param splitSeed the seed of the split
 * @param weights how interactions were weighted, as in "event types view=1, purchase=5; half-life 30 days"; empty where
 *     they were not
 */
public record Provenance(String source, String snapshot, String split, long splitSeed, String weights) {
    /** Data that were not weighted. */
    public Provenance(String source, String snapshot, String split, long splitSeed) {
        this(source, snapshot, split, splitSeed, "");
    }

    /** Data built in memory by a program. */
    public static Provenance memory() {
        return new Provenance("memory", "", "all", 0);
    }

    /** The same data weighted. */
    public Provenance withWeights(String description) {
        return new Provenance(source, snapshot, split, splitSeed, description);
    }
}
