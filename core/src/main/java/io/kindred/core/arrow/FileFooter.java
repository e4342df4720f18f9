package io.kindred.core.arrow;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.arrow.flatbuf.Block;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.MetadataVersion;

/**
 * The end of an Arrow file: schema and the places of all messages, every place checked to lie
 * between the leading magic and the footer.
 *
 * <pre>"ARROW1" 00 00 | messages ... | footer flatbuffer | int32 footer length | "ARROW1"</pre>
 */
record FileFooter(
        ArrowSchema schema, List<FieldLayout> layouts, List<BlockRange> dictionaries, List<BlockRange> batches) {
    static final byte[] MAGIC = "ARROW1".getBytes(StandardCharsets.US_ASCII);

    /** Leading magic with its padding. */
    static final int HEAD = 8;

    /** Footer length and trailing magic. */
    static final int TAIL = 10;

    /**
     * Where one message lies.
     *
     * @param offset start in the file
     * @param metadataLength bytes of prefix, header flatbuffer and padding
     * @param bodyLength bytes of the body, which follows at once
     */
    record BlockRange(long offset, int metadataLength, long bodyLength) {}

    static FileFooter read(String name, MemorySegment file) {
        long size = file.byteSize();
        if (!startsWithMagic(file, 0)) {
            throw new ArrowFormatException(name + ": not an Arrow IPC file (" + describeStart(file) + ")");
        }
        if (size < HEAD + TAIL || !startsWithMagic(file, size - MAGIC.length)) {
            throw new ArrowFormatException(String.format(
                    Locale.ROOT,
                    "%s: truncated: starts as an Arrow IPC file but its %,d bytes do not end as one;"
                            + " copy it again, or write it again if its writer was not closed",
                    name,
                    size));
        }
        int length = file.get(Layouts.INT, size - TAIL);
        if (length < 0 || length > size - HEAD - TAIL) {
            throw new ArrowFormatException(String.format(
                    Locale.ROOT, "%s: truncated: footer says %,d bytes, file has %,d", name, length, size));
        }
        if (length > Limits.METADATA_BYTES) {
            throw new ArrowFormatException(String.format(
                    Locale.ROOT,
                    "%s: footer of %,d bytes; at most %,d are supported",
                    name,
                    length,
                    Limits.METADATA_BYTES));
        }
        long end = size - TAIL - length;
        return Metadata.parse(name + ": the footer", () -> parse(name, Metadata.copy(file, end, length), end));
    }

    private static FileFooter parse(String name, ByteBuffer bytes, long end) {
        Footer footer = Footer.getRootAsFooter(bytes);
        checkVersion(name, footer.version());
        SchemaReader reader = new SchemaReader(name, Metadata.present(footer.schema(), "schema"));
        ArrowSchema schema = reader.read();
        List<BlockRange> dictionaries = new ArrayList<>();
        int dictionaryCount = checkCount(footer.dictionariesLength());
        for (int i = 0; i < dictionaryCount; i++) {
            dictionaries.add(range(name + ": dictionary " + i, footer.dictionaries(i), end));
        }
        List<BlockRange> batches = new ArrayList<>();
        int batchCount = checkCount(footer.recordBatchesLength());
        for (int i = 0; i < batchCount; i++) {
            batches.add(range(name + ": batch " + i, footer.recordBatches(i), end));
        }
        return new FileFooter(schema, reader.layouts(), dictionaries, batches);
    }

    static void checkVersion(String name, short version) {
        if (version != MetadataVersion.V5) {
            String found = version >= 0 && version < MetadataVersion.names.length
                    ? MetadataVersion.name(version)
                    : "number " + version;
            throw new ArrowFormatException(name + ": Arrow metadata version " + found
                    + " is not supported, only V5; write the file again with Arrow 1.0 or newer");
        }
    }

    private static int checkCount(int blocks) {
        if (blocks < 0 || blocks > Limits.BLOCKS) {
            throw new IllegalArgumentException(blocks + " batches, at most " + Limits.BLOCKS);
        }
        return blocks;
    }

    private static BlockRange range(String what, Block block, long end) {
        long offset = block.offset();
        int metadata = block.metaDataLength();
        long body = block.bodyLength();
        if (offset < HEAD || metadata < 8 || body < 0 || offset > end - metadata || body > end - metadata - offset) {
            throw new ArrowFormatException(String.format(
                    Locale.ROOT,
                    "%s: damaged footer: says %,d + %,d bytes at offset %,d, the footer starts at %,d",
                    what,
                    metadata,
                    body,
                    offset,
                    end));
        }
        return new BlockRange(offset, metadata, body);
    }

    private static boolean startsWithMagic(MemorySegment file, long offset) {
        return file.byteSize() - offset >= MAGIC.length
                && file.asSlice(offset, MAGIC.length).mismatch(MemorySegment.ofArray(MAGIC)) < 0;
    }

    private static String describeStart(MemorySegment file) {
        if (file.byteSize() == 0) {
            return "the file is empty";
        }
        byte[] first = file.asSlice(0, Math.min(8, file.byteSize())).toArray(Layouts.BYTE);
        String text = new String(first, StandardCharsets.ISO_8859_1);
        String looksLike = "";
        if (text.startsWith("PAR1")) {
            looksLike = ", a Parquet file";
        } else if (text.startsWith("FEA1")) {
            looksLike = ", a Feather version 1 file";
        } else if (text.startsWith("\u00ff\u00ff\u00ff\u00ff")) {
            looksLike = ", possibly an Arrow stream; write it in the file format";
        } else if (text.chars().allMatch(c -> (c >= ' ' && c < 127) || c == '\n' || c == '\r' || c == '\t')) {
            looksLike = ", text \"" + text.strip() + "\"";
        }
        return "first bytes " + HexFormat.ofDelimiter(" ").formatHex(first) + looksLike;
    }
}
