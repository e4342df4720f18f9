package io.kindred.core.arrow;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.flatbuf.Block;
import org.apache.arrow.flatbuf.BodyCompression;
import org.apache.arrow.flatbuf.BodyCompressionMethod;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.DictionaryBatch;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.RecordBatch;

/** Builds file images piece by piece, so that tests can say things that no writer would say. */
final class RawFile {
    private record Place(long offset, int metadataLength, long bodyLength) {}

    /** One column's length and null count. */
    record Node(long length, long nulls) {}

    /** A buffer's place in the body. */
    record Range(long offset, long length) {}

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Place> dictionaries = new ArrayList<>();
    private final List<Place> batches = new ArrayList<>();

    RawFile() {
        out.writeBytes("ARROW1\0\0".getBytes(StandardCharsets.US_ASCII));
    }

    RawFile gap(int bytes) {
        out.writeBytes(new byte[bytes]);
        return this;
    }

    RawFile batch(long rows, List<Node> nodes, List<Range> buffers, byte[] body) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int header = header(builder, rows, nodes, buffers, 0);
        batches.add(message(builder, MessageHeader.RecordBatch, header, body));
        return this;
    }

    /** Adds a batch whose body the caller puts into the file afterwards, at {@link #size()}. */
    RawFile batchWithoutBody(long rows, List<Node> nodes, List<Range> buffers, long bodyLength) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int header = header(builder, rows, nodes, buffers, 0);
        batches.add(message(builder, MessageHeader.RecordBatch, header, bodyLength));
        return this;
    }

    int size() {
        return out.size();
    }

    RawFile compressedBatch(byte codec) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int compression = BodyCompression.createBodyCompression(builder, codec, BodyCompressionMethod.BUFFER);
        int header = header(builder, 0, List.of(), List.of(), compression);
        batches.add(message(builder, MessageHeader.RecordBatch, header, new byte[0]));
        return this;
    }

    RawFile dictionary(long id, boolean delta, long rows, List<Node> nodes, List<Range> buffers, byte[] body) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int data = header(builder, rows, nodes, buffers, 0);
        int header = DictionaryBatch.createDictionaryBatch(builder, id, data, delta);
        dictionaries.add(message(builder, MessageHeader.DictionaryBatch, header, body));
        return this;
    }

    /** Adds a batch to the footer that lies wherever the caller says. */
    RawFile batchAt(long offset, int metadataLength, long bodyLength) {
        batches.add(new Place(offset, metadataLength, bodyLength));
        return this;
    }

    private static int header(
            FlatBufferBuilder builder, long rows, List<Node> nodes, List<Range> buffers, int compression) {
        RecordBatch.startBuffersVector(builder, buffers.size());
        buffers.reversed().forEach(buffer -> Buffer.createBuffer(builder, buffer.offset(), buffer.length()));
        int bufferVector = builder.endVector();
        RecordBatch.startNodesVector(builder, nodes.size());
        nodes.reversed().forEach(node -> FieldNode.createFieldNode(builder, node.length(), node.nulls()));
        int nodeVector = builder.endVector();
        return RecordBatch.createRecordBatch(builder, rows, nodeVector, bufferVector, compression, 0);
    }

    private Place message(FlatBufferBuilder builder, byte type, int header, byte[] body) {
        Place place = message(builder, type, header, body.length);
        out.writeBytes(body);
        return place;
    }

    private Place message(FlatBufferBuilder builder, byte type, int header, long bodyLength) {
        builder.finish(Message.createMessage(builder, MetadataVersion.V5, type, header, bodyLength, 0));
        byte[] metadata = builder.sizedByteArray();
        Place place = new Place(out.size(), metadata.length + 8, bodyLength);
        writeInts(-1, metadata.length);
        out.writeBytes(metadata);
        return place;
    }

    private void writeInts(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putInt(value);
        }
        out.writeBytes(bytes.array());
    }

    byte[] finish(ArrowSchema schema) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        return finish(builder, new SchemaWriter(builder).write(schema, FieldLayout.number(schema)));
    }

    byte[] finish(FlatBufferBuilder builder, int schema) {
        Footer.startDictionariesVector(builder, dictionaries.size());
        int dictionaryVector = blocks(builder, dictionaries);
        Footer.startRecordBatchesVector(builder, batches.size());
        int batchVector = blocks(builder, batches);
        builder.finish(Footer.createFooter(builder, MetadataVersion.V5, schema, dictionaryVector, batchVector, 0));
        byte[] footer = builder.sizedByteArray();
        out.writeBytes(footer);
        writeInts(footer.length);
        out.writeBytes("ARROW1".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static int blocks(FlatBufferBuilder builder, List<Place> places) {
        for (Place place : places.reversed()) {
            Block.createBlock(builder, place.offset(), place.metadataLength(), place.bodyLength());
        }
        return builder.endVector();
    }

    /** Opens an image under the name that the expected messages use. */
    static ArrowFile open(byte[] image) {
        return ArrowFile.of("items.arrow", MemorySegment.ofArray(image));
    }

    static byte[] ints(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }
}
