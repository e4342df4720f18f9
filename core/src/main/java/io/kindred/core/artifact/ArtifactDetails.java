package io.kindred.core.artifact;

import io.kindred.core.data.Provenance;
import java.util.Map;

/**
 * What the one who saves an artifact knows and the model does not.
 *
 * @param data what the model was trained on
 * @param seed of the training run
 * @param metrics measured on the test part, by name; finite; may be empty
 */
public record ArtifactDetails(Provenance data, long seed, Map<String, Double> metrics) {
    public ArtifactDetails {
        metrics = Map.copyOf(metrics);
    }

    /** Data, no metrics. */
    public static ArtifactDetails of(Provenance data, long seed) {
        return new ArtifactDetails(data, seed, Map.of());
    }
}
