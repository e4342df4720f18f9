package io.kindred.core.model;

import io.kindred.core.artifact.ArtifactWriter;
import java.io.IOException;

/** A recommender fresh from training, which can be written to an artifact and read back with the same answers. */
public interface TrainedModel extends Recommender {
    /** Writes the model's own files and settings; the framework adds the manifest. */
    void save(ArtifactWriter out) throws IOException;
}
