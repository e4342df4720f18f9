package io.kindred.core.arrow;

import com.google.flatbuffers.FlatBufferBuilder;
import io.kindred.core.KindredException;
import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.flatbuf.Block;
import org.apache.arrow.flatbuf.DictionaryBatch;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;

/**
 * Writes an Arrow IPC file: uncompressed, little-endian, metadata version 5, every buffer at a
 * multiple of 64 bytes of the file, so that a mapped vector column is aligned for SIMD.
 *
 * <p>The file is readable only once {@link #close()} has written its footer; after a failed write
 * no footer is written, so an incomplete file is never taken for a whole one. Durability and an
 * atomic name are the caller's: write to a temporary name, call {@link #force()}, close, rename.
 *
 * <p>Dictionary fields take plain or dictionary-encoded {@link Utf8Column}s; their distinct values
 * are kept in memory until the file is closed, as a file has one dictionary per field.
 *
 * <p>Not safe for use by several threads.
 */
public final class ArrowFileWriter implements Closeable {
    private final FileSink sink;
    private final ArrowSchema schema;
    private final List<FieldLayout> layouts;
    private final Map<Long, DictionaryEncoder> encoders = new LinkedHashMap<>();
    private final List<FileFooter.BlockRange> batches = new ArrayList<>();
    private long rows;
    private boolean durable;
    private boolean failed;
    private boolean closed;

    private ArrowFileWriter(FileSink sink, ArrowSchema schema, List<FieldLayout> layouts) {
        this.sink = sink;
        this.schema = schema;
        this.layouts = layouts;
        layouts.forEach(this::addEncoder);
    }

    /**
     * Creates a file; an existing one is never overwritten, because somebody may have it mapped.
     *
     * @throws java.nio.file.FileAlreadyExistsException when the file exists
     * @throws IOException when it cannot be created or written
     * @throws IllegalArgumentException when the schema has a dictionary of other values than utf8
     */
    public static ArrowFileWriter create(Path file, ArrowSchema schema) throws IOException {
        List<FieldLayout> layouts = FieldLayout.number(schema);
        layouts.forEach(ArrowFileWriter::checkWritable);
        ArrowFileWriter writer = new ArrowFileWriter(new FileSink(file), schema, layouts);
        try {
            writer.writeHead();
            return writer;
        } catch (IOException | RuntimeException e) {
            writer.sink.abandon();
            throw e;
        }
    }

    private static void checkWritable(FieldLayout layout) {
        if (layout.innermost() instanceof ArrowType.Dictionary dictionary
                && dictionary.value() != ArrowType.Scalar.UTF8) {
            throw new IllegalArgumentException("field '" + layout.path()
                    + "': only dictionaries of utf8 can be written, not of " + dictionary.value());
        }
    }

    private void addEncoder(FieldLayout layout) {
        if (layout.child() != null) {
            addEncoder(layout.child());
        } else if (layout.type() instanceof ArrowType.Dictionary dictionary) {
            encoders.put(layout.dictionaryId(), new DictionaryEncoder(layout, dictionary));
        }
    }

    private void writeHead() throws IOException {
        sink.write(MemorySegment.ofArray(FileFooter.MAGIC));
        sink.pad(FileFooter.HEAD);
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int header = new SchemaWriter(builder).write(schema, layouts);
        writeHeader(builder, MessageHeader.Schema, header, 0);
    }

    /**
     * Appends a batch. After an error in the midst of writing the file stays without a footer.
     *
     * @throws IOException when writing fails
     * @throws IllegalArgumentException when the batch has other field names or types than the file
     * @throws KindredException when a dictionary field has more values than its index type can count
     */
    public void write(ArrowBatch batch) throws IOException {
        if (closed || failed) {
            throw new IllegalStateException(closed ? "the writer is closed" : "an earlier write failed");
        }
        if (!batch.schema().fields().equals(schema.fields())) {
            throw new IllegalArgumentException(
                    "batch has fields " + batch.schema().fields() + ", the file " + schema.fields());
        }
        if (batches.size() >= Limits.BLOCKS) {
            throw new KindredException(
                    "a file has at most " + Limits.BLOCKS + " batches; write more rows in each batch");
        }
        failed = true;
        BatchEncoder encoder = new BatchEncoder(encoders);
        for (int i = 0; i < layouts.size(); i++) {
            encoder.add(layouts.get(i), batch.column(i));
        }
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int header = encoder.header(builder, batch.rows());
        batches.add(writeMessage(builder, MessageHeader.RecordBatch, header, encoder));
        rows += batch.rows();
        failed = false;
    }

