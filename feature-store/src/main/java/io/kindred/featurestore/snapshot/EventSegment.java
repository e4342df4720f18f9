package io.kindred.featurestore.snapshot;

import io.kindred.core.data.TimeKind;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.TinyIntVector;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;

/**
 * Writes the events of a snapshot: {@code user} and {@code item} as rows of the id files, {@code value}, {@code time} in
 * the unit of the snapshot's {@link TimeKind}, {@code type} and {@code part} as codes, and a code for each context column.
 */
final class EventSegment implements Closeable {
    static final String FILE_NAME = "events.arrow";
    static final String CONTEXT_PREFIX = "context_";

    private static final ArrowType INT8 = new ArrowType.Int(8, true);
    private static final ArrowType INT32 = new ArrowType.Int(32, true);
    private static final ArrowType INT64 = new ArrowType.Int(64, true);
    private static final ArrowType FLOAT32 = new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE);

    private final SegmentWriter writer;
    private final IntVector users;
    private final IntVector items;
    private final Float4Vector values;
    private final BigIntVector times;
    private final IntVector types;
    private final TinyIntVector parts;
    private final List<IntVector> context = new ArrayList<>();

    EventSegment(Path directory, int contextColumns, SegmentOutput output, BufferAllocator allocator)
            throws IOException {
        List<Field> fields = new ArrayList<>();
        fields.add(required("user", INT32));
        fields.add(required("item", INT32));
        fields.add(required("value", FLOAT32));
        fields.add(required("time", INT64));
        fields.add(required("type", INT32));
        fields.add(required("part", INT8));
        for (int i = 0; i < contextColumns; i++) {
            fields.add(Field.nullable(CONTEXT_PREFIX + i, INT32));
        }
        writer = new SegmentWriter(directory.resolve(FILE_NAME), fields, output, allocator);
        users = writer.vector(0, IntVector.class);
        items = writer.vector(1, IntVector.class);
        values = writer.vector(2, Float4Vector.class);
        times = writer.vector(3, BigIntVector.class);
        types = writer.vector(4, IntVector.class);
        parts = writer.vector(5, TinyIntVector.class);
        for (int i = 0; i < contextColumns; i++) {
            context.add(writer.vector(6 + i, IntVector.class));
        }
    }

    private static Field required(String name, ArrowType type) {
        return new Field(name, FieldType.notNullable(type), null);
    }

    void add(int user, int item, float value, long time, int type, byte part, int[] codes) throws IOException {
        int row = writer.row();
        users.setSafe(row, user);
        items.setSafe(row, item);
        values.setSafe(row, value);
        times.setSafe(row, time);
        types.setSafe(row, type);
        parts.setSafe(row, part);
        for (int i = 0; i < codes.length; i++) {
            if (codes[i] < 0) {
                context.get(i).setNull(row);
            } else {
                context.get(i).setSafe(row, codes[i]);
            }
        }
        writer.endRow();
    }

    long rows() {
        return writer.rows();
    }

    void finish() throws IOException {
        writer.finish();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
