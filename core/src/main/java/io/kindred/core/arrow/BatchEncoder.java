package io.kindred.core.arrow;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.RecordBatch;

/** Collects the nodes and buffers of one record batch, depth first, and writes header and body. */
final class BatchEncoder {
    /** Alignment of every buffer within the file: a cache line, and the widest vector registers. */
    static final int ALIGNMENT = 64;

    private static final MemorySegment EMPTY = MemorySegment.ofArray(new byte[0]);

    private record Node(long length, long nullCount) {}

    private final Map<Long, DictionaryEncoder> encoders;
    private final List<Node> nodes = new ArrayList<>();
    private final List<MemorySegment> buffers = new ArrayList<>();

    BatchEncoder(Map<Long, DictionaryEncoder> encoders) {
        this.encoders = encoders;
    }

    void add(FieldLayout field, ArrowColumn column) {
        nodes.add(new Node(column.length(), column.nullCount()));
        Validity validity = ((ColumnBase) column).validity();
        buffers.add(validity.bits() == null ? EMPTY : validity.bits());
        switch (column) {
            case BoolColumn bits -> buffers.add(bits.values());
            case Utf8Column text
            when field.type() instanceof ArrowType.Dictionary ->
                buffers.add(encoders.get(field.dictionaryId()).encode(text));
            case Utf8Column text -> addBytes(text.plain().byteValues(), column.length());
            case BinaryColumn binary -> addBytes(binary.plain().byteValues(), column.length());
            case FixedSizeListColumn list -> add(field.child(), list.elements());
            case ListColumn list -> {
                buffers.add(list.offsets().segment());
                add(field.child(), list.elements());
            }
            default -> buffers.add(Numbers.values(column));
        }
    }

    private void addBytes(ByteValues values, long length) {
        buffers.add(values.offsets().segment());
        buffers.add(values.data().asSlice(0, values.offsets().at(length)));
    }

    /** Adds the record batch to the builder and returns its offset there. */
    int header(FlatBufferBuilder builder, long rows) {
        RecordBatch.startBuffersVector(builder, buffers.size());
        long[] offsets = offsets();
        for (int i = buffers.size() - 1; i >= 0; i--) {
            Buffer.createBuffer(builder, offsets[i], buffers.get(i).byteSize());
        }
        int bufferVector = builder.endVector();
        RecordBatch.startNodesVector(builder, nodes.size());
        for (int i = nodes.size() - 1; i >= 0; i--) {
            FieldNode.createFieldNode(
                    builder, nodes.get(i).length(), nodes.get(i).nullCount());
        }
        int nodeVector = builder.endVector();
        return RecordBatch.createRecordBatch(builder, rows, nodeVector, bufferVector, 0, 0);
    }

    private long[] offsets() {
        long[] offsets = new long[buffers.size() + 1];
        for (int i = 0; i < buffers.size(); i++) {
            offsets[i + 1] = FileSink.padded(offsets[i] + buffers.get(i).byteSize(), ALIGNMENT);
        }
        return offsets;
    }

    long bodyLength() {
        return offsets()[buffers.size()];
    }

    /** Writes the buffers, each padded; the sink must stand at a multiple of the alignment. */
    void body(FileSink sink) throws IOException {
        for (MemorySegment buffer : buffers) {
            sink.write(buffer);
            sink.pad(ALIGNMENT);
        }
    }
}
