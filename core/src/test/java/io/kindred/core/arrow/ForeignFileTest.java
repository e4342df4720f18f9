package io.kindred.core.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.google.flatbuffers.FlatBufferBuilder;
import io.kindred.core.arrow.RawFile.Node;
import io.kindred.core.arrow.RawFile.Range;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.apache.arrow.flatbuf.CompressionType;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said about files that are not Arrow files, or not of the supported kind. */
class ForeignFileTest {
    private static final ArrowSchema INTS = ArrowSchema.of(ArrowField.required("n", ArrowType.int32()));

    @TempDir
    Path folder;

    private static void assertRefused(byte[] image, String message) {
        assertThatExceptionOfType(ArrowFormatException.class)
                .isThrownBy(() -> RawFile.open(image).batch(0))
                .withMessage(message);
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        Path file = Files.createFile(folder.resolve("users.arrow"));

        assertThatExceptionOfType(ArrowFormatException.class)
                .isThrownBy(() -> ArrowFile.map(file))
                .withMessage("users.arrow: not an Arrow IPC file (the file is empty)");
    }

    @Test
    void theFirstBytesAreShown() {
        assertRefused(
                "userId,movieId,rating\n".getBytes(StandardCharsets.US_ASCII),
                "items.arrow: not an Arrow IPC file (first bytes 75 73 65 72 49 64 2c 6d, text \"userId,m\")");
        assertRefused(
                HexFormat.of().parseHex("89504e470d0a1a0a0000000d"),
                "items.arrow: not an Arrow IPC file (first bytes 89 50 4e 47 0d 0a 1a 0a)");
        assertRefused(
                "PAR1\u0015\u0004".getBytes(StandardCharsets.US_ASCII),
                "items.arrow: not an Arrow IPC file (first bytes 50 41 52 31 15 04, a Parquet file)");
        assertRefused(
                HexFormat.of().parseHex("ffffffff78000000"),
                "items.arrow: not an Arrow IPC file"
                        + " (first bytes ff ff ff ff 78 00 00 00, possibly an Arrow stream; write it in the file format)");
        assertRefused(
                "ARROW".getBytes(StandardCharsets.US_ASCII),
                "items.arrow: not an Arrow IPC file (first bytes 41 52 52 4f 57, text \"ARROW\")");
    }

    @Test
    void aFolderAndAMissingFileAreInputErrors() {
        assertThatIOException()
                .isThrownBy(() -> ArrowFile.map(folder))
                .withMessage(folder + ": is a directory, not a file");
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> ArrowFile.map(folder.resolve("none.arrow")));
    }

    @Test
    void aTruncatedFileIsCalledTruncated() {
        assertRefused(
                "ARROW1\0\0 and then nothing".getBytes(StandardCharsets.US_ASCII),
                "items.arrow: truncated: starts as an Arrow IPC file but its 25 bytes do not end as one;"
                        + " copy it again, or write it again if its writer was not closed");
    }

    @Test
    void aFooterLargerThanTheFileIsCalledTruncated() {
        byte[] image = new RawFile().finish(INTS);
        ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN).putInt(image.length - 10, 12_345);

        assertRefused(image, "items.arrow: truncated: footer says 12,345 bytes, file has " + image.length);
    }

    @ParameterizedTest
    @CsvSource({"0, LZ4_FRAME", "1, ZSTD", "9, codec 9"})
    void compressionIsRefusedByName(byte codec, String name) {
        byte[] image = new RawFile().compressedBatch(codec).finish(ArrowSchema.of());

        assertRefused(
                image,
                "items.arrow: batch 0 is compressed with " + name
                        + ", which is not supported; write the file uncompressed");
    }

    @Test
    void compressionTypesAreWhatTheTestAboveSays() {
        assertThat(CompressionType.name(0)).isEqualTo("LZ4_FRAME");
        assertThat(CompressionType.name(1)).isEqualTo("ZSTD");
    }

    @Test
    void bigEndianDataIsRefused() {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int fields = Schema.createFieldsVector(builder, new int[0]);
        int schema = Schema.createSchema(builder, Endianness.Big, fields, 0, 0);

        assertRefused(new RawFile().finish(builder, schema), "items.arrow: big-endian Arrow data is not supported");
    }

    @Test
    void deltaAndReplacedDictionariesAreRefused() {
        ArrowSchema schema = ArrowSchema.of(ArrowField.optional("genre", ArrowType.dictionary(ArrowType.utf8())));
        List<Node> node = List.of(new Node(1, 0));
        List<Range> buffers = List.of(new Range(0, 0), new Range(0, 8), new Range(8, 1));
        byte[] body = new byte[] {0, 0, 0, 0, 1, 0, 0, 0, 'x'};
        RawFile delta = new RawFile().dictionary(0, true, 1, node, buffers, body);
        RawFile replaced =
                new RawFile().dictionary(0, false, 1, node, buffers, body).dictionary(0, false, 1, node, buffers, body);
        RawFile unknown = new RawFile().dictionary(7, false, 1, node, buffers, body);

        assertRefused(
                delta.finish(schema),
                "items.arrow: dictionary 0 changes the dictionary of 'genre dictionary',"
                        + " which is not supported; write one dictionary per file");
        assertRefused(
                replaced.finish(schema),
                "items.arrow: dictionary 1 changes the dictionary of 'genre dictionary',"
                        + " which is not supported; write one dictionary per file");
        assertRefused(
                unknown.finish(schema), "items.arrow: dictionary 0 has the id 7, which no field of the schema uses");
    }

    @Test
    void buffersMayLieAnywhere() {
        byte[] image = new RawFile()
                .gap(3)
                .batch(2, List.of(new Node(2, 0)), List.of(new Range(0, 0), new Range(5, 8)), new byte[] {
                    9, 9, 9, 9, 9, 1, 0, 0, 0, 2, 0, 0, 0
                })
                .finish(INTS);

        assertThat(Rows.of(RawFile.open(image).batch(0).column("n"))).containsExactly(1, 2);
    }

    @Test
    void offsetsMayBeMissingWhenThereAreNoRows() {
        ArrowSchema schema = ArrowSchema.of(ArrowField.required("t", ArrowType.utf8()));
        List<Range> buffers = List.of(new Range(0, 0), new Range(0, 0), new Range(0, 0));
        byte[] image = new RawFile()
                .batch(0, List.of(new Node(0, 0)), buffers, new byte[0])
                .finish(schema);

        assertThat(Rows.of(RawFile.open(image).batch(0).column("t"))).isEmpty();
    }

    @Test
    void bytesThatAreNotUtf8AreReplaced() {
        ArrowSchema schema = ArrowSchema.of(ArrowField.required("t", ArrowType.utf8()));
        byte[] body = new byte[] {0, 0, 0, 0, 3, 0, 0, 0, 'a', (byte) 0xFF, 'b'};
        List<Range> buffers = List.of(new Range(0, 0), new Range(0, 8), new Range(8, 3));
        byte[] image =
                new RawFile().batch(1, List.of(new Node(1, 0)), buffers, body).finish(schema);

        Utf8Column column = RawFile.open(image).batch(0).column("t", Utf8Column.class);
        assertThat(column.get(0)).isEqualTo("a\uFFFDb");
        assertThat(column.byteLength(0)).isEqualTo(3);
    }
}
