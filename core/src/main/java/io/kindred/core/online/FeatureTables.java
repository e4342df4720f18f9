package io.kindred.core.online;

import io.kindred.core.KindredException;
import io.kindred.core.arrow.ArrowBatch;
import io.kindred.core.arrow.ArrowColumn;
import io.kindred.core.arrow.ArrowField;
import io.kindred.core.arrow.ArrowFile;
import io.kindred.core.arrow.ArrowFileWriter;
import io.kindred.core.arrow.ArrowSchema;
import io.kindred.core.arrow.ArrowType;
import io.kindred.core.arrow.FixedSizeListColumn;
import io.kindred.core.arrow.Float32Column;
import io.kindred.core.arrow.Float64Column;
import io.kindred.core.arrow.ListColumn;
import io.kindred.core.arrow.Utf8Column;
import io.kindred.core.data.FeatureColumn;
import io.kindred.core.data.FeatureTable;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.FloatMatrix;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Feature tables as Arrow files: an {@code id} column and one column per feature. Numbers are float64, text and single
 * categories utf8, several categories list&lt;utf8&gt;, vectors fixed_size_list&lt;float32&gt;; a missing value is null.
 * Stateless and thread-safe.
 */
public final class FeatureTables {
    private static final String ID = "id";
    private static final String KIND = "kindred.feature.";
    private static final String TEXT = "text";
    private static final String CATEGORY = "category";

    private FeatureTables() {}

