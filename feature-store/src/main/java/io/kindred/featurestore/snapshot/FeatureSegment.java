package io.kindred.featurestore.snapshot;

import io.kindred.featurestore.importer.FeatureColumn;
import io.kindred.featurestore.importer.FeatureType;
import io.kindred.featurestore.importer.FeatureValue;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;

/**
 * Writes the features of one source file as they arrive: {@code entity}, a row of the users' or items' id file, and a
 * column for each feature, null where missing. A source with several rows for an entity, as a file of tags, gives several
 * rows here.
 */
final class FeatureSegment implements Closeable {
    private static final int BATCH_ROWS = 1 << 13;

    private final List<FeatureColumn> columns;
    private final SegmentWriter writer;
    private final IntVector entities;
    private final List<FieldVector> vectors = new ArrayList<>();
    private final boolean[] filled;
    private int entity = -1;

    FeatureSegment(Path file, List<FeatureColumn> columns, SegmentOutput output, BufferAllocator allocator)
            throws IOException {
        this.columns = List.copyOf(columns);
        this.filled = new boolean[columns.size()];
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("entity", FieldType.notNullable(new ArrowType.Int(32, true)), null));
        for (FeatureColumn column : columns) {
            fields.add(field(column));
        }
        writer = new SegmentWriter(file, fields, output, allocator, BATCH_ROWS);
        entities = writer.vector(0, IntVector.class);
        for (int i = 0; i < columns.size(); i++) {
            vectors.add(writer.vector(i + 1, FieldVector.class));
        }
    }

    private static Field field(FeatureColumn column) {
        ArrowType text = ArrowType.Utf8.INSTANCE;
        return switch (column.type()) {
            case NUMBER -> Field.nullable(column.name(), new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE));
            case YEAR -> Field.nullable(column.name(), new ArrowType.Int(32, true));
            case CATEGORY, TEXT, IMAGE -> Field.nullable(column.name(), text);
            case CATEGORIES ->
                new Field(
                        column.name(),
                        FieldType.nullable(ArrowType.List.INSTANCE),
                        List.of(Field.nullable(ListVector.DATA_VECTOR_NAME, text)));
        };
    }

    String name() {
        return writer.name();
    }

    List<FeatureColumn> columns() {
        return columns;
    }

    void add(FeatureColumn column, int toEntity, FeatureValue value) throws IOException {
        int index = columns.indexOf(column);
        if (toEntity != entity || filled[index]) {
            endRow();
            entity = toEntity;
        }
        filled[index] = true;
        int row = writer.row();
        FieldVector vector = vectors.get(index);
        switch (value) {
            case FeatureValue.Numeric number -> {
                if (column.type() == FeatureType.YEAR) {
                    ((IntVector) vector).setSafe(row, (int) number.value());
                } else {
                    ((Float8Vector) vector).setSafe(row, number.value());
                }
            }
            case FeatureValue.Text text ->
                ((VarCharVector) vector).setSafe(row, text.value().getBytes(StandardCharsets.UTF_8));
            case FeatureValue.Categories categories -> addList((ListVector) vector, row, categories.values());
        }
    }

    private static void addList(ListVector list, int row, List<String> values) {
        VarCharVector texts = (VarCharVector) list.getDataVector();
        int at = list.startNewValue(row);
        for (String value : values) {
            texts.setSafe(at++, value.getBytes(StandardCharsets.UTF_8));
        }
        list.endValue(row, values.size());
    }

    private void endRow() throws IOException {
        if (entity >= 0) {
            entities.setSafe(writer.row(), entity);
            Arrays.fill(filled, false);
            entity = -1;
            writer.endRow();
        }
    }

    void finish() throws IOException {
        endRow();
        writer.finish();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
