package io.kindred.core.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DateMilliVector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.LargeVarBinaryVector;
import org.apache.arrow.vector.LargeVarCharVector;
import org.apache.arrow.vector.SmallIntVector;
import org.apache.arrow.vector.TimeStampMicroTZVector;
import org.apache.arrow.vector.TimeStampMilliVector;
import org.apache.arrow.vector.TinyIntVector;
import org.apache.arrow.vector.UInt4Vector;
import org.apache.arrow.vector.VarBinaryVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.complex.LargeListVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.complex.StructVector;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryEncoder;
import org.apache.arrow.vector.dictionary.DictionaryProvider.MapDictionaryProvider;
import org.apache.arrow.vector.ipc.message.IpcOption;
import org.apache.arrow.vector.types.MetadataVersion;
import org.apache.arrow.vector.types.Types.MinorType;
import org.apache.arrow.vector.types.pojo.ArrowType.Int;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of arrow-java as the codec sees them; arrow-java always writes validity bitmaps and pads to 8 bytes. */
class KindredReadsArrowJavaTest {
    @TempDir
    Path folder;

    private final ArrowJava arrow = new ArrowJava();

    private Path file() {
        return folder.resolve("java.arrow");
    }

    private List<FieldVector> everyType(int rows) {
        List<FieldVector> vectors = List.of(
                new TinyIntVector("int8", arrow.allocator),
                new SmallIntVector("int16", arrow.allocator),
                new IntVector("int32", arrow.allocator),
                new BigIntVector("int64", arrow.allocator),
                new Float4Vector("float32", arrow.allocator),
                new Float8Vector("float64", arrow.allocator),
                new BitVector("bool", arrow.allocator),
                new VarCharVector("utf8", arrow.allocator),
                new LargeVarCharVector("large_utf8", arrow.allocator),
                new VarBinaryVector("binary", arrow.allocator),
                new LargeVarBinaryVector("large_binary", arrow.allocator),
                new DateDayVector("date32", arrow.allocator),
                new DateMilliVector("date64", arrow.allocator),
                new TimeStampMilliVector("local_ms", arrow.allocator),
                new TimeStampMicroTZVector("utc_us", arrow.allocator, "UTC"),
                FixedSizeListVector.empty("vector", 3, arrow.allocator),
                ListVector.empty("list", arrow.allocator),
                LargeListVector.empty("large_list", arrow.allocator));
        ((FixedSizeListVector) vectors.get(15)).addOrGetVector(FieldType.nullable(MinorType.FLOAT4.getType()));
        ((ListVector) vectors.get(16)).addOrGetVector(FieldType.nullable(MinorType.VARCHAR.getType()));
        ((LargeListVector) vectors.get(17)).addOrGetVector(FieldType.nullable(MinorType.BIGINT.getType()));
        for (FieldVector vector : vectors) {
            fill(vector, rows);
        }
        return vectors;
    }

    /** Sets every row but each third one. */
    private static void fill(FieldVector vector, int rows) {
        vector.allocateNew();
        switch (vector) {
            case FixedSizeListVector lists -> fill(lists, rows);
            case ListVector lists -> fill(lists, rows);
            case LargeListVector lists -> fill(lists, rows);
            default -> {
                for (int row = 0; row < rows; row++) {
                    if (row % 3 != 1) {
                        set(vector, row);
                    }
                }
            }
        }
        vector.setValueCount(rows);
    }

    private static void set(FieldVector vector, int row) {
        byte[] text = ("größe " + row).getBytes(StandardCharsets.UTF_8);
        switch (vector) {
            case TinyIntVector v -> v.setSafe(row, -row);
            case SmallIntVector v -> v.setSafe(row, -row);
            case IntVector v -> v.setSafe(row, 1_000_003 * row);
            case BigIntVector v -> v.setSafe(row, Long.MIN_VALUE + row);
            case Float4Vector v -> v.setSafe(row, 0.5f * row);
            case Float8Vector v -> v.setSafe(row, 0.1 * row);
            case BitVector v -> v.setSafe(row, row & 1);
            case VarCharVector v -> v.setSafe(row, text);
            case LargeVarCharVector v -> v.setSafe(row, text);
            case VarBinaryVector v -> v.setSafe(row, text);
            case LargeVarBinaryVector v -> v.setSafe(row, text);
            case DateDayVector v -> v.setSafe(row, row - 2);
            case DateMilliVector v -> v.setSafe(row, 86_400_000L * row);
            case TimeStampMilliVector v -> v.setSafe(row, row);
            case TimeStampMicroTZVector v -> v.setSafe(row, 1_700_000_000_000_000L + row);
            default -> throw new IllegalArgumentException(vector.toString());
        }
    }

