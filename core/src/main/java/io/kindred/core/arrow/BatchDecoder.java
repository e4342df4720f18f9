package io.kindred.core.arrow;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.RecordBatch;

/**
 * Lays columns over the body of one record batch without copying. Everything a column relies on
 * later is checked here: buffer places and sizes, null counts, offsets and dictionary indices.
 *
 * <p>A record batch lists one node (length, null count) per field and the buffers of each, depth
 * first: validity; then values, or offsets and data, or indices, or offsets alone for lists.
 */
final class BatchDecoder {
    private final String what;
    private final RecordBatch header;
    private final MemorySegment body;
    private final Map<Long, ArrowColumn> dictionaries;
    private int nextNode;
    private int nextBuffer;

    BatchDecoder(String what, RecordBatch header, MemorySegment body, Map<Long, ArrowColumn> dictionaries) {
        this.what = what;
        this.header = header;
        this.body = body;
        this.dictionaries = dictionaries;
    }

    /** Number of rows, which must be an {@code int}. */
    static int rows(String what, RecordBatch header) {
        long rows = header.length();
        if (rows < 0 || rows > Integer.MAX_VALUE) {
            throw new ArrowFormatException(
                    what + " has " + rows + " rows; from 0 to " + Integer.MAX_VALUE + " are supported");
        }
        return (int) rows;
    }

    /** Decodes all fields of the schema. */
    List<ArrowColumn> columns(List<FieldLayout> fields) {
        long rows = rows(what, header);
        List<ArrowColumn> columns = new ArrayList<>(fields.size());
        for (FieldLayout field : fields) {
            ArrowColumn column = column(field);
            if (column.length() != rows) {
                throw damaged(field, "it has " + column.length() + " rows, the batch " + rows);
            }
            columns.add(column);
        }
        if (nextNode != header.nodesLength() || nextBuffer != header.buffersLength()) {
            throw new ArrowFormatException(what + " is damaged: it has " + header.nodesLength() + " columns and "
                    + header.buffersLength() + " buffers, the schema asks for " + nextNode + " and " + nextBuffer);
        }
        return columns;
    }

    private ArrowColumn column(FieldLayout field) {
        if (nextNode >= header.nodesLength()) {
            throw damaged(field, "it is missing");
        }
        FieldNode node = header.nodes(nextNode++);
        long length = node.length();
        if (length < 0 || length > Limits.LENGTH) {
            throw damaged(field, "it has " + length + " rows");
        }
        Validity validity = validity(field, length, node.nullCount());
        try {
            return switch (field.type()) {
                case ArrowType.Scalar scalar -> scalar(field, scalar, length, validity);
                case ArrowType.Timestamp timestamp -> numbers(field, timestamp, length, validity);
                case ArrowType.Dictionary dictionary -> decoded(field, dictionary, length, validity);
                case ArrowType.FixedSizeList list -> fixedSizeList(field, list, length, validity);
                case ArrowType.ListOf list -> list(field, false, length, validity);
                case ArrowType.LargeListOf list -> list(field, true, length, validity);
            };
        } catch (IllegalArgumentException e) {
            throw damaged(field, e.getMessage());
        }
    }

    private Validity validity(FieldLayout field, long length, long nulls) {
        MemorySegment bits = buffer(field);
        if (nulls == 0) {
            return Validity.NO_NULLS;
        }
        if (nulls < 0 || nulls > length || bits.byteSize() < Validity.bytes(length)) {
            throw damaged(
                    field,
                    nulls + " nulls in " + length + " rows with a validity bitmap of " + bits.byteSize() + " bytes");
        }
        Validity validity = Validity.ofBits(bits, length);
        if (validity.nullCount() != nulls) {
            throw damaged(field, "it counts " + nulls + " nulls, its validity bitmap " + validity.nullCount());
        }
        return validity;
    }

