package io.kindred.core.scorer;

import io.kindred.core.artifact.ArtifactReader;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.math.SparseMatrix;
import io.kindred.core.model.ModelInfo;
import java.io.IOException;
import java.util.List;

/** Reads the parts of an ensemble's member; users, items and histories are those of the ensemble, read once. */
final class MemberReader implements ArtifactReader {
    private final ArtifactReader in;
    private final int number;
    private final Vocabulary users;
    private final Vocabulary items;
    private final UserHistories histories;

    MemberReader(ArtifactReader in, int number, Vocabulary users, Vocabulary items, UserHistories histories) {
        this.in = in;
        this.number = number;
        this.users = users;
        this.items = items;
        this.histories = histories;
    }

    @Override
    public boolean has(String name) {
        return switch (name) {
            case "users", "items", "histories" -> true;
            default -> in.has(MemberWriter.name(number, name));
        };
    }

    @Override
    public Vocabulary vocabulary(String name) throws IOException {
        return switch (name) {
            case "users" -> users;
            case "items" -> items;
            default -> in.vocabulary(MemberWriter.name(number, name));
        };
    }

    @Override
    public UserHistories histories(String name, int itemCount) throws IOException {
        return name.equals("histories") ? histories : in.histories(MemberWriter.name(number, name), itemCount);
    }

    @Override
    public FloatMatrix matrix(String name) throws IOException {
        return in.matrix(MemberWriter.name(number, name));
    }

    @Override
    public SparseMatrix sparse(String name, int columns) throws IOException {
        return in.sparse(MemberWriter.name(number, name), columns);
    }

    @Override
    public double number(String name) {
        return in.number(MemberWriter.name(number, name));
    }

    @Override
    public List<ModelInfo> members() {
        return List.of();
    }
}