    private static void fill(FixedSizeListVector lists, int rows) {
        var writer = lists.getWriter();
        for (int row = 0; row < rows; row++) {
            writer.setPosition(row);
            if (row % 3 != 1) {
                writer.startList();
                for (int i = 0; i < 3; i++) {
                    writer.float4().writeFloat4(3 * row + i);
                }
                writer.endList();
            }
        }
    }

    private static void fill(ListVector lists, int rows) {
        var writer = lists.getWriter();
        for (int row = 0; row < rows; row++) {
            writer.setPosition(row);
            if (row % 3 != 1) {
                writer.startList();
                for (int i = 0; i < row; i++) {
                    writer.varChar().writeVarChar("value " + i);
                }
                writer.endList();
            }
        }
    }

    private static void fill(LargeListVector lists, int rows) {
        var writer = lists.getWriter();
        for (int row = 0; row < rows; row++) {
            writer.setPosition(row);
            if (row % 3 != 1) {
                writer.startList();
                for (int i = 0; i < row; i++) {
                    writer.bigInt().writeBigInt(i);
                }
                writer.endList();
            }
        }
    }

    @Test
    void readsEveryTypeOverSeveralBatches() throws IOException {
        int[] rows = {7, 0, 130};
        try (arrow) {
            arrow.write(file(), new MapDictionaryProvider(), IpcOption.DEFAULT, 3, batch -> everyType(rows[batch]));
            ArrowJava.Content expected = arrow.read(file());

            try (ArrowFile read = ArrowFile.map(file())) {
                assertThat(read.rowCount()).isEqualTo(137);
                assertThat(read.batchCount()).isEqualTo(3);
                expected.rows().forEach((name, values) -> {
                    List<Object> found = Stream.of(0, 1, 2)
                            .flatMap(batch -> Rows.of(read.batch(batch).column(name)).stream())
                            .collect(Collectors.toList());
                    assertThat(found).as(name).isEqualTo(values);
                });
                assertThat(read.schema().fields())
                        .extracting(ArrowField::toString)
                        .containsExactly(
                                "int8: int8",
                                "int16: int16",
                                "int32: int32",
                                "int64: int64",
                                "float32: float32",
                                "float64: float64",
                                "bool: bool",
                                "utf8: utf8",
                                "large_utf8: large_utf8",
                                "binary: binary",
                                "large_binary: large_binary",
                                "date32: date32",
                                "date64: date64",
                                "local_ms: timestamp[ms]",
                                "utc_us: timestamp[us, UTC]",
                                "vector: fixed_size_list<float32>[3]",
                                "list: list<utf8>",
                                "large_list: large_list<int64>");
            }
        }
    }

    @Test
    void whatArrowJavaWroteCanBeWrittenAgain() throws IOException {
        Path copy = folder.resolve("copy.arrow");
        try (arrow) {
            arrow.write(file(), everyType(70));
            try (ArrowFile read = ArrowFile.map(file());
                    ArrowFileWriter writer = ArrowFileWriter.create(copy, read.schema())) {
                writer.write(read.batch(0));
            }

            assertThat(arrow.read(copy).rows()).isEqualTo(arrow.read(file()).rows());
        }
    }

