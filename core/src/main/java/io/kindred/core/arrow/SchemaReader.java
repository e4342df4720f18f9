package io.kindred.core.arrow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.flatbuf.Date;
import org.apache.arrow.flatbuf.DateUnit;
import org.apache.arrow.flatbuf.DictionaryEncoding;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.KeyValue;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.TimeUnit;
import org.apache.arrow.flatbuf.Timestamp;
import org.apache.arrow.flatbuf.Type;

/** Translates a schema flatbuffer and refuses types outside the subset by field and type name. */
final class SchemaReader {
    private final String file;
    private final Schema schema;
    private final List<FieldLayout> layouts = new ArrayList<>();
    private long text;

    SchemaReader(String file, Schema schema) {
        this.file = file;
        this.schema = schema;
    }

    ArrowSchema read() {
        if (schema.endianness() != Endianness.Little) {
            throw new ArrowFormatException(file + ": big-endian Arrow data is not supported");
        }
        int count = schema.fieldsLength();
        if (count > Limits.FIELDS) {
            throw new ArrowFormatException(
                    file + ": " + count + " fields; at most " + Limits.FIELDS + " are supported");
        }
        List<ArrowField> fields = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Field field = schema.fields(i);
            FieldLayout layout = layout(field, text(field.name()), 1);
            layouts.add(layout);
            fields.add(new ArrowField(layout.path(), layout.type(), field.nullable()));
        }
        return new ArrowSchema(fields, metadata());
    }

    /** The layouts of the fields, after {@link #read()}. */
    List<FieldLayout> layouts() {
        return List.copyOf(layouts);
    }

    private Map<String, String> metadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        for (int i = 0; i < schema.customMetadataLength(); i++) {
            KeyValue entry = schema.customMetadata(i);
            text += Limits.ENTRY_COST;
            metadata.put(text(entry.key()), text(entry.value()));
        }
        return metadata;
    }

    /** Many entries of a damaged file may point to the same long string, so what is decoded is counted. */
    private String text(String value) {
        text += value == null ? 0 : value.length();
        if (text > Limits.SCHEMA_TEXT) {
            throw new ArrowFormatException(
                    file + ": names and metadata of the schema have more than " + Limits.SCHEMA_TEXT + " characters");
        }
        return value == null ? "" : value;
    }

    private FieldLayout layout(Field field, String path, int depth) {
        if (depth > Limits.DEPTH) {
            throw new ArrowFormatException(
                    file + ": field '" + path + "' is nested deeper than " + Limits.DEPTH + " levels");
        }
        byte type = field.typeType();
        boolean nested = type == Type.List || type == Type.LargeList || type == Type.FixedSizeList;
        if (field.childrenLength() != (nested ? 1 : 0)) {
            throw unsupported(path, name(type) + " with " + field.childrenLength() + " children");
        }
        FieldLayout child = nested ? layout(field.children(0), path + ".item", depth + 1) : null;
        ArrowType plain = nested ? list(field, child.type()) : scalar(field, path);
        DictionaryEncoding encoding = field.dictionary();
        if (encoding == null) {
            return new FieldLayout(path, plain, 0, false, child);
        }
        if (nested || plain == ArrowType.Scalar.BOOL) {
            throw unsupported(path, "dictionary of " + plain);
        }
        // The format says that an absent index type means signed 32-bit integers.
        Int index = encoding.indexType();
        boolean unsigned = index != null && !index.isSigned();
        ArrowType indexType = index == null ? ArrowType.Scalar.INT32 : integer(index.bitWidth(), path);
        return new FieldLayout(path, new ArrowType.Dictionary(indexType, plain), encoding.id(), unsigned, null);
    }

    private static ArrowType list(Field field, ArrowType element) {
        return switch (field.typeType()) {
            case Type.List -> new ArrowType.ListOf(element);
            case Type.LargeList -> new ArrowType.LargeListOf(element);
            default -> {
                var list = (org.apache.arrow.flatbuf.FixedSizeList)
                        Metadata.present(field.type(new org.apache.arrow.flatbuf.FixedSizeList()), "type");
                yield new ArrowType.FixedSizeList(element, list.listSize());
            }
        };
    }

    private ArrowType scalar(Field field, String path) {
        return switch (field.typeType()) {
            case Type.Int -> {
                Int integer = (Int) Metadata.present(field.type(new Int()), "type");
                if (!integer.isSigned()) {
                    throw unsupported(path, "uint" + integer.bitWidth());
                }
                yield integer(integer.bitWidth(), path);
            }
            case Type.FloatingPoint ->
                floating((FloatingPoint) Metadata.present(field.type(new FloatingPoint()), "type"), path);
            case Type.Bool -> ArrowType.Scalar.BOOL;
            case Type.Utf8 -> ArrowType.Scalar.UTF8;
            case Type.LargeUtf8 -> ArrowType.Scalar.LARGE_UTF8;
            case Type.Binary -> ArrowType.Scalar.BINARY;
            case Type.LargeBinary -> ArrowType.Scalar.LARGE_BINARY;
            case Type.Date -> {
                Date date = (Date) Metadata.present(field.type(new Date()), "type");
                yield date.unit() == DateUnit.DAY ? ArrowType.Scalar.DATE32 : ArrowType.Scalar.DATE64;
            }
            case Type.Timestamp -> timestamp((Timestamp) Metadata.present(field.type(new Timestamp()), "type"), path);
            default -> throw unsupported(path, name(field.typeType()));
        };
    }

    private ArrowType integer(int bits, String path) {
        return switch (bits) {
            case 8 -> ArrowType.Scalar.INT8;
            case 16 -> ArrowType.Scalar.INT16;
            case 32 -> ArrowType.Scalar.INT32;
            case 64 -> ArrowType.Scalar.INT64;
            default -> throw unsupported(path, "int" + bits);
        };
    }

    private ArrowType floating(FloatingPoint type, String path) {
        return switch (type.precision()) {
            case Precision.SINGLE -> ArrowType.Scalar.FLOAT32;
            case Precision.DOUBLE -> ArrowType.Scalar.FLOAT64;
            case Precision.HALF -> throw unsupported(path, "float16");
            default -> throw unsupported(path, "floating point of precision " + type.precision());
        };
    }

    private ArrowType timestamp(Timestamp type, String path) {
        ArrowType.TimeUnit unit =
                switch (type.unit()) {
                    case TimeUnit.SECOND -> ArrowType.TimeUnit.SECOND;
                    case TimeUnit.MILLISECOND -> ArrowType.TimeUnit.MILLISECOND;
                    case TimeUnit.MICROSECOND -> ArrowType.TimeUnit.MICROSECOND;
                    case TimeUnit.NANOSECOND -> ArrowType.TimeUnit.NANOSECOND;
                    default -> throw unsupported(path, "timestamp of unit " + type.unit());
                };
        return new ArrowType.Timestamp(unit, text(type.timezone()));
    }

    private static String name(byte type) {
        return type >= 0 && type < Type.names.length ? Type.name(type) : "type " + type;
    }

    private ArrowFormatException unsupported(String path, String found) {
        return new ArrowFormatException(file + ": field '" + path + "' has the unsupported type " + found
                + "; supported are int8 to int64, float32, float64, bool, utf8, binary, date, timestamp,"
                + " lists of these, and dictionaries of values other than lists and bool");
    }
}
