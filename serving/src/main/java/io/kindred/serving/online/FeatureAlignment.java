package io.kindred.serving.online;

import io.kindred.core.data.FeatureColumn;
import io.kindred.core.data.FeatureTable;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.FloatMatrix;
import java.util.Arrays;
import java.util.List;

/** Brings the rows of a feature table into the order of another vocabulary. */
public final class FeatureAlignment {
    private FeatureAlignment() {}

    /** The table with a row for each of the ids; missing values for an id that the table does not have. */
    public static FeatureTable align(FeatureTable table, Vocabulary ids) {
        if (table.ids().equals(ids)) {
            return table;
        }
        int[] rows = ids.mapTo(table.ids());
        List<FeatureColumn> columns =
                table.columns().stream().map(column -> align(column, rows)).toList();
        return new FeatureTable(ids, columns);
    }

    private static FeatureColumn align(FeatureColumn column, int[] rows) {
        return switch (column) {
            case FeatureColumn.Numbers numbers -> {
                double[] values = new double[rows.length];
                for (int r = 0; r < rows.length; r++) {
                    values[r] = rows[r] < 0 ? Double.NaN : numbers.values()[rows[r]];
                }
                yield new FeatureColumn.Numbers(numbers.name(), values);
            }
            case FeatureColumn.Text text -> {
                String[] values = new String[rows.length];
                for (int r = 0; r < rows.length; r++) {
                    values[r] = rows[r] < 0 ? null : text.values()[rows[r]];
                }
                yield new FeatureColumn.Text(text.name(), values);
            }
            case FeatureColumn.Categories categories -> categories(categories, rows);
            case FeatureColumn.Vectors vectors -> vectors(vectors, rows);
        };
    }

    private static FeatureColumn categories(FeatureColumn.Categories from, int[] rows) {
        int[] offsets = new int[rows.length + 1];
        for (int r = 0; r < rows.length; r++) {
            int count = rows[r] < 0 ? 0 : from.offsets()[rows[r] + 1] - from.offsets()[rows[r]];
            offsets[r + 1] = offsets[r] + count;
        }
        int[] codes = new int[offsets[rows.length]];
        for (int r = 0; r < rows.length; r++) {
            if (rows[r] >= 0) {
                System.arraycopy(from.codes(), from.offsets()[rows[r]], codes, offsets[r], offsets[r + 1] - offsets[r]);
            }
        }
        return new FeatureColumn.Categories(from.name(), from.categories(), offsets, codes, from.single());
    }

    private static FeatureColumn vectors(FeatureColumn.Vectors from, int[] rows) {
        int width = from.values().columns();
        FloatMatrix values = FloatMatrix.zeros(rows.length, width);
        float[] row = new float[width];
        for (int r = 0; r < rows.length; r++) {
            if (rows[r] < 0) {
                Arrays.fill(row, Float.NaN);
            } else {
                from.values().copyRow(rows[r], row);
            }
            System.arraycopy(row, 0, values.array(), r * width, width);
        }
        return new FeatureColumn.Vectors(from.name(), values);
    }
}
