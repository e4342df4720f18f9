package io.kindred.core.arrow;

import java.util.List;
import java.util.Locale;

/** Columns of equal length that belong to one schema. Immutable; see {@link ArrowColumn} about memory. */
public final class ArrowBatch {
    private final ArrowSchema schema;
    private final int rows;
    private final List<ArrowColumn> columns;
    private final String source;

    private ArrowBatch(ArrowSchema schema, int rows, List<ArrowColumn> columns, String source) {
        this.schema = schema;
        this.rows = rows;
        this.columns = List.copyOf(columns);
        this.source = source;
    }

    /**
     * Puts columns together.
     *
     * @throws IllegalArgumentException when number, types or lengths do not fit
     */
    public static ArrowBatch of(ArrowSchema schema, List<? extends ArrowColumn> columns) {
        if (columns.size() != schema.fields().size()) {
            throw new IllegalArgumentException(columns.size() + " columns for a schema of "
                    + schema.fields().size() + " fields");
        }
        long rows = columns.isEmpty() ? 0 : columns.getFirst().length();
        if (rows > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(rows + " rows; a batch has at most " + Integer.MAX_VALUE);
        }
        for (int i = 0; i < columns.size(); i++) {
            check(schema.fields().get(i), columns.get(i), rows);
        }
        return new ArrowBatch(schema, (int) rows, List.copyOf(columns), "");
    }

    private static void check(ArrowField field, ArrowColumn column, long rows) {
        if (!field.type().decoded().equals(column.type())) {
            throw new IllegalArgumentException(
                    "field '" + field.name() + "' is " + field.type() + ", its column is " + column.type());
        }
        if (column.length() != rows) {
            throw new IllegalArgumentException(
                    "column '" + field.name() + "' has " + column.length() + " rows, the first column has " + rows);
        }
        if (!field.nullable() && column.nullCount() > 0) {
            throw new IllegalArgumentException(
                    "field '" + field.name() + "' is not nullable, its column has " + column.nullCount() + " nulls");
        }
    }

    /** Creates the batch of a file; everything is checked already. */
    static ArrowBatch ofFile(String source, ArrowSchema schema, int rows, List<ArrowColumn> columns) {
        return new ArrowBatch(schema, rows, columns, source + ": ");
    }

    /** Returns the number of rows. */
    public int rows() {
        return rows;
    }

    /** Returns the schema. */
    public ArrowSchema schema() {
        return schema;
    }

    /** Returns all columns in the order of the fields. */
    public List<ArrowColumn> columns() {
        return columns;
    }

    /** Returns the column of the field at a position. */
    public ArrowColumn column(int index) {
        return columns.get(index);
    }

    /**
     * Returns the column of a field.
     *
     * @throws ArrowFormatException when there is no such field, listing those that exist
     */
    public ArrowColumn column(String name) {
        int index = schema.indexOf(name);
        if (index < 0) {
            throw new ArrowFormatException(
                    source + "no column '" + name + "'; available: " + String.join(", ", schema.names()));
        }
        return columns.get(index);
    }

    /**
     * Returns the column of a field as the kind of column that is expected, such as
     * {@code batch.column("id", Utf8Column.class)}.
     *
     * @throws ArrowFormatException when there is no such field or its column is of another kind
     */
    public <C extends ArrowColumn> C column(String name, Class<C> kind) {
        ArrowColumn column = column(name);
        if (!kind.isInstance(column)) {
            String expected = kind.getSimpleName().replace("Column", "").toLowerCase(Locale.ROOT);
            throw new ArrowFormatException(
                    source + "column '" + name + "' is " + column.type() + ", expected " + expected);
        }
        return kind.cast(column);
    }
}
