package io.kindred.core.scorer;

import io.kindred.core.artifact.ArtifactWriter;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.math.SparseMatrix;
import io.kindred.core.model.ModelInfo;
import java.io.IOException;

/** Writes the parts of an ensemble's member under names that begin with its number. Not thread-safe. */
final class MemberWriter implements ArtifactWriter {
    private final ArtifactWriter out;
    private final int number;

    MemberWriter(ArtifactWriter out, int number) {
        this.out = out;
        this.number = number;
    }

    /** The name of a member's part in the whole artifact, as in "member0_item_factors". */
    static String name(int number, String part) {
        return "member" + number + "_" + part;
    }

    @Override
    public void vocabulary(String name, Vocabulary vocabulary) throws IOException {
        out.vocabulary(name(number, name), vocabulary);
    }

    @Override
    public void histories(String name, UserHistories histories) throws IOException {
        out.histories(name(number, name), histories);
    }

    @Override
    public void matrix(String name, FloatMatrix matrix) throws IOException {
        out.matrix(name(number, name), matrix);
    }

    @Override
    public void sparse(String name, SparseMatrix matrix) throws IOException {
        out.sparse(name(number, name), matrix);
    }

    @Override
    public void setting(String name, double value) {
        out.setting(name(number, name), value);
    }

    @Override
    public void member(ModelInfo info) {
        throw new IllegalArgumentException("a member of an ensemble has no members");
    }
}