    @Test
    void decodesDictionariesOfTextAndNumbers() throws IOException {
        try (arrow;
                VarCharVector texts = new VarCharVector("texts", arrow.allocator);
                BigIntVector numbers = new BigIntVector("numbers", arrow.allocator);
                VarCharVector plainTexts = new VarCharVector("genre", arrow.allocator);
                BigIntVector plainNumbers = new BigIntVector("year", arrow.allocator)) {
            Dictionary genres = new Dictionary(texts(texts, "drama", "comedy"), new DictionaryEncoding(5, false, null));
            Dictionary years = new Dictionary(
                    numbers(numbers, 1994, 2001, 1970), new DictionaryEncoding(6, false, new Int(8, false)));
            texts(plainTexts, "comedy", "drama", null, "comedy");
            numbers(plainNumbers, 1970, 1994, 1994, 2001);
            arrow.write(
                    file(),
                    new MapDictionaryProvider(genres, years),
                    IpcOption.DEFAULT,
                    2,
                    batch -> List.of((FieldVector) DictionaryEncoder.encode(plainTexts, genres), (FieldVector)
                            DictionaryEncoder.encode(plainNumbers, years)));
        }
        try (ArrowFile read = ArrowFile.map(file())) {
            assertThat(read.schema().fields())
                    .extracting(ArrowField::toString)
                    .containsExactly("genre: dictionary<int32, utf8>", "year: dictionary<int8, int64>");
            for (int batch = 0; batch < 2; batch++) {
                Utf8Column genre = read.batch(batch).column("genre", Utf8Column.class);
                assertThat(Rows.of(genre)).containsExactly("comedy", "drama", null, "comedy");
                assertThat(genre.isDictionaryEncoded()).isTrue();
                assertThat(Rows.of(read.batch(batch).column("year"))).containsExactly(1970L, 1994L, 1994L, 2001L);
            }
        }
    }

    private static VarCharVector texts(VarCharVector vector, String... values) {
        vector.allocateNew();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                vector.setSafe(i, values[i].getBytes(StandardCharsets.UTF_8));
            }
        }
        vector.setValueCount(values.length);
        return vector;
    }

    private static BigIntVector numbers(BigIntVector vector, long... values) {
        vector.allocateNew(values.length);
        for (int i = 0; i < values.length; i++) {
            vector.set(i, values[i]);
        }
        vector.setValueCount(values.length);
        return vector;
    }

    @Test
    void rowsWithoutNullsHaveNoBitmapLeft() throws IOException {
        try (arrow) {
            arrow.write(file(), List.of(numbers(new BigIntVector("n", arrow.allocator), 1, 2, 3)));
        }
        try (ArrowFile read = ArrowFile.map(file())) {
            Int64Column column = read.batch(0).column("n", Int64Column.class);
            assertThat(column.nullCount()).isZero();
            assertThat(column.validity().bits()).isNull();
        }
    }

    @Test
    void refusesMetadataVersion4() throws IOException {
        try (arrow) {
            arrow.write(
                    file(),
                    new MapDictionaryProvider(),
                    new IpcOption(false, MetadataVersion.V4),
                    1,
                    batch -> List.of(numbers(new BigIntVector("n", arrow.allocator), 1)));
        }

        assertThatExceptionOfType(ArrowFormatException.class)
                .isThrownBy(() -> ArrowFile.map(file()))
                .withMessage("java.arrow: Arrow metadata version V4 is not supported, only V5;"
                        + " write the file again with Arrow 1.0 or newer");
    }

    @Test
    void namesTheFieldOfAnUnsupportedType() throws IOException {
        for (String type : Arrays.asList("uint32", "Decimal", "Struct_")) {
            Path file = folder.resolve(type + ".arrow");
            try (ArrowJava java = new ArrowJava()) {
                FieldVector vector =
                        switch (type) {
                            case "uint32" -> new UInt4Vector("odd", java.allocator);
                            case "Decimal" -> new DecimalVector("odd", java.allocator, 10, 2);
                            default -> StructVector.empty("odd", java.allocator);
                        };
                java.write(file, List.of(vector));
            }

            assertThatExceptionOfType(ArrowFormatException.class)
                    .isThrownBy(() -> ArrowFile.map(file))
                    .withMessageStartingWith(type + ".arrow: field 'odd' has the unsupported type " + type)
                    .withMessageContaining("supported are int8 to int64");
        }
    }
}
