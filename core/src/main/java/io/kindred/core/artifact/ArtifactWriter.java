package io.kindred.core.artifact;

import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.math.SparseMatrix;
import io.kindred.core.model.ModelInfo;
import java.io.IOException;

/**
 * Takes the parts of a model while it is saved; each part becomes an Arrow file {@code NAME.arrow} of the artifact. Names are
 * lower-case words joined by underscores and used once. Not thread-safe.
 */
public interface ArtifactWriter {
    void vocabulary(String name, Vocabulary vocabulary) throws IOException;

    void histories(String name, UserHistories histories) throws IOException;

    /** Rows as {@code fixed_size_list<float32>[columns]}. */
    void matrix(String name, FloatMatrix matrix) throws IOException;

    /** Rows as lists of columns and lists of values. */
    void sparse(String name, SparseMatrix matrix) throws IOException;

    /** A setting that the form needs for scoring, kept in the manifest. */
    void setting(String name, double value);

    /** The next member of an ensemble, kept in the manifest; its parts are written under names of their own. */
    void member(ModelInfo info);
}
