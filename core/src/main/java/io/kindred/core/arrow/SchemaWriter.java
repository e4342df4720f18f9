package io.kindred.core.arrow;

import com.google.flatbuffers.FlatBufferBuilder;
import java.util.List;
import java.util.Map;
import org.apache.arrow.flatbuf.Binary;
import org.apache.arrow.flatbuf.Bool;
import org.apache.arrow.flatbuf.Date;
import org.apache.arrow.flatbuf.DateUnit;
import org.apache.arrow.flatbuf.DictionaryEncoding;
import org.apache.arrow.flatbuf.DictionaryKind;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FixedSizeList;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.KeyValue;
import org.apache.arrow.flatbuf.LargeBinary;
import org.apache.arrow.flatbuf.LargeList;
import org.apache.arrow.flatbuf.LargeUtf8;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.TimeUnit;
import org.apache.arrow.flatbuf.Timestamp;
import org.apache.arrow.flatbuf.Type;
import org.apache.arrow.flatbuf.Utf8;

/** Builds the schema flatbuffer, once for the message at the start and once for the footer. */
final class SchemaWriter {
    private final FlatBufferBuilder builder;

    SchemaWriter(FlatBufferBuilder builder) {
        this.builder = builder;
    }

    /** Adds the schema and returns its offset in the builder. */
    int write(ArrowSchema schema, List<FieldLayout> layouts) {
        int[] fields = new int[layouts.size()];
        for (int i = 0; i < fields.length; i++) {
            ArrowField field = schema.fields().get(i);
            fields[i] = field(field.name(), field.nullable(), layouts.get(i));
        }
        int fieldVector = Schema.createFieldsVector(builder, fields);
        int[] entries = new int[schema.metadata().size()];
        int next = 0;
        for (Map.Entry<String, String> entry : schema.metadata().entrySet()) {
            int key = builder.createString(entry.getKey());
            entries[next++] = KeyValue.createKeyValue(builder, key, builder.createString(entry.getValue()));
        }
        int metadata = entries.length == 0 ? 0 : Schema.createCustomMetadataVector(builder, entries);
        return Schema.createSchema(builder, Endianness.Little, fieldVector, metadata, 0);
    }

    private int field(String name, boolean nullable, FieldLayout layout) {
        FieldLayout child = layout.child();
        int[] children = child == null ? new int[0] : new int[] {field("item", true, child)};
        int childVector = Field.createChildrenVector(builder, children);
        int nameOffset = builder.createString(name);
        int dictionary = 0;
        ArrowType stored = layout.type();
        if (stored instanceof ArrowType.Dictionary encoded) {
            int index = type(encoded.index());
            dictionary = DictionaryEncoding.createDictionaryEncoding(
                    builder, layout.dictionaryId(), index, false, DictionaryKind.DenseArray);
            stored = encoded.value();
        }
        int type = type(stored);
        return Field.createField(builder, nameOffset, nullable, tag(stored), type, dictionary, childVector, 0);
    }

    private static byte tag(ArrowType type) {
        return switch (type) {
            case ArrowType.Scalar scalar ->
                switch (scalar) {
                    case INT8, INT16, INT32, INT64 -> Type.Int;
                    case FLOAT32, FLOAT64 -> Type.FloatingPoint;
                    case BOOL -> Type.Bool;
                    case UTF8 -> Type.Utf8;
                    case LARGE_UTF8 -> Type.LargeUtf8;
                    case BINARY -> Type.Binary;
                    case LARGE_BINARY -> Type.LargeBinary;
                    case DATE32, DATE64 -> Type.Date;
                };
            case ArrowType.Timestamp timestamp -> Type.Timestamp;
            case ArrowType.FixedSizeList list -> Type.FixedSizeList;
            case ArrowType.ListOf list -> Type.List;
            case ArrowType.LargeListOf list -> Type.LargeList;
            case ArrowType.Dictionary dictionary -> tag(dictionary.value());
        };
    }

    private int type(ArrowType type) {
        return switch (type) {
            case ArrowType.Scalar scalar -> scalar(scalar);
            case ArrowType.Timestamp timestamp -> {
                String zone = timestamp.timezone();
                int zoneOffset = zone.isEmpty() ? 0 : builder.createString(zone);
                yield Timestamp.createTimestamp(builder, unit(timestamp.unit()), zoneOffset);
            }
            case ArrowType.FixedSizeList list -> FixedSizeList.createFixedSizeList(builder, list.size());
            case ArrowType.ListOf list -> {
                org.apache.arrow.flatbuf.List.startList(builder);
                yield org.apache.arrow.flatbuf.List.endList(builder);
            }
            case ArrowType.LargeListOf list -> {
                LargeList.startLargeList(builder);
                yield LargeList.endLargeList(builder);
            }
            case ArrowType.Dictionary dictionary -> type(dictionary.value());
        };
    }

    private static short unit(ArrowType.TimeUnit unit) {
        return switch (unit) {
            case SECOND -> TimeUnit.SECOND;
            case MILLISECOND -> TimeUnit.MILLISECOND;
            case MICROSECOND -> TimeUnit.MICROSECOND;
            case NANOSECOND -> TimeUnit.NANOSECOND;
        };
    }

    private int scalar(ArrowType.Scalar scalar) {
        return switch (scalar) {
            case INT8 -> Int.createInt(builder, 8, true);
            case INT16 -> Int.createInt(builder, 16, true);
            case INT32 -> Int.createInt(builder, 32, true);
            case INT64 -> Int.createInt(builder, 64, true);
            case FLOAT32 -> FloatingPoint.createFloatingPoint(builder, Precision.SINGLE);
            case FLOAT64 -> FloatingPoint.createFloatingPoint(builder, Precision.DOUBLE);
            case DATE32 -> Date.createDate(builder, DateUnit.DAY);
            case DATE64 -> Date.createDate(builder, DateUnit.MILLISECOND);
            case BOOL -> {
                Bool.startBool(builder);
                yield Bool.endBool(builder);
            }
            case UTF8 -> {
                Utf8.startUtf8(builder);
                yield Utf8.endUtf8(builder);
            }
            case LARGE_UTF8 -> {
                LargeUtf8.startLargeUtf8(builder);
                yield LargeUtf8.endLargeUtf8(builder);
            }
            case BINARY -> {
                Binary.startBinary(builder);
                yield Binary.endBinary(builder);
            }
            case LARGE_BINARY -> {
                LargeBinary.startLargeBinary(builder);
                yield LargeBinary.endLargeBinary(builder);
            }
        };
    }
}
