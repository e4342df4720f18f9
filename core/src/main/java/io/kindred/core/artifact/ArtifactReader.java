package io.kindred.core.artifact;

import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.math.SparseMatrix;
import io.kindred.core.model.ModelInfo;
import java.io.IOException;
import java.util.List;

/**
 * Gives the parts of a saved model back. Matrices are views of mapped files, valid while the artifact is open. A part that is
 * missing or malformed is an {@link ArtifactException} that names the file.
 */
public interface ArtifactReader {
    /** Whether the artifact has a part. */
    boolean has(String name);

    Vocabulary vocabulary(String name) throws IOException;

    UserHistories histories(String name, int itemCount) throws IOException;

    FloatMatrix matrix(String name) throws IOException;

    SparseMatrix sparse(String name, int columns) throws IOException;

    /** A setting of the manifest. */
    double number(String name);

    /** The members of an ensemble in their order; empty for every other kind. */
    List<ModelInfo> members();
}
