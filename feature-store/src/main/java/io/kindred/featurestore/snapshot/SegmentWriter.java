package io.kindred.featurestore.snapshot;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * Writes one Arrow IPC file row by row, in batches of {@link #BATCH_ROWS} rows. The owner fills the vectors at {@link
 * #row()} and then calls {@link #endRow()}.
 */
final class SegmentWriter implements Closeable {
    /** Rows of every batch but the last. */
    static final int BATCH_ROWS = 1 << 16;

    private final String name;
    private final WritableByteChannel channel;
    private final VectorSchemaRoot root;
    private final ArrowFileWriter writer;
    private final int batchRows;
    private int row;
    private long rows;

    SegmentWriter(Path file, List<Field> fields, SegmentOutput output, BufferAllocator allocator) throws IOException {
        this(file, fields, output, allocator, BATCH_ROWS);
    }

    SegmentWriter(Path file, List<Field> fields, SegmentOutput output, BufferAllocator allocator, int batchRows)
            throws IOException {
        this.name = String.valueOf(file.getFileName());
        this.batchRows = batchRows;
        this.channel = output.create(file);
        this.root = VectorSchemaRoot.create(new Schema(fields), allocator);
        root.getFieldVectors().forEach(vector -> vector.setInitialCapacity(batchRows));
        this.writer = new ArrowFileWriter(root, null, channel);
        try {
            writer.start();
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    String name() {
        return name;
    }

    <V extends FieldVector> V vector(int column, Class<V> kind) {
        return kind.cast(root.getVector(column));
    }

    /** The row of the current batch to fill next. */
    int row() {
        return row;
    }

    /** Number of rows ended so far. */
    long rows() {
        return rows;
    }

    void endRow() throws IOException {
        row++;
        rows++;
        if (row == batchRows) {
            flush();
        }
    }

    private void flush() throws IOException {
        root.setRowCount(row);
        writer.writeBatch();
        root.clear();
        row = 0;
    }

    /** Writes the last batch and the footer; the file is whole afterwards. */
    void finish() throws IOException {
        if (row > 0) {
            flush();
        }
        writer.end();
    }

    @Override
    public void close() throws IOException {
        root.close();
        channel.close();
    }
}
