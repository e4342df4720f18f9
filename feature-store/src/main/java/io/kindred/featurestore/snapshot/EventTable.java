package io.kindred.featurestore.snapshot;

import io.kindred.core.KindredException;
import io.kindred.core.arrow.ArrowBatch;
import io.kindred.core.arrow.ArrowFile;
import io.kindred.core.arrow.Float32Column;
import io.kindred.core.arrow.Int32Column;
import io.kindred.core.arrow.Int64Column;
import io.kindred.core.arrow.Int8Column;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The events of a snapshot, mapped into memory and read by row number. Rows are in the order of the import. Thread-safe
 * until closed.
 */
public final class EventTable implements AutoCloseable {
    private static final int SHIFT = Integer.numberOfTrailingZeros(SegmentWriter.BATCH_ROWS);
    private static final int MASK = SegmentWriter.BATCH_ROWS - 1;

    private final ArrowFile file;
    private final int rows;
    private final Int32Column[] users;
    private final Int32Column[] items;
    private final Float32Column[] values;
    private final Int64Column[] times;
    private final Int32Column[] types;
    private final Int8Column[] parts;
    private final Int32Column[][] context;

    private EventTable(ArrowFile file, SnapshotManifest manifest) {
        this.file = file;
        this.rows = Math.toIntExact(file.rowCount());
        int batches = file.batchCount();
        this.users = new Int32Column[batches];
        this.items = new Int32Column[batches];
        this.values = new Float32Column[batches];
        this.times = new Int64Column[batches];
        this.types = new Int32Column[batches];
        this.parts = new Int8Column[batches];
        this.context = new Int32Column[manifest.context().size()][batches];
        for (int b = 0; b < batches; b++) {
            ArrowBatch batch = file.batch(b);
            if (b < batches - 1 && batch.rows() != SegmentWriter.BATCH_ROWS) {
                throw new KindredException(EventSegment.FILE_NAME + " has batches of unequal size; import it again");
            }
            users[b] = batch.column("user", Int32Column.class);
            items[b] = batch.column("item", Int32Column.class);
            values[b] = batch.column("value", Float32Column.class);
            times[b] = batch.column("time", Int64Column.class);
            types[b] = batch.column("type", Int32Column.class);
            parts[b] = batch.column("part", Int8Column.class);
            for (int c = 0; c < context.length; c++) {
                context[c][b] = batch.column(EventSegment.CONTEXT_PREFIX + c, Int32Column.class);
            }
        }
    }

    static EventTable open(Path directory, SnapshotManifest manifest) throws IOException {
        ArrowFile file = ArrowFile.map(directory.resolve(EventSegment.FILE_NAME));
        try {
            if (file.rowCount() != manifest.counts().events()) {
                throw new KindredException(directory + ": " + EventSegment.FILE_NAME + " has " + file.rowCount()
                        + " rows where " + manifest.counts().events() + " are expected");
            }
            if (file.rowCount() > Integer.MAX_VALUE - 8) {
                throw new KindredException(directory + ": " + file.rowCount() + " events; at most "
                        + (Integer.MAX_VALUE - 8) + " fit into one data set");
            }
            return new EventTable(file, manifest);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Number of events. */
    public int rows() {
        return rows;
    }

    /** The user's index in the snapshot's users. */
    public int user(int row) {
        return users[row >>> SHIFT].get(row & MASK);
    }

    /** The item's index in the snapshot's items. */
    public int item(int row) {
        return items[row >>> SHIFT].get(row & MASK);
    }

    /** The value; finite. */
    public float value(int row) {
        return values[row >>> SHIFT].get(row & MASK);
    }

    /** The time in the snapshot's kind of time. */
    public long time(int row) {
        return times[row >>> SHIFT].get(row & MASK);
    }

    /** The code of the event type. */
    public int type(int row) {
        return types[row >>> SHIFT].get(row & MASK);
    }

    /** The code of the part. */
    public byte part(int row) {
        return parts[row >>> SHIFT].get(row & MASK);
    }

    /** The code of a context value, -1 where it is missing. */
    public int context(int column, int row) {
        Int32Column codes = context[column][row >>> SHIFT];
        return codes.isNull(row & MASK) ? -1 : codes.get(row & MASK);
    }

    @Override
    public void close() {
        file.close();
    }
}
