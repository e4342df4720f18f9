package io.kindred.featurestore.importer;

import io.kindred.core.KindredException;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.ZipException;

/**
 * Reads lines as byte ranges without making strings. Lines end with LF or CRLF; the last line may end with the file.
 *
 * <p>The current line is {@code buffer()[start() .. end())} and valid until the next call of {@link #next}.
 */
final class LineReader implements Closeable {
    /** Longest line that is read whole. Of a longer line only the start is kept and {@link #tooLong} is true. */
    static final int MAX_LINE_BYTES = 16 << 20;

    private static final int INITIAL_BUFFER = 1 << 18;
    private static final int KEPT_OF_LONG_LINE = 4096;

    private final InputStream in;
    private final String file;
    private final boolean latin1Fallback;
    private byte[] data = new byte[INITIAL_BUFFER];
    private int position;
    private int limit;
    private boolean endOfFile;
    private byte[] line = data;
    private int start;
    private int end;
    private long number;
    private boolean tooLong;
    private boolean usedLatin1;

    LineReader(InputStream in, String file) {
        this(in, file, false);
    }

    /**
     * @param latin1Fallback whether a line that is not UTF-8 is taken as ISO-8859-1 and handed out as UTF-8, as the
     *     original MovieLens files need
     */
    LineReader(InputStream in, String file, boolean latin1Fallback) {
        this.in = in;
        this.file = file;
        this.latin1Fallback = latin1Fallback;
    }

    byte[] buffer() {
        return line;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** Number of the current line from 1; after the last line, the number of lines. */
    long number() {
        return number;
    }

    boolean tooLong() {
        return tooLong;
    }

    /** Whether any line so far had to be taken as ISO-8859-1. */
    boolean usedLatin1() {
        return usedLatin1;
    }

    /**
     * Moves to the next line.
     *
     * @return false at the end of the file
     * @throws KindredException if a gzip file is damaged or cut off
     */
    boolean next() throws IOException {
        tooLong = false;
        int from = position;
        int scan = position;
        while (true) {
            int newline = indexOfNewline(scan);
            if (newline >= 0) {
                position = newline + 1;
                return found(from, newline);
            }
            scan = limit;
            if (endOfFile) {
                position = limit;
                return from < limit && found(from, limit);
            }
            if (scan - from > MAX_LINE_BYTES) {
                return skipLongLine(from);
            }
            int moved = makeRoom(from);
            from -= moved;
            scan -= moved;
            fill();
        }
    }

    private boolean found(int from, int to) {
        number++;
        line = data;
        start = from;
        end = to > from && data[to - 1] == '\r' ? to - 1 : to;
        if (end - start > MAX_LINE_BYTES) {
            tooLong = true;
            end = start + KEPT_OF_LONG_LINE;
        }
        if (latin1Fallback && !Utf8.isValid(data, start, end)) {
            line = Utf8.fromLatin1(data, start, end);
            start = 0;
            end = line.length;
            usedLatin1 = true;
        }
        return true;
    }

    private boolean skipLongLine(int from) throws IOException {
        number++;
        tooLong = true;
        line = Arrays.copyOfRange(data, from, from + KEPT_OF_LONG_LINE);
        start = 0;
        end = line.length;
        while (true) {
            position = 0;
            limit = 0;
            fill();
            int newline = indexOfNewline(0);
            if (newline >= 0) {
                position = newline + 1;
                return true;
            }
            if (endOfFile) {
                position = limit;
                return true;
            }
        }
    }

    private int indexOfNewline(int from) {
        byte[] bytes = data;
        for (int i = from; i < limit; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Moves the unread bytes to the front, or grows the buffer if they are there already; returns how far they moved. */
    private int makeRoom(int from) {
        if (limit < data.length) {
            return 0;
        }
        if (from > 0) {
            System.arraycopy(data, from, data, 0, limit - from);
            limit -= from;
            return from;
        }
        data = Arrays.copyOf(data, data.length * 2);
        return 0;
    }

    private void fill() throws IOException {
        try {
            int n = in.read(data, limit, data.length - limit);
            if (n < 0) {
                endOfFile = true;
            } else {
                limit += n;
            }
        } catch (EOFException e) {
            throw new KindredException(
                    file + ": the gzip file is cut off after line " + number + "; nothing of it is kept", e);
        } catch (ZipException e) {
            throw new KindredException(
                    file + ": the gzip file is damaged after line " + number + " (" + e.getMessage() + ")", e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
