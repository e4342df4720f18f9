package io.kindred.core.data;

import io.kindred.core.id.Vocabulary;
import java.util.List;
import java.util.Optional;

/**
 * Features of users or items: typed columns whose rows follow a vocabulary. Immutable and thread-safe.
 *
 * @param ids the entities; row {@code r} of every column belongs to {@code ids.idOf(r)}
 * @param columns the columns, with different names and {@code ids.size()} rows each
 */
public record FeatureTable(Vocabulary ids, List<FeatureColumn> columns) {
    public FeatureTable {
        columns = List.copyOf(columns);
        for (FeatureColumn column : columns) {
            if (column.rows() != ids.size()) {
                throw new IllegalArgumentException(
                        "column '" + column.name() + "' has " + column.rows() + " rows for " + ids.size() + " ids");
            }
        }
        if (columns.stream().map(FeatureColumn::name).distinct().count() != columns.size()) {
            throw new IllegalArgumentException("two columns of a feature table have the same name");
        }
    }

    /** A table without columns. */
    public static FeatureTable none(Vocabulary ids) {
        return new FeatureTable(ids, List.of());
    }

    public Optional<FeatureColumn> column(String name) {
        return columns.stream().filter(c -> c.name().equals(name)).findFirst();
    }
}
