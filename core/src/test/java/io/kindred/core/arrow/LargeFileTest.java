package io.kindred.core.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kindred.core.arrow.RawFile.Node;
import io.kindred.core.arrow.RawFile.Range;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of more than 2 GiB; the first test uses a sparse file and costs next to nothing. */
class LargeFileTest {
    private static final int COLUMNS = 512;
    private static final int ROWS = 1_300_000;
    private static final long BYTES = (long) ROWS * COLUMNS * Float.BYTES;

    @TempDir
    Path folder;

    @Test
    void rowsBeyondTwoGibibytesAreRead() throws IOException {
        long elements = (long) ROWS * COLUMNS;
        RawFile raw = new RawFile()
                .batchWithoutBody(
                        ROWS,
                        List.of(new Node(ROWS, 0), new Node(elements, 0)),
                        List.of(new Range(0, 0), new Range(0, 0), new Range(0, BYTES)),
                        BYTES);
        int head = raw.size();
        byte[] image = raw.finish(
                ArrowSchema.of(ArrowField.required("v", ArrowType.fixedSizeList(ArrowType.float32(), COLUMNS))));
        Path file = folder.resolve("sparse.arrow");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(Arrays.copyOf(image, head)));
            byte[] lastElement = RawFile.ints(Float.floatToRawIntBits(2.5f));
            channel.write(ByteBuffer.wrap(lastElement), head + BYTES - Float.BYTES);
            channel.write(ByteBuffer.wrap(image, head, image.length - head), head + BYTES);
        }

        try (ArrowFile read = ArrowFile.map(file)) {
            assertThat(read.byteSize()).isGreaterThan(1L << 31);
            FixedSizeListColumn vectors = read.batch(0).column("v", FixedSizeListColumn.class);
            Float32Column values = (Float32Column) vectors.elements();
            assertThat(values.length()).isEqualTo(elements);
            assertThat(values.get(vectors.end(ROWS - 1) - 1)).isEqualTo(2.5f);
            assertThat(values.get(vectors.start(ROWS - 1))).isZero();
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> values.get(elements));
        }
    }

    @Test
    @Tag("slow")
    void aMatrixBeyondTwoGibibytesIsWritten() throws IOException {
        Path source = folder.resolve("source");
        try (Arena arena = Arena.ofConfined();
                FileChannel channel = FileChannel.open(
                        source, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            MemorySegment matrix = channel.map(FileChannel.MapMode.READ_WRITE, 0, BYTES, arena);
            for (long index = 0; index < BYTES / Float.BYTES; index += 100_000_007) {
                matrix.setAtIndex(Layouts.FLOAT, index, (float) (1 + index));
            }
            FixedSizeListColumn column = FixedSizeListColumn.ofFloats(matrix, COLUMNS);
            ArrowSchema schema = ArrowSchema.of(ArrowField.required("v", column.type()));
            Path file = folder.resolve("large.arrow");
            try (ArrowFileWriter writer = ArrowFileWriter.create(file, schema)) {
                writer.write(ArrowBatch.of(schema, List.of(column)));
            }

            ArrowFile read = ArrowFile.map(file, arena);
            var values = (Float32Column)
                    read.batch(0).column("v", FixedSizeListColumn.class).elements();
            assertThat(values.values().mismatch(matrix)).isEqualTo(-1);
        }
    }
}
