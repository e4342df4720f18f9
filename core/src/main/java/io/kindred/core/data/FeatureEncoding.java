package io.kindred.core.data;

import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.SparseMatrix;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the features of a user or an item become weighted indicators; the same for a row of a table in training and for the
 * features of a query in serving.
 *
 * <ul>
 *   <li>A category is the indicator {@code column=value}. The values of one column share the weight 1 evenly, so that a film
 *       of three genres is not three times as loud as a film of one.
 *   <li>A number falls into one of the column's buckets, the indicators {@code column#0, column#1, ...} of weight 1.
 *   <li>Texts and vectors are not encoded.
 * </ul>
 *
 * <p>Columns and values without an indicator are passed over. Immutable and thread-safe.
 */
public final class FeatureEncoding {
    private final Vocabulary names;
    private final float[] edges;

    /** Receives the indicators of one user or item, each at most once. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * @param index in {@link FeatureEncoding#names()}
         * @param weight above 0, at most 1
         */
        void indicator(int index, float weight);
    }

    /**
     * @param names of the indicators
     * @param edges of each indicator: the least number of a bucket, ascending with the bucket's number; NaN for a category.
     *     Not copied
     * @throws IllegalArgumentException if there are not as many edges as names
     */
    public FeatureEncoding(Vocabulary names, float[] edges) {
        if (edges.length != names.size()) {
            throw new IllegalArgumentException(edges.length + " edges for " + names.size() + " features");
        }
        this.names = names;
        this.edges = edges;
    }

    /** The name of a category's indicator. */
    public static String category(String column, String value) {
        return column + "=" + value;
    }

    /** The name of a bucket's indicator. */
    public static String bucket(String column, int number) {
        return column + "#" + number;
    }

    /** The indicators. */
    public Vocabulary names() {
        return names;
    }

    /** The edge of each indicator, as given to the constructor; a copy. */
    public float[] edges() {
        return edges.clone();
    }

    /**
     * The indicators of a query's features.
     *
     * @param features column name to a String, a Number, a Boolean or a List of Strings; a String stands for a number where
     *     the column has numbers
     */
    public void encode(Map<String, Object> features, Visitor visitor) {
        for (Map.Entry<String, Object> feature : features.entrySet()) {
            String column = feature.getKey();
            if (names.indexOf(bucket(column, 0)) >= 0) {
                // A number has one value; of several only a lone one can be meant.
                boolean lone = feature.getValue() instanceof List<?> list && list.size() == 1;
                Object value = lone ? ((List<?>) feature.getValue()).getFirst() : feature.getValue();
                number(column, toNumber(value), visitor);
            } else if (feature.getValue() instanceof List<?> list) {
                categories(column, list.stream().map(FeatureEncoding::text).toList(), visitor);
            } else {
                categories(column, List.of(text(feature.getValue())), visitor);
            }
        }
    }

    /** The indicators of every row of a table: rows x {@code names().size()}. */
    public SparseMatrix encode(FeatureTable table) {
        int rows = table.ids().size();
        int[] starts = new int[rows + 1];
        Entries entries = new Entries();
        for (int r = 0; r < rows; r++) {
            for (FeatureColumn column : table.columns()) {
                switch (column) {
                    case FeatureColumn.Categories categories -> categories(column.name(), categories.of(r), entries);
                    case FeatureColumn.Numbers numbers -> number(column.name(), numbers.values()[r], entries);
                    case FeatureColumn.Text text -> {}
                    case FeatureColumn.Vectors vectors -> {}
                }
            }
            starts[r + 1] = entries.size;
        }
        return SparseMatrix.of(
                starts,
                Arrays.copyOf(entries.indices, entries.size),
                Arrays.copyOf(entries.weights, entries.size),
                names.size());
    }

    private void categories(String column, List<String> values, Visitor visitor) {
        Set<Integer> known = new LinkedHashSet<>();
        for (String value : values) {
            int index = names.indexOf(category(column, value));
            if (index >= 0) {
                known.add(index);
            }
        }
        for (int index : known) {
            visitor.indicator(index, 1f / known.size());
        }
    }

    private void number(String column, double value, Visitor visitor) {
        if (Double.isNaN(value)) {
            return;
        }
        int found = -1;
        for (int b = 0; ; b++) {
            int index = names.indexOf(bucket(column, b));
            if (index < 0 || !((float) value >= edges[index])) {
                break;
            }
            found = index;
        }
        if (found >= 0) {
            visitor.indicator(found, 1f);
        }
    }

    private static double toNumber(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        try {
            return Double.parseDouble(String.valueOf(value).strip());
        } catch (NumberFormatException e) {
            // What is no number is an unknown value, and unknown values are passed over.
            return Double.NaN;
        }
    }

    /** A value as a category's name: whole numbers without a decimal point. */
    private static String text(Object value) {
        if (value instanceof Number number && number.doubleValue() == Math.rint(number.doubleValue())) {
            return Long.toString(number.longValue());
        }
        return String.valueOf(value);
    }

    /** Grows as indicators come in. */
    private static final class Entries implements Visitor {
        private int[] indices = new int[1024];
        private float[] weights = new float[1024];
        private int size;

        @Override
        public void indicator(int index, float weight) {
            if (size == indices.length) {
                indices = Arrays.copyOf(indices, Grow.next(size));
                weights = Arrays.copyOf(weights, indices.length);
            }
            indices[size] = index;
            weights[size++] = weight;
        }
    }
}