    private FileFooter.BlockRange writeMessage(FlatBufferBuilder builder, byte type, int header, BatchEncoder encoder)
            throws IOException {
        long start = sink.position();
        long bodyLength = encoder.bodyLength();
        int metadataLength = writeHeader(builder, type, header, bodyLength);
        encoder.body(sink);
        return new FileFooter.BlockRange(start, metadataLength, bodyLength);
    }

    /** Writes prefix and header, padded so that what follows starts at a multiple of the alignment. */
    private int writeHeader(FlatBufferBuilder builder, byte type, int header, long bodyLength) throws IOException {
        builder.finish(Message.createMessage(builder, MetadataVersion.V5, type, header, bodyLength, 0));
        ByteBuffer bytes = builder.dataBuffer();
        checkMetadata(bytes);
        long start = sink.position();
        long end = FileSink.padded(start + IpcMessage.PREFIX + bytes.remaining(), BatchEncoder.ALIGNMENT);
        writeInts(IpcMessage.CONTINUATION, (int) (end - start) - IpcMessage.PREFIX);
        sink.write(MemorySegment.ofBuffer(bytes));
        sink.pad(BatchEncoder.ALIGNMENT);
        return (int) (end - start);
    }

    private static void checkMetadata(ByteBuffer bytes) {
        if (bytes.remaining() > Limits.METADATA_BYTES) {
            throw new KindredException("schema metadata takes " + bytes.remaining() + " bytes; at most "
                    + Limits.METADATA_BYTES + " are supported");
        }
    }

    private void writeInts(int... values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putInt(value);
        }
        sink.write(MemorySegment.ofBuffer(bytes.flip()));
    }

    /** Returns the number of bytes written so far, padding included. */
    public long bytesWritten() {
        return sink.position();
    }

    /** Returns the number of rows written so far. */
    public long rowsWritten() {
        return rows;
    }

    /** Puts everything written so far on the device, and makes {@link #close()} do so with the rest. */
    public void force() throws IOException {
        durable = true;
        sink.force();
    }

    /**
     * Writes dictionaries and footer and closes the file; synchronized to the device only after
     * {@link #force()} was called. Does nothing the second time.
     *
     * @throws IOException when writing fails; the file then stays without a footer
     */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        if (failed) {
            sink.abandon();
            return;
        }
        try (sink) {
            writeTail();
            if (durable) {
                sink.force();
            }
        }
    }

    private void writeTail() throws IOException {
        List<FileFooter.BlockRange> dictionaries = new ArrayList<>();
        for (DictionaryEncoder dictionary : encoders.values()) {
            dictionaries.add(writeDictionary(dictionary));
        }
        writeInts(IpcMessage.CONTINUATION, 0);
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int schemaOffset = new SchemaWriter(builder).write(schema, layouts);
        Footer.startDictionariesVector(builder, dictionaries.size());
        int dictionaryVector = blocks(builder, dictionaries);
        Footer.startRecordBatchesVector(builder, batches.size());
        int batchVector = blocks(builder, batches);
        Footer.finishFooterBuffer(
                builder,
                Footer.createFooter(builder, MetadataVersion.V5, schemaOffset, dictionaryVector, batchVector, 0));
        ByteBuffer footer = builder.dataBuffer();
        checkMetadata(footer);
        int length = footer.remaining();
        sink.write(MemorySegment.ofBuffer(footer));
        writeInts(length);
        sink.write(MemorySegment.ofArray(FileFooter.MAGIC));
    }

    /** The file format lets dictionaries follow the batches that use them. */
    private FileFooter.BlockRange writeDictionary(DictionaryEncoder dictionary) throws IOException {
        FieldLayout field = dictionary.field();
        Utf8Column values = dictionary.dictionary();
        BatchEncoder encoder = new BatchEncoder(Map.of());
        encoder.add(new FieldLayout(field.path(), ArrowType.Scalar.UTF8, 0, false, null), values);
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int data = encoder.header(builder, values.length());
        int header = DictionaryBatch.createDictionaryBatch(builder, field.dictionaryId(), data, false);
        return writeMessage(builder, MessageHeader.DictionaryBatch, header, encoder);
    }

    private static int blocks(FlatBufferBuilder builder, List<FileFooter.BlockRange> ranges) {
        for (FileFooter.BlockRange range : ranges.reversed()) {
            Block.createBlock(builder, range.offset(), range.metadataLength(), range.bodyLength());
        }
        return builder.endVector();
    }
}
