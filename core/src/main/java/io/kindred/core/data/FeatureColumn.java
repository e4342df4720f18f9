package io.kindred.core.data;

import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.FloatMatrix;
import java.util.Arrays;
import java.util.List;

/**
 * One typed column of a {@link FeatureTable}; the row of an entity is its vocabulary index. Implementations are immutable by
 * contract: the arrays handed over are not copied and must not be changed afterwards.
 */
public sealed interface FeatureColumn {
    String name();

    int rows();

    /** The value of a row as text for people, empty where it is missing. */
    String display(int row);

    /** A number per row; NaN where it is missing. */
    record Numbers(String name, double[] values) implements FeatureColumn {
        @Override
        public int rows() {
            return values.length;
        }

        @Override
        public String display(int row) {
            double v = values[row];
            if (Double.isNaN(v)) {
                return "";
            }
            return v == Math.rint(v) && Math.abs(v) < 1e15 ? Long.toString((long) v) : Double.toString(v);
        }
    }

    /** Text per row; null where it is missing. */
    record Text(String name, String[] values) implements FeatureColumn {
        @Override
        public int rows() {
            return values.length;
        }

        @Override
        public String display(int row) {
            return values[row] == null ? "" : values[row];
        }
    }

    /**
     * Any number of categories per row: row {@code r} has {@code codes[offsets[r]] .. codes[offsets[r+1]-1]}, indices into
     * {@code categories}. A single-valued category has at most one.
     *
     * @param single whether the column is declared to have at most one category a row
     */
    record Categories(String name, Vocabulary categories, int[] offsets, int[] codes, boolean single)
            implements FeatureColumn {
        @Override
        public int rows() {
            return offsets.length - 1;
        }

        @Override
        public String display(int row) {
            return String.join(", ", of(row));
        }

        /** The categories of a row by name. */
        public List<String> of(int row) {
            return Arrays.stream(codes, offsets[row], offsets[row + 1])
                    .mapToObj(categories::idOf)
                    .toList();
        }
    }

    /** A vector per row; a row whose first component is NaN is missing. */
    record Vectors(String name, FloatMatrix values) implements FeatureColumn {
        @Override
        public int rows() {
            return values.rows();
        }

        @Override
        public String display(int row) {
            return "[" + values.columns() + " numbers]";
        }
    }
}
