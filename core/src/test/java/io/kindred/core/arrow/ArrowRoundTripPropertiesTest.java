package io.kindred.core.arrow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Any columns written come back the same, through the codec and through arrow-java. */
class ArrowRoundTripPropertiesTest {
    private static final List<ArrowType> LEAVES = List.of(
            ArrowType.int8(),
            ArrowType.int16(),
            ArrowType.int32(),
            ArrowType.int64(),
            ArrowType.float32(),
            ArrowType.float64(),
            ArrowType.bool(),
            ArrowType.utf8(),
            ArrowType.binary(),
            ArrowType.date32(),
            ArrowType.timestamp(ArrowType.TimeUnit.MICROSECOND, "UTC"));

    @Provide
    Arbitrary<ArrowType> types() {
        Arbitrary<ArrowType> leaf = Arbitraries.of(LEAVES);
        Arbitrary<ArrowType> lists = leaf.flatMap(element -> Arbitraries.of(
                ArrowType.list(element),
                ArrowType.fixedSizeList(element, 3),
                ArrowType.list(ArrowType.fixedSizeList(element, 2)),
                ArrowType.fixedSizeList(ArrowType.list(element), 1)));
        return Arbitraries.frequencyOf(
                Tuple.of(5, leaf),
                Tuple.of(3, lists),
                Tuple.of(1, Arbitraries.just(ArrowType.dictionary(ArrowType.utf8()))));
    }

    @Property(tries = 300)
    void columnsComeBackTheSame(
            @ForAll @Size(min = 1, max = 5) List<@From("types") ArrowType> types,
            @ForAll @Size(max = 3) List<@IntRange(max = 70) Integer> batchRows,
            @ForAll long seed)
            throws IOException {
        Random random = new Random(seed);
        List<ArrowField> fields = new ArrayList<>();
        types.forEach(type -> fields.add(ArrowField.optional("f" + fields.size(), type)));
        ArrowSchema schema = new ArrowSchema(fields, Map.of());
        List<List<Object>> expected = new ArrayList<>();
        types.forEach(type -> expected.add(new ArrayList<>()));
        Path file = Files.createTempDirectory("kindred-arrow").resolve("p.arrow");
        try {
            try (ArrowFileWriter writer = ArrowFileWriter.create(file, schema)) {
                for (int rows : batchRows) {
                    List<ArrowColumn> columns = new ArrayList<>();
                    for (int i = 0; i < types.size(); i++) {
                        columns.add(column(types.get(i), rows, random));
                        expected.get(i).addAll(Rows.of(columns.get(i)));
                    }
                    writer.write(ArrowBatch.of(schema, columns));
                }
            }
            assertThat(readByKindred(file, types.size())).isEqualTo(expected);
            try (ArrowJava arrow = new ArrowJava()) {
                assertThat(new ArrayList<>(arrow.read(file).rows().values())).isEqualTo(expected);
            }
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.getParent());
        }
    }

    private static List<List<Object>> readByKindred(Path file, int fields) throws IOException {
        try (ArrowFile read = ArrowFile.map(file)) {
            List<List<Object>> rows = new ArrayList<>();
            for (int field = 0; field < fields; field++) {
                rows.add(new ArrayList<>());
                for (int batch = 0; batch < read.batchCount(); batch++) {
                    rows.get(field).addAll(Rows.of(read.batch(batch).column(field)));
                }
            }
            return rows;
        }
    }

    private static ArrowColumn column(ArrowType type, int rows, Random random) {
        BitSet nulls = new BitSet();
        boolean some = random.nextBoolean();
        for (int row = 0; row < rows; row++) {
            nulls.set(row, some && random.nextInt(4) == 0);
        }
        return switch (type) {
            case ArrowType.FixedSizeList list ->
                FixedSizeListColumn.of(column(list.element(), rows * list.size(), random), list.size(), nulls);
            case ArrowType.ListOf list -> {
                int[] offsets = new int[rows + 1];
                for (int row = 0; row < rows; row++) {
                    offsets[row + 1] = offsets[row] + random.nextInt(4);
                }
                yield ListColumn.of(offsets, column(list.element(), offsets[rows], random), nulls);
            }
            case ArrowType.Dictionary dictionary -> texts(rows, nulls, random);
            case ArrowType.Timestamp timestamp ->
                Int64Column.of(random.longs(rows).toArray(), nulls).as(timestamp);
            default -> leaf((ArrowType.Scalar) type, rows, nulls, random);
        };
    }

    private static ArrowColumn leaf(ArrowType.Scalar type, int rows, BitSet nulls, Random random) {
        byte[] bytes = new byte[rows];
        random.nextBytes(bytes);
        short[] shorts = new short[rows];
        float[] floats = new float[rows];
        boolean[] booleans = new boolean[rows];
        List<byte[]> blobs = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            shorts[row] = (short) random.nextInt();
            floats[row] = Float.intBitsToFloat(random.nextInt());
            booleans[row] = random.nextBoolean();
            blobs.add(nulls.get(row) ? null : new byte[random.nextInt(5)]);
        }
        return switch (type) {
            case INT8 -> Int8Column.of(bytes, nulls);
            case INT16 -> Int16Column.of(shorts, nulls);
            case INT32, DATE32 ->
                Int32Column.of(random.ints(rows).toArray(), nulls).as(type);
            case INT64 -> Int64Column.of(random.longs(rows).toArray(), nulls);
            case FLOAT32 -> Float32Column.of(floats, nulls);
            case FLOAT64 -> Float64Column.of(random.doubles(rows).toArray(), nulls);
            case BOOL -> BoolColumn.of(booleans, nulls);
            case UTF8 -> texts(rows, nulls, random);
            case BINARY -> BinaryColumn.of(blobs);
            default -> throw new IllegalArgumentException(type.toString());
        };
    }

    private static Utf8Column texts(int rows, BitSet nulls, Random random) {
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            texts.add(
                    nulls.get(row)
                            ? null
                            : Character.toString(random.nextInt(0xD800)).repeat(random.nextInt(4)));
        }
        return Utf8Column.of(texts);
    }
}
