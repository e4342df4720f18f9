package io.kindred.core.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrowFileWriterTest {
    private static final ArrowSchema IDS = ArrowSchema.of(ArrowField.required("id", ArrowType.utf8()));

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("items.arrow");
    }

    @Test
    void everyBufferIsAlignedTo64BytesInTheMappedFile() throws IOException {
        ArrowSchema schema = SampleColumns.schema();
        try (ArrowFileWriter writer = ArrowFileWriter.create(file(), schema)) {
            writer.write(SampleColumns.batch());
            writer.write(SampleColumns.batch());
        }

        try (ArrowFile read = ArrowFile.map(file())) {
            for (int batch = 0; batch < 2; batch++) {
                ArrowBatch columns = read.batch(batch);
                var vectors = (Float32Column)
                        columns.column("vector", FixedSizeListColumn.class).elements();
                assertThat(vectors.values().address() % 64).isZero();
                assertThat(columns.column("int8", Int8Column.class).values().address() % 64)
                        .isZero();
                assertThat(columns.column("int8", Int8Column.class)
                                        .validity()
                                        .bits()
                                        .address()
                                % 64)
                        .isZero();
                assertThat(columns.column("utf8", Utf8Column.class)
                                        .byteValues()
                                        .data()
                                        .address()
                                % 64)
                        .isZero();
                assertThat(columns.column("list", ListColumn.class)
                                        .offsets()
                                        .segment()
                                        .address()
                                % 64)
                        .isZero();
            }
        }
    }

    @Test
    void nullBitmapsAreWrittenOnlyWhereThereAreNulls() throws IOException {
        ArrowSchema schema = ArrowSchema.of(ArrowField.optional("n", ArrowType.int32()));
        try (ArrowFileWriter writer = ArrowFileWriter.create(file(), schema)) {
            writer.write(ArrowBatch.of(schema, List.of(Int32Column.of(1, 2))));
        }
        try (ArrowFile read = ArrowFile.map(file())) {
            assertThat(((ColumnBase) read.batch(0).column(0)).validity().bits()).isNull();
        }
    }

    @Test
    void rowsAndBytesAreCounted() throws IOException {
        ArrowFileWriter writer = ArrowFileWriter.create(file(), IDS);
        writer.write(ArrowBatch.of(IDS, List.of(Utf8Column.of(List.of("a", "b")))));
        writer.write(ArrowBatch.of(IDS, List.of(Utf8Column.of(List.of("c")))));
        writer.close();

        assertThat(writer.rowsWritten()).isEqualTo(3);
        assertThat(writer.bytesWritten()).isEqualTo(Files.size(file()));
    }

    @Test
    void anExistingFileIsNotOverwritten() throws IOException {
        Files.writeString(file(), "precious");

        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> ArrowFileWriter.create(file(), IDS));
        assertThat(file()).hasContent("precious");
    }

    @Test
    void aFileThatIsNotClosedIsNotReadable() throws IOException {
        try (ArrowFileWriter writer = ArrowFileWriter.create(file(), IDS)) {
            writer.write(ArrowBatch.of(IDS, List.of(Utf8Column.of(List.of("a")))));
            writer.force();

            assertThatExceptionOfType(ArrowFormatException.class)
                    .isThrownBy(() -> ArrowFile.map(file()))
                    .withMessageStartingWith("items.arrow: truncated");
        }
        try (ArrowFile read = ArrowFile.map(file())) {
            assertThat(read.rowCount()).isEqualTo(1);
        }
    }

    @Test
    void tooManyDictionaryValuesAreAnErrorAndLeaveNoReadableFile() throws IOException {
        ArrowSchema schema =
                ArrowSchema.of(ArrowField.required("tag", ArrowType.dictionary(ArrowType.int8(), ArrowType.utf8())));
        Utf8Column tags =
                Utf8Column.of(IntStream.range(0, 129).mapToObj(i -> "t" + i).toList());
        try (ArrowFileWriter writer = ArrowFileWriter.create(file(), schema)) {
            assertThatExceptionOfType(KindredException.class)
                    .isThrownBy(() -> writer.write(ArrowBatch.of(schema, List.of(tags))))
                    .withMessage("field 'tag' has more than 128 different values, too many for"
                            + " dictionary<int8, utf8>; use wider indices or plain utf8");
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> writer.write(ArrowBatch.of(schema, List.of(tags))))
                    .withMessage("an earlier write failed");
        }
        assertThatExceptionOfType(ArrowFormatException.class).isThrownBy(() -> ArrowFile.map(file()));
    }

    @Test
    void otherBatchesAndClosedWritersAreRefused() throws IOException {
        ArrowSchema other = ArrowSchema.of(ArrowField.required("id", ArrowType.int32()));
        ArrowBatch batch = ArrowBatch.of(other, List.of(Int32Column.of(1)));
        ArrowFileWriter writer = ArrowFileWriter.create(file(), IDS);

        assertThatThrownBy(() -> writer.write(batch))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("batch has fields [id: int32 not null], the file [id: utf8 not null]");
        writer.close();
        writer.close();
        assertThatThrownBy(() -> writer.write(batch))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the writer is closed");
    }

    @Test
    void dictionariesOfNumbersCannotBeWritten() {
        ArrowSchema schema = ArrowSchema.of(ArrowField.required("year", ArrowType.dictionary(ArrowType.int32())));

        assertThatThrownBy(() -> ArrowFileWriter.create(file(), schema))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("field 'year': only dictionaries of utf8 can be written, not of int32");
        assertThat(file()).doesNotExist();
    }

    @Test
    void nativeAndHeapSegmentsOfAnySizeGiveTheSameFile() throws IOException {
        int rows = 70_000;
        float[] heap = new float[rows * 3];
        for (int i = 0; i < heap.length; i++) {
            heap[i] = i;
        }
        ArrowSchema schema = ArrowSchema.of(ArrowField.required("v", ArrowType.fixedSizeList(ArrowType.float32(), 3)));
        Path other = folder.resolve("native.arrow");
        try (Arena arena = Arena.ofConfined();
                ArrowFileWriter fromHeap = ArrowFileWriter.create(file(), schema);
                ArrowFileWriter fromNative = ArrowFileWriter.create(other, schema)) {
            MemorySegment copy = arena.allocateFrom(Layouts.FLOAT, heap);
            fromHeap.write(ArrowBatch.of(schema, List.of(FixedSizeListColumn.of(heap, 3))));
            fromNative.write(ArrowBatch.of(schema, List.of(FixedSizeListColumn.ofFloats(copy, 3))));
        }

        assertThat(Files.mismatch(file(), other)).isEqualTo(-1);
        try (ArrowFile read = ArrowFile.map(file())) {
            var values = (Float32Column)
                    read.batch(0).column("v", FixedSizeListColumn.class).elements();
            assertThat(values.values().toArray(Layouts.FLOAT)).isEqualTo(heap);
        }
    }
}
