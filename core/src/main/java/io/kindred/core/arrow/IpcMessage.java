package io.kindred.core.arrow;

import java.lang.foreign.MemorySegment;
import java.util.Locale;
import org.apache.arrow.flatbuf.BodyCompression;
import org.apache.arrow.flatbuf.CompressionType;
import org.apache.arrow.flatbuf.DictionaryBatch;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.RecordBatch;

/**
 * An encapsulated message: {@code FFFFFFFF | int32 header length | header flatbuffer | padding | body}.
 *
 * @param what names the message in errors
 * @param header parsed, its version checked
 * @param body the bytes that the header's buffers refer to
 */
record IpcMessage(String what, Message header, MemorySegment body) {
    /** Marks the start of a message since Arrow 0.15. */
    static final int CONTINUATION = -1;

    /** Continuation and header length. */
    static final int PREFIX = 8;

    /** Reads the message in a range of the file that is known to be inside it. */
    static IpcMessage read(String what, MemorySegment file, FileFooter.BlockRange range) {
        int continuation = file.get(Layouts.INT, range.offset());
        int length = file.get(Layouts.INT, range.offset() + 4);
        if (continuation != CONTINUATION) {
            throw new ArrowFormatException(what + " is damaged: no message starts at offset " + range.offset());
        }
        if (length < 0 || length > range.metadataLength() - PREFIX || length > Limits.METADATA_BYTES) {
            throw new ArrowFormatException(String.format(
                    Locale.ROOT,
                    "%s is damaged: header says %,d bytes, footer says %,d",
                    what,
                    length,
                    range.metadataLength() - PREFIX));
        }
        Message header = Message.getRootAsMessage(Metadata.copy(file, range.offset() + PREFIX, length));
        FileFooter.checkVersion(what, header.version());
        if (header.bodyLength() != range.bodyLength()) {
            throw new ArrowFormatException(String.format(
                    Locale.ROOT,
                    "%s is damaged: header says a body of %,d bytes, footer says %,d",
                    what,
                    header.bodyLength(),
                    range.bodyLength()));
        }
        MemorySegment body = file.asSlice(range.offset() + range.metadataLength(), range.bodyLength());
        return new IpcMessage(what, header, body);
    }

    RecordBatch recordBatch() {
        checkHeader(MessageHeader.RecordBatch);
        return uncompressed((RecordBatch) Metadata.present(header.header(new RecordBatch()), "record batch"));
    }

    DictionaryBatch dictionaryBatch() {
        checkHeader(MessageHeader.DictionaryBatch);
        return (DictionaryBatch) Metadata.present(header.header(new DictionaryBatch()), "dictionary batch");
    }

    RecordBatch uncompressed(RecordBatch batch) {
        BodyCompression compression = batch.compression();
        if (compression != null) {
            byte codec = compression.codec();
            String codecName =
                    codec >= 0 && codec < CompressionType.names.length ? CompressionType.name(codec) : "codec " + codec;
            throw new ArrowFormatException(what + " is compressed with " + codecName
                    + ", which is not supported; write the file uncompressed");
        }
        return batch;
    }

    private void checkHeader(byte expected) {
        if (header.headerType() != expected) {
            throw new ArrowFormatException(what + " is damaged: expected a " + MessageHeader.name(expected)
                    + " message, found type " + header.headerType());
        }
    }
}
