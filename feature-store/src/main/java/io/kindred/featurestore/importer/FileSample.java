package io.kindred.featurestore.importer;

import io.kindred.core.KindredException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipException;

/**
 * The start of a file's uncompressed content, for format detection.
 *
 * @param file the file
 * @param head the first bytes
 * @param lines the whole lines among them, without line ends; text that is not UTF-8 is taken as ISO-8859-1
 */
record FileSample(DataFile file, byte[] head, List<String> lines) {
    private static final int HEAD_BYTES = 256 * 1024;
    private static final int MAX_LINES = 2000;

    private static final List<Magic> MAGICS = List.of(
            new Magic("a zip archive; unpack it first", 'P', 'K', 3, 4),
            new Magic("a Parquet file", 'P', 'A', 'R', '1'),
            new Magic("an Arrow file", 'A', 'R', 'R', 'O', 'W', '1'),
            new Magic("a zstd file; unpack it first", 0x28, 0xb5, 0x2f, 0xfd),
            new Magic("an xz file; unpack it first", 0xfd, '7', 'z', 'X', 'Z'),
            new Magic("a bzip2 file; unpack it first", 'B', 'Z', 'h', '9'),
            new Magic("a 7z archive; unpack it first", '7', 'z', 0xbc, 0xaf),
            new Magic("an SQLite database", 'S', 'Q', 'L', 'i', 't', 'e'),
            new Magic("a Python pickle, which is never opened", 0x80, 0x04, 0x95),
            new Magic("a JPEG image", 0xff, 0xd8, 0xff),
            new Magic("a PNG image", 0x89, 'P', 'N', 'G'),
            new Magic("a PDF document", '%', 'P', 'D', 'F'));

    private record Magic(String what, int... bytes) {
        boolean matches(byte[] head) {
            if (head.length < bytes.length) {
                return false;
            }
            for (int i = 0; i < bytes.length; i++) {
                if ((head[i] & 0xff) != bytes[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Reads the start of a file. */
    static FileSample of(DataFile file) throws IOException {
        byte[] head;
        try (InputStream in = file.open()) {
            head = in.readNBytes(HEAD_BYTES);
        } catch (EOFException | ZipException e) {
            throw new KindredException(file.name() + ": the gzip file is cut off or damaged", e);
        }
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from < head.length && lines.size() < MAX_LINES) {
            int to = from;
            while (to < head.length && head[to] != '\n') {
                to++;
            }
            if (to == head.length && head.length == HEAD_BYTES && !lines.isEmpty()) {
                break;
            }
            int end = to > from && head[to - 1] == '\r' ? to - 1 : to;
            byte[] line = Utf8.isValid(head, from, end) ? head : null;
            lines.add(line == null ? latin1(head, from, end) : Utf8.string(head, from, end));
            from = to + 1;
        }
        return new FileSample(file, head, List.copyOf(lines));
    }

    private static String latin1(byte[] head, int from, int to) {
        byte[] utf8 = Utf8.fromLatin1(head, from, to);
        return Utf8.string(utf8, 0, utf8.length);
    }

    boolean isEmpty() {
        for (byte b : head) {
            if (b != '\n' && b != '\r' && b != ' ' && b != '\t') {
                return false;
            }
        }
        return true;
    }

    String firstLine() {
        return lines.isEmpty() ? "" : lines.getFirst();
    }

    /** First byte that is not white space, or 0. */
    char firstVisible() {
        for (byte b : head) {
            if (b != '\n' && b != '\r' && b != ' ' && b != '\t') {
                return (char) (b & 0xff);
            }
        }
        return 0;
    }

    /** What kind of binary file this is, or null for text. */
    String binaryKind() {
        for (Magic magic : MAGICS) {
            if (magic.matches(head)) {
                return magic.what();
            }
        }
        int odd = 0;
        for (byte b : head) {
            if (b == 0) {
                return "binary data";
            }
            odd += b >= 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t' ? 1 : 0;
        }
        return odd * 10L > head.length ? "binary data" : null;
    }

    /** Whether the file's name contains a word. */
    boolean nameContains(String word) {
        return file.plainName().toLowerCase(Locale.ROOT).contains(word);
    }
}
