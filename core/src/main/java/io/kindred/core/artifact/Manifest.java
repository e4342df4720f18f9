package io.kindred.core.artifact;

import io.kindred.core.data.Provenance;
import io.kindred.core.model.ModelInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code manifest.json} says about an artifact. Immutable.
 *
 * @param formatVersion the format, {@value #OLDEST_FORMAT} to {@value #NEWEST_FORMAT}
 * @param info provider, kind and hyper-parameters
 * @param members the models of an ensemble in their order; empty for other kinds
 * @param capabilities names of the capabilities, as in "fold-in"
 * @param settings numbers the serving form needs, as in "alpha"
 * @param vocabularies fingerprints by part name ("users", "items")
 * @param data what it was trained on
 * @param seed of the training run
 * @param metrics measured on the test part, by name; may be empty
 * @param environment library version, JDK, operating system and processor
 * @param created when, as ISO 8601 in UTC
 * @param files every other file of the artifact
 */
public record Manifest(
        int formatVersion,
        ModelInfo info,
        List<ModelInfo> members,
        Set<String> capabilities,
        Map<String, Double> settings,
        Map<String, String> vocabularies,
        Provenance data,
        long seed,
        Map<String, Double> metrics,
        Map<String, String> environment,
        String created,
        List<Entry> files) {
    /** The oldest format this version reads. */
    public static final int OLDEST_FORMAT = 1;

    /** The newest format this version reads, and the one it writes. */
    public static final int NEWEST_FORMAT = 1;

    /** The manifest's file name. */
    public static final String FILE_NAME = "manifest.json";

    /**
     * One file of an artifact.
     *
     * @param name plain file name, as in "users.arrow"
     * @param bytes its size
     * @param rows its rows
     * @param sha256 hexadecimal checksum
     */
    public record Entry(String name, long bytes, long rows, String sha256) {}
}
