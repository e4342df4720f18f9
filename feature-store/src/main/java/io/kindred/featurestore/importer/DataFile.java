package io.kindred.featurestore.importer;

import io.kindred.core.KindredException;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * A file to import. Gzip is recognised by its first bytes, whatever the name; a UTF-8 byte order mark is skipped.
 *
 * @param path the file
 */
record DataFile(Path path) {
    private static final int BUFFER_BYTES = 1 << 17;
    private static final int REPORT_EVERY_BYTES = 1 << 20;

    DataFile {
        Objects.requireNonNull(path, "path");
    }

    /** The file name as stored. */
    String name() {
        Path fileName = path.getFileName();
        return fileName == null ? path.toString() : fileName.toString();
    }

    /** The file name in lower case without {@code .gz}. */
    String plainName() {
        String lower = name().toLowerCase(Locale.ROOT);
        return lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
    }

    /** The extension of {@link #plainName()} without the dot, or an empty string. */
    String extension() {
        String plain = plainName();
        int dot = plain.lastIndexOf('.');
        return dot < 0 ? "" : plain.substring(dot + 1);
    }

    /** Opens the uncompressed content. */
    InputStream open() throws IOException {
        return open(ImportListener.NONE);
    }

    /** Opens the uncompressed content and tells the listener how far reading has come. */
    InputStream open(ImportListener listener) throws IOException {
        InputStream raw = Files.newInputStream(path);
        try {
            InputStream counted = new BufferedInputStream(new Progress(raw, path, listener), BUFFER_BYTES);
            return skipByteOrderMark(uncompressed(counted));
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    private InputStream uncompressed(InputStream counted) throws IOException {
        counted.mark(2);
        int first = counted.read();
        int second = counted.read();
        counted.reset();
        if (first == 0x1f && second == 0x8b) {
            try {
                return new GZIPInputStream(counted, BUFFER_BYTES);
            } catch (IOException e) {
                throw new KindredException(
                        name() + ": starts like a gzip file but is not one, or is cut off (" + e.getMessage() + ")", e);
            }
        }
        return counted;
    }

    private InputStream skipByteOrderMark(InputStream in) throws IOException {
        PushbackInputStream pushback = new PushbackInputStream(in, 3);
        byte[] head = new byte[3];
        int n = pushback.readNBytes(head, 0, 3);
        if (n >= 2
                && ((head[0] == (byte) 0xFF && head[1] == (byte) 0xFE)
                        || (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF))) {
            throw new KindredException(name() + ": is UTF-16 text; save it as UTF-8");
        }
        boolean mark = n == 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF;
        if (!mark) {
            pushback.unread(head, 0, n);
        }
        return pushback;
    }

    /** Counts the bytes of the stored file. */
    private static final class Progress extends FilterInputStream {
        private final Path path;
        private final ImportListener listener;
        private final long total;
        private long read;
        private long reported;

        Progress(InputStream in, Path path, ImportListener listener) throws IOException {
            super(in);
            this.path = path;
            this.listener = listener;
            this.total = Files.size(path);
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            count(b < 0 ? -1 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = in.read(buffer, offset, length);
            count(n);
            return n;
        }

        private void count(int n) {
            read += Math.max(n, 0);
            if (n < 0 ? reported < read : read - reported >= REPORT_EVERY_BYTES) {
                reported = read;
                listener.onProgress(path, read, total);
            }
        }
    }
}
