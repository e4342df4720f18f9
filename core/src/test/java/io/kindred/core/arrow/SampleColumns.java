package io.kindred.core.arrow;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Four rows of every type that can be written, with a null in row 1 of the nullable ones. */
final class SampleColumns {
    static final int ROWS = 4;

    private SampleColumns() {}

    static BitSet nulls() {
        BitSet nulls = new BitSet();
        nulls.set(1);
        return nulls;
    }

    /** Field name to column, in order; the names are those of the schema below. */
    static Map<String, ArrowColumn> columns() {
        Map<String, ArrowColumn> columns = new LinkedHashMap<>();
        columns.put("int8", Int8Column.of(new byte[] {-128, 0, 1, 127}, nulls()));
        columns.put("int16", Int16Column.of(new short[] {-32768, 0, 1, 32767}, nulls()));
        columns.put("int32", Int32Column.of(new int[] {Integer.MIN_VALUE, 0, 1, Integer.MAX_VALUE}, nulls()));
        columns.put("int64", Int64Column.of(new long[] {Long.MIN_VALUE, 0, 1, Long.MAX_VALUE}, nulls()));
        columns.put("float32", Float32Column.of(new float[] {-0.0f, 0, Float.NaN, Float.MIN_VALUE}, nulls()));
        columns.put("float64", Float64Column.of(new double[] {-1e300, 0, 0.1, Double.NaN}, nulls()));
        columns.put("bool", BoolColumn.of(new boolean[] {true, false, false, true}, nulls()));
        columns.put("utf8", Utf8Column.of(Arrays.asList("", null, "größe \u0000", "\uD83C\uDFAC film")));
        columns.put("binary", BinaryColumn.of(Arrays.asList(new byte[0], null, new byte[] {0, -1}, bytes("xyz"))));
        columns.put(
                "date32", Int32Column.of(new int[] {-1, 0, 20_000, 1}, nulls()).as(ArrowType.date32()));
        columns.put(
                "date64",
                Int64Column.of(new long[] {-86_400_000, 0, 86_400_000, 0}, nulls())
                        .as(ArrowType.date64()));
        for (ArrowType.TimeUnit unit : ArrowType.TimeUnit.values()) {
            columns.put("local_" + unit, Int64Column.of(1, 2, 3, 4).as(ArrowType.timestamp(unit, "")));
            columns.put(
                    "utc_" + unit,
                    Int64Column.of(new long[] {1, 2, 3, 4}, nulls()).as(ArrowType.timestamp(unit, "UTC")));
        }
        columns.put("vector", FixedSizeListColumn.of(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, 3));
        columns.put("vector_or_null", FixedSizeListColumn.of(Float64Column.of(1, 2, 3, 4, 5, 6, 7, 8), 2, nulls()));
        columns.put("list", ListColumn.of(new int[] {0, 2, 2, 2, 5}, Int32Column.of(7, 8, 9, 10, 11), nulls()));
        columns.put("texts", ListColumn.of(new int[] {0, 1, 1, 3, 3}, Utf8Column.of(Arrays.asList("a", null, "c"))));
        columns.put(
                "nested",
                ListColumn.of(
                        new int[] {0, 1, 1, 2, 2},
                        ListColumn.of(new int[] {0, 2, 3}, FixedSizeListColumn.of(Int8Column.of(bytes("abcdef")), 2))));
        columns.put("dictionary8", Utf8Column.of(Arrays.asList("drama", null, "comedy", "drama")));
        columns.put(
                "dictionary32",
                Utf8Column.ofDictionary(new int[] {2, 0, 0, 2}, nulls(), Utf8Column.of(List.of("x", "unused", "z"))));
        columns.put("dictionary_list", ListColumn.of(new int[] {0, 2, 2, 3, 3}, Utf8Column.of(List.of("p", "q", "p"))));
        return columns;
    }

    static ArrowSchema schema() {
        List<ArrowField> fields = columns().entrySet().stream()
                .map(entry -> ArrowField.optional(entry.getKey(), type(entry.getKey(), entry.getValue())))
                .toList();
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("kindred.kind", "factors");
        metadata.put("empty", "");
        metadata.put("größe", "\uD83C\uDFAC");
        return new ArrowSchema(fields, metadata);
    }

    private static ArrowType type(String name, ArrowColumn column) {
        return switch (name) {
            case "dictionary8" -> ArrowType.dictionary(ArrowType.int8(), ArrowType.utf8());
            case "dictionary32" -> ArrowType.dictionary(ArrowType.utf8());
            case "dictionary_list" -> ArrowType.list(ArrowType.dictionary(ArrowType.int16(), ArrowType.utf8()));
            default -> column.type();
        };
    }

    static ArrowBatch batch() {
        return ArrowBatch.of(schema(), List.copyOf(columns().values()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
