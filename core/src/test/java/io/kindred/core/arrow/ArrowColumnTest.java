package io.kindred.core.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrowColumnTest {
    private static BitSet rows(int... rows) {
        BitSet set = new BitSet();
        for (int row : rows) {
            set.set(row);
        }
        return set;
    }

    @Test
    void nullsBeyondOneByteAreCounted() {
        Int8Column column = Int8Column.of(new byte[130], rows(0, 63, 64, 129));

        assertThat(column.nullCount()).isEqualTo(4);
        assertThat(column.isNull(129)).isTrue();
        assertThat(column.isNull(128)).isFalse();
    }

    @Test
    void nullsOutsideTheColumnAreRefused() {
        assertThatThrownBy(() -> Int32Column.of(new int[] {1, 2}, rows(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row 2 is marked null but the column has 2 rows");
    }

    @Test
    void aSegmentWithABitmapIsWrapped() {
        // 0b101: rows 0 and 2 hold values, row 1 is null.
        Int32Column column =
                Int32Column.of(MemorySegment.ofArray(new int[] {1, 2, 3}), MemorySegment.ofArray(new byte[] {0b101}));

        assertThat(Rows.of(column)).containsExactly(1, null, 3);
        assertThat(column.nullCount()).isEqualTo(1);
        assertThat(column).hasToString("int32 column of 3 rows, 1 null");
    }

    @Test
    void segmentsMustHoldWholeValues() {
        MemorySegment seven = MemorySegment.ofArray(new byte[7]);

        assertThatThrownBy(() -> Float32Column.of(seven))
                .hasMessage("segment of 7 bytes does not hold whole values of 4 bytes");
        assertThatThrownBy(() -> BoolColumn.of(seven, 57, null)).hasMessage("segment of 7 bytes does not hold 57 bits");
        assertThatThrownBy(() -> Int8Column.of(seven, MemorySegment.ofArray(new byte[0])))
                .hasMessage("validity bitmap has 0 bytes, 7 rows need 1");
    }

    @Test
    void textGivesItsBytesWithoutCopying() {
        Utf8Column column = Utf8Column.of(Arrays.asList("größe", null, ""));

        assertThat(column.byteLength(0)).isEqualTo(7);
        assertThat(column.bytes(0).toArray(Layouts.BYTE))
                .isEqualTo(new byte[] {'g', 'r', (byte) 0xC3, (byte) 0xB6, (byte) 0xC3, (byte) 0x9F, 'e'});
        assertThat(column.get(1)).isNull();
        assertThat(column.bytes(1).byteSize()).isZero();
        assertThat(column.get(2)).isEmpty();
    }

    @Test
    void offsetsAndBytesAreWrapped() {
        MemorySegment data = MemorySegment.ofArray(new byte[] {'a', 'b', 'c'});

        Utf8Column narrow = Utf8Column.of(MemorySegment.ofArray(new int[] {0, 1, 3}), data, null);
        Utf8Column wide = Utf8Column.ofLarge(MemorySegment.ofArray(new long[] {0, 1, 3}), data, null);

        assertThat(Rows.of(narrow)).containsExactly("a", "bc");
        assertThat(Rows.of(wide)).containsExactly("a", "bc");
        assertThat(wide.type()).isEqualTo(ArrowType.largeUtf8());
        assertThatThrownBy(() -> Utf8Column.of(MemorySegment.ofArray(new int[] {0, 4}), data, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("offsets reach to 4, only 3 present");
    }

    @Test
    void aNullInTheDictionaryMakesItsRowsNull() {
        Utf8Column column =
                Utf8Column.ofDictionary(new int[] {0, 1, 0, 1}, rows(3), Utf8Column.of(Arrays.asList("a", null)));

        assertThat(Rows.of(column)).containsExactly("a", null, "a", null);
        assertThat(column.nullCount()).isEqualTo(2);
    }

    @Test
    void dictionaryIndicesOfNullRowsMayBeAnything() {
        Utf8Column column = Utf8Column.ofDictionary(new int[] {0, 99}, rows(1), Utf8Column.of(List.of("a")));

        assertThat(Rows.of(column)).containsExactly("a", null);
        assertThatThrownBy(() -> Utf8Column.ofDictionary(new int[] {0, 99}, null, Utf8Column.of(List.of("a"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("dictionary index 99 in row 1, dictionary has 1 values");
    }

    @Test
    void unsignedIndicesReachTheUpperHalf() {
        byte[] stored = {(byte) 200, 0, 0, 0, 0, 0, 0, 0};
        MemorySegment segment = MemorySegment.ofArray(stored);

        assertThat(new DictionaryIndices(segment, 1, true).at(0)).isEqualTo(200);
        assertThat(new DictionaryIndices(segment, 1, false).at(0)).isEqualTo(-56);
        assertThat(new DictionaryIndices(segment, 2, true).at(0)).isEqualTo(200);
        assertThat(new DictionaryIndices(segment, 8, true).at(0)).isEqualTo(200);
    }

    @Test
    void logicalTypesShareTheirWidth() {
        assertThat(Int32Column.of(1).as(ArrowType.date32()).type()).isEqualTo(ArrowType.date32());
        assertThatThrownBy(() -> Int64Column.of(1).as(ArrowType.date32()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("long values cannot be read as date32");
    }

    @Test
    void listsMustFitTheirElements() {
        assertThatThrownBy(() -> ListColumn.of(new int[] {0, 3}, Int32Column.of(1, 2)))
                .hasMessage("offsets reach to 3, only 2 present");
        assertThatThrownBy(() -> FixedSizeListColumn.of(new float[5], 2))
                .hasMessage("5 elements cannot be divided into lists of 2");
    }

    @Test
    void batchesSayWhatDoesNotFit() {
        ArrowSchema schema = ArrowSchema.of(
                ArrowField.required("id", ArrowType.int32()), ArrowField.optional("title", ArrowType.utf8()));

        assertThatThrownBy(() -> ArrowBatch.of(schema, List.of(Int32Column.of(1))))
                .hasMessage("1 columns for a schema of 2 fields");
        assertThatThrownBy(() -> ArrowBatch.of(schema, List.of(Int64Column.of(1), Utf8Column.of(List.of("a")))))
                .hasMessage("field 'id' is int32, its column is int64");
        assertThatThrownBy(() -> ArrowBatch.of(schema, List.of(Int32Column.of(1), Utf8Column.of(List.of()))))
                .hasMessage("column 'title' has 0 rows, the first column has 1");
        assertThatThrownBy(() -> ArrowBatch.of(
                        schema, List.of(Int32Column.of(new int[1], rows(0)), Utf8Column.of(List.of("a")))))
                .hasMessage("field 'id' is not nullable, its column has 1 nulls");
        assertThatThrownBy(() -> ArrowSchema.of(
                        ArrowField.required("a", ArrowType.int8()), ArrowField.required("a", ArrowType.int8())))
                .hasMessage("two fields are called 'a'");
    }

    @Test
    void unknownAndMistakenColumnsAreNamed(@TempDir Path folder) throws IOException {
        ArrowSchema schema = ArrowSchema.of(
                ArrowField.required("id", ArrowType.int32()), ArrowField.optional("title", ArrowType.utf8()));
        Path file = folder.resolve("items.arrow");
        try (ArrowFileWriter writer = ArrowFileWriter.create(file, schema)) {
            writer.write(ArrowBatch.of(schema, List.of(Int32Column.of(1), Utf8Column.of(List.of("a")))));
        }
        try (ArrowFile read = ArrowFile.map(file)) {
            assertThatThrownBy(() -> read.batch(0).column("name"))
                    .isInstanceOf(ArrowFormatException.class)
                    .hasMessage("items.arrow: no column 'name'; available: id, title");
            assertThatThrownBy(() -> read.batch(0).column("id", Utf8Column.class))
                    .isInstanceOf(ArrowFormatException.class)
                    .hasMessage("items.arrow: column 'id' is int32, expected utf8");
            assertThat(read.schema().indexOf("name")).isEqualTo(-1);
        }
    }

    @Test
    void aClosedFileCannotBeRead(@TempDir Path folder) throws IOException {
        ArrowSchema schema = ArrowSchema.of(ArrowField.required("id", ArrowType.int32()));
        Path file = folder.resolve("items.arrow");
        try (ArrowFileWriter writer = ArrowFileWriter.create(file, schema)) {
            writer.write(ArrowBatch.of(schema, List.of(Int32Column.of(1))));
        }
        ArrowFile read = ArrowFile.map(file);
        Int32Column column = read.batch(0).column("id", Int32Column.class);
        read.close();
        read.close();

        assertThatThrownBy(() -> column.get(0)).isInstanceOf(IllegalStateException.class);

        try (Arena arena = Arena.ofConfined()) {
            ArrowFile borrowed = ArrowFile.map(file, arena);
            borrowed.close();
            assertThat(borrowed.batch(0).column("id", Int32Column.class).get(0)).isEqualTo(1);
        }
    }

    @Test
    void manyThreadsReadTheSameRows(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("items.arrow");
        try (ArrowFileWriter writer = ArrowFileWriter.create(file, SampleColumns.schema())) {
            writer.write(SampleColumns.batch());
        }
        try (ArrowFile read = ArrowFile.map(file);
                var threads = Executors.newFixedThreadPool(4)) {
            Callable<List<List<Object>>> task =
                    () -> read.batch(0).columns().stream().map(Rows::of).toList();
            List<List<Object>> expected =
                    SampleColumns.columns().values().stream().map(Rows::of).toList();
            for (Future<List<List<Object>>> result : threads.invokeAll(Collections.nCopies(16, task))) {
                assertThat(result.get()).isEqualTo(expected);
            }
        }
    }
}