    /**
     * Writes a table, replacing the file at once and durably: a reader sees the old table or the new one.
     *
     * @throws KindredException if a column is named "id"
     */
    public static void write(Path file, FeatureTable table) throws IOException {
        List<ArrowField> fields = new ArrayList<>();
        List<ArrowColumn> columns = new ArrayList<>();
        Map<String, String> kinds = new LinkedHashMap<>();
        fields.add(ArrowField.required(ID, ArrowType.utf8()));
        columns.add(Utf8Column.of(table.ids().ids()));
        for (FeatureColumn feature : table.columns()) {
            if (feature.name().equals(ID)) {
                throw new KindredException("a feature must not be named '" + ID + "'");
            }
            ArrowColumn column = encode(feature);
            fields.add(ArrowField.optional(feature.name(), column.type()));
            columns.add(column);
            if (feature instanceof FeatureColumn.Text) {
                kinds.put(KIND + feature.name(), TEXT);
            } else if (feature instanceof FeatureColumn.Categories) {
                kinds.put(KIND + feature.name(), CATEGORY);
            }
        }
        Path target = file.toAbsolutePath();
        Files.createDirectories(target.getParent());
        Path temporary = target.resolveSibling("." + target.getFileName() + ".tmp-" + UUID.randomUUID());
        try {
            ArrowSchema schema = new ArrowSchema(fields, kinds);
            try (ArrowFileWriter writer = ArrowFileWriter.create(temporary, schema)) {
                writer.write(ArrowBatch.of(schema, columns));
            }
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * Reads a table. Text and categories are decoded to the heap; vectors are copied.
     *
     * @throws KindredException if the file is not a feature table
     */
    public static FeatureTable read(Path file) throws IOException {
        try (ArrowFile arrow = ArrowFile.map(file)) {
            if (arrow.batchCount() != 1) {
                throw new KindredException(file + " is not a feature table: it has " + arrow.batchCount() + " batches");
            }
            ArrowBatch batch = arrow.batch(0);
            Utf8Column idColumn = batch.column(ID, Utf8Column.class);
            Vocabulary.Builder ids = Vocabulary.builder();
            for (int row = 0; row < batch.rows(); row++) {
                if (idColumn.isNull(row) || ids.add(idColumn.get(row)) != row) {
                    throw new KindredException(file + " is not a feature table: row " + row + " has no id of its own");
                }
            }
            List<FeatureColumn> features = new ArrayList<>();
            for (ArrowField field : arrow.schema().fields()) {
                if (!field.name().equals(ID)) {
                    String kind = arrow.schema().metadata().getOrDefault(KIND + field.name(), TEXT);
                    features.add(decode(file, field.name(), kind, batch.column(field.name())));
                }
            }
            return new FeatureTable(ids.build(), features);
        }
    }

    private static ArrowColumn encode(FeatureColumn feature) {
        return switch (feature) {
            case FeatureColumn.Numbers numbers -> {
                BitSet nulls = new BitSet();
                for (int row = 0; row < numbers.rows(); row++) {
                    nulls.set(row, Double.isNaN(numbers.values()[row]));
                }
                yield Float64Column.of(numbers.values(), nulls);
            }
            case FeatureColumn.Text text -> Utf8Column.of(Arrays.asList(text.values()));
            case FeatureColumn.Categories categories -> categories.single() ? single(categories) : several(categories);
            case FeatureColumn.Vectors vectors ->
                FixedSizeListColumn.ofFloats(
                        vectors.values().segment(), vectors.values().columns());
        };
    }

    private static ArrowColumn single(FeatureColumn.Categories categories) {
        List<String> values = new ArrayList<>(categories.rows());
        for (int row = 0; row < categories.rows(); row++) {
            List<String> names = categories.of(row);
            values.add(names.isEmpty() ? null : names.getFirst());
        }
        return Utf8Column.of(values);
    }

    private static ArrowColumn several(FeatureColumn.Categories categories) {
        List<String> values = new ArrayList<>(categories.codes().length);
        for (int code : categories.codes()) {
            values.add(categories.categories().idOf(code));
        }
        return ListColumn.of(categories.offsets(), Utf8Column.of(values));
    }

    private static FeatureColumn decode(Path file, String name, String kind, ArrowColumn column) {
        return switch (column) {
            case Float64Column numbers -> {
                double[] values = new double[Math.toIntExact(numbers.length())];
                for (int row = 0; row < values.length; row++) {
                    values[row] = numbers.isNull(row) ? Double.NaN : numbers.get(row);
                }
                yield new FeatureColumn.Numbers(name, values);
            }
            case Utf8Column text
            when kind.equals(TEXT) -> {
                String[] values = new String[Math.toIntExact(text.length())];
                for (int row = 0; row < values.length; row++) {
                    values[row] = text.get(row);
                }
                yield new FeatureColumn.Text(name, values);
            }
            case Utf8Column text -> {
                int[] ends = new int[Math.toIntExact(text.length()) + 1];
                List<String> values = new ArrayList<>();
                for (int row = 0; row + 1 < ends.length; row++) {
                    if (!text.isNull(row)) {
                        values.add(text.get(row));
                    }
                    ends[row + 1] = values.size();
                }
                yield categories(name, ends, values, true);
            }
            case ListColumn lists
            when lists.elements() instanceof Utf8Column text -> {
                int[] ends = new int[Math.toIntExact(lists.length()) + 1];
                List<String> values = new ArrayList<>();
                for (int row = 0; row + 1 < ends.length; row++) {
                    for (long p = lists.start(row); p < lists.end(row) && !lists.isNull(row); p++) {
                        values.add(text.get(p));
                    }
                    ends[row + 1] = values.size();
                }
                yield categories(name, ends, values, false);
            }
            case FixedSizeListColumn vectors
            when vectors.elements() instanceof Float32Column floats -> {
                FloatMatrix copy = FloatMatrix.zeros(Math.toIntExact(vectors.length()), vectors.size());
                for (int p = 0; p < copy.array().length; p++) {
                    copy.array()[p] = floats.get(p);
                }
                yield new FeatureColumn.Vectors(name, copy);
            }
            default ->
                throw new KindredException(file + ": the feature '" + name + "' is " + column.type()
                        + "; features are float64, utf8, list<utf8> or fixed_size_list<float32>");
        };
    }

    private static FeatureColumn categories(String name, int[] offsets, List<String> values, boolean single) {
        Vocabulary.Builder names = Vocabulary.builder();
        int[] codes = new int[values.size()];
        for (int p = 0; p < codes.length; p++) {
            codes[p] = names.add(values.get(p));
        }
        return new FeatureColumn.Categories(name, names.build(), offsets, codes, single);
    }
}