    private ArrowColumn scalar(FieldLayout field, ArrowType.Scalar type, long length, Validity validity) {
        return switch (type) {
            case BOOL -> new BoolColumn(length, validity, buffer(field, Validity.bytes(length)));
            case UTF8, LARGE_UTF8 -> {
                ByteValues values = byteValues(field, type == ArrowType.Scalar.LARGE_UTF8, length);
                yield new Utf8Column(type, length, validity, values.offsets(), values.data());
            }
            case BINARY, LARGE_BINARY ->
                new BinaryColumn(
                        type, length, validity, byteValues(field, type == ArrowType.Scalar.LARGE_BINARY, length));
            case INT8, INT16, INT32, INT64, FLOAT32, FLOAT64, DATE32, DATE64 -> numbers(field, type, length, validity);
        };
    }

    private ArrowColumn numbers(FieldLayout field, ArrowType type, long length, Validity validity) {
        return Numbers.column(type, validity, buffer(field, length * Numbers.width(type)));
    }

    private ByteValues byteValues(FieldLayout field, boolean wide, long length) {
        MemorySegment offsets = buffer(field);
        MemorySegment data = buffer(field);
        return new ByteValues(new Offsets(offsets, wide, length, data.byteSize(), Limits.VALUE_BYTES), data, null);
    }

    private ArrowColumn decoded(FieldLayout field, ArrowType.Dictionary type, long length, Validity validity) {
        int width = Numbers.width(type.index());
        DictionaryIndices indices =
                new DictionaryIndices(buffer(field, length * width), width, field.unsignedIndices());
        ArrowColumn values = dictionaries.get(field.dictionaryId());
        if (values == null) {
            throw damaged(field, "its dictionary " + field.dictionaryId() + " is missing");
        }
        if (!values.type().equals(type.value())) {
            throw damaged(field, "it asks for a dictionary of " + type.value() + ", found " + values.type());
        }
        if (values instanceof Utf8Column text) {
            return Utf8Column.throughDictionary(length, validity, indices, text);
        }
        indices.check(length, validity, values.length());
        Validity combined = indices.combine(length, validity, values);
        if (values instanceof BinaryColumn binary) {
            ByteValues plain = binary.byteValues();
            ByteValues encoded = new ByteValues(plain.offsets(), plain.data(), indices);
            return new BinaryColumn(values.type(), length, combined, encoded);
        }
        return Numbers.decode(values, indices, length, combined);
    }

    private ArrowColumn fixedSizeList(FieldLayout field, ArrowType.FixedSizeList type, long length, Validity validity) {
        ArrowColumn elements = column(field.child());
        if (type.size() > 0 && elements.length() / type.size() < length) {
            throw damaged(field, elements.length() + " elements for " + length + " lists of " + type.size());
        }
        return new FixedSizeListColumn(
                new ArrowType.FixedSizeList(elements.type(), type.size()), length, validity, elements);
    }

    private ArrowColumn list(FieldLayout field, boolean wide, long length, Validity validity) {
        MemorySegment stored = buffer(field);
        ArrowColumn elements = column(field.child());
        Offsets offsets = new Offsets(stored, wide, length, elements.length(), Limits.LENGTH);
        ArrowType type = wide ? new ArrowType.LargeListOf(elements.type()) : new ArrowType.ListOf(elements.type());
        return new ListColumn(type, length, validity, offsets, elements);
    }

    /** The next buffer, at least so long, cut to that length. */
    private MemorySegment buffer(FieldLayout field, long bytes) {
        MemorySegment buffer = buffer(field);
        if (buffer.byteSize() < bytes) {
            throw damaged(field, "a buffer has " + buffer.byteSize() + " bytes, its values need " + bytes);
        }
        return buffer.asSlice(0, bytes);
    }

    private MemorySegment buffer(FieldLayout field) {
        if (nextBuffer >= header.buffersLength()) {
            throw damaged(field, "a buffer is missing");
        }
        Buffer place = header.buffers(nextBuffer++);
        long offset = place.offset();
        long length = place.length();
        if (offset < 0 || length < 0 || length > body.byteSize() || offset > body.byteSize() - length) {
            throw damaged(
                    field,
                    "a buffer of " + length + " bytes at " + offset + " leaves the batch's " + body.byteSize()
                            + " bytes");
        }
        return body.asSlice(offset, length);
    }

    private ArrowFormatException damaged(FieldLayout field, String why) {
        return new ArrowFormatException(what + ": column '" + field.path() + "' is damaged: " + why);
    }
}
