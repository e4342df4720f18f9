package io.kindred.evaluation.runner;

import io.kindred.core.arrow.ArrowBatch;
import io.kindred.core.arrow.ArrowColumn;
import io.kindred.core.arrow.ArrowField;
import io.kindred.core.arrow.ArrowFileWriter;
import io.kindred.core.arrow.ArrowSchema;
import io.kindred.core.arrow.ArrowType;
import io.kindred.core.arrow.Float64Column;
import io.kindred.core.arrow.Int64Column;
import io.kindred.core.arrow.Utf8Column;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * A small table that is written as an Arrow IPC file and as CSV (RFC 4180, with a header, numbers in their shortest exact
 * form). Columns hold text, whole numbers or numbers; null and NaN are empty. Not thread-safe.
 */
final class RunTable {
    /** What a column holds. */
    enum Type {
        TEXT,
        WHOLE,
        NUMBER
    }

    private final List<String> names = new ArrayList<>();
    private final List<Type> types = new ArrayList<>();
    private final List<Object[]> rows = new ArrayList<>();

    RunTable column(String name, Type type) {
        names.add(name);
        types.add(type);
        return this;
    }

    /** Adds a row: String, Long or Double as the columns say, or null. */
    void row(Object... cells) {
        if (cells.length != names.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + names.size() + " columns");
        }
        rows.add(cells.clone());
    }

    /** Writes {@code name.arrow} and {@code name.csv} into a folder, replacing earlier ones. */
    void write(Path folder, String name) throws IOException {
        RunFiles.replace(folder.resolve(name + ".arrow"), this::arrow);
        RunFiles.write(folder.resolve(name + ".csv"), csv());
    }

    private void arrow(Path file) throws IOException {
        List<ArrowField> fields = new ArrayList<>();
        List<ArrowColumn> columns = new ArrayList<>();
        for (int c = 0; c < names.size(); c++) {
            fields.add(ArrowField.optional(names.get(c), scalar(types.get(c))));
            columns.add(column(c));
        }
        ArrowSchema schema = new ArrowSchema(fields, Map.of());
        try (ArrowFileWriter writer = ArrowFileWriter.create(file, schema)) {
            writer.write(ArrowBatch.of(schema, columns));
            writer.force();
        }
    }

    private static ArrowType scalar(Type type) {
        return switch (type) {
            case TEXT -> ArrowType.Scalar.UTF8;
            case WHOLE -> ArrowType.Scalar.INT64;
            case NUMBER -> ArrowType.Scalar.FLOAT64;
        };
    }

    private ArrowColumn column(int c) {
        BitSet empty = new BitSet(rows.size());
        for (int r = 0; r < rows.size(); r++) {
            if (isEmpty(rows.get(r)[c])) {
                empty.set(r);
            }
        }
        return switch (types.get(c)) {
            case TEXT -> {
                List<String> values = new ArrayList<>();
                rows.forEach(row -> values.add((String) row[c]));
                yield Utf8Column.of(values);
            }
            case WHOLE -> {
                long[] values = new long[rows.size()];
                for (int r = 0; r < values.length; r++) {
                    values[r] = empty.get(r) ? 0 : (Long) rows.get(r)[c];
                }
                yield Int64Column.of(values, empty);
            }
            case NUMBER -> {
                double[] values = new double[rows.size()];
                for (int r = 0; r < values.length; r++) {
                    values[r] = empty.get(r) ? 0 : (Double) rows.get(r)[c];
                }
                yield Float64Column.of(values, empty);
            }
        };
    }

    String csv() {
        StringBuilder text = new StringBuilder();
        line(text, names.toArray());
        rows.forEach(row -> line(text, row));
        return text.toString();
    }

    private static void line(StringBuilder text, Object[] cells) {
        for (int c = 0; c < cells.length; c++) {
            String cell = isEmpty(cells[c]) ? "" : cells[c].toString();
            boolean quoted = cell.contains(",") || cell.contains("\"") || cell.contains("\n") || cell.contains("\r");
            text.append(c == 0 ? "" : ",").append(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        text.append("\r\n");
    }

    private static boolean isEmpty(Object cell) {
        return cell == null || (cell instanceof Double number && number.isNaN());
    }
}
