package io.kindred.featurestore.importer;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the records of delimited text: lines, or several lines where a quoted field contains line ends.
 *
 * <p>A quote that is never closed costs only its own line: lines read ahead in search of the closing quote are read again
 * as records of their own.
 */
final class RecordReader implements Closeable {
    private static final int MAX_RECORD_LINES = 1000;
    private static final int MAX_RECORD_BYTES = 1 << 20;

    private final LineReader lines;
    private final FieldSplitter fields;
    private final ArrayDeque<Line> replay = new ArrayDeque<>();
    private byte[] record = {};
    private int from;
    private int to;
    private long number;
    private boolean tooLong;
    private boolean unbalanced;

    private record Line(long number, byte[] bytes, boolean tooLong) {
        boolean hasQuote() {
            for (byte b : bytes) {
                if (b == '"') {
                    return true;
                }
            }
            return false;
        }
    }

    RecordReader(LineReader lines, Delimiter delimiter, QuoteRule quoteRule) {
        this.lines = lines;
        this.fields = new FieldSplitter(delimiter, quoteRule);
    }

    /** The fields of the current record; meaningless if it is {@link #tooLong} or {@link #unbalanced}. */
    FieldSplitter fields() {
        return fields;
    }

    /** Number of the record's first line, from 1. */
    long number() {
        return number;
    }

    /** Number of lines read so far. */
    long linesRead() {
        return lines.number();
    }

    boolean tooLong() {
        return tooLong;
    }

    boolean unbalanced() {
        return unbalanced;
    }

    boolean blank() {
        return from == to;
    }

    /** Whether any line so far had to be taken as ISO-8859-1. */
    boolean usedLatin1() {
        return lines.usedLatin1();
    }

    /** The start of the record, safe to print. */
    String excerpt() {
        return DisplayText.of(record, from, to);
    }

    boolean next() throws IOException {
        Line again = replay.poll();
        if (again != null) {
            set(again.bytes(), 0, again.bytes().length, again.number(), again.tooLong());
        } else if (lines.next()) {
            set(lines.buffer(), lines.start(), lines.end(), lines.number(), lines.tooLong());
        } else {
            return false;
        }
        unbalanced = false;
        if (!tooLong) {
            FieldSplitter.Outcome outcome = fields.split(record, from, to);
            if (outcome == FieldSplitter.Outcome.OPEN_QUOTE) {
                unbalanced = !readOn();
            } else {
                unbalanced = outcome == FieldSplitter.Outcome.TEXT_AFTER_QUOTE;
            }
        }
        return true;
    }

    private void set(byte[] bytes, int start, int end, long lineNumber, boolean isTooLong) {
        record = bytes;
        from = start;
        to = end;
        number = lineNumber;
        tooLong = isTooLong;
    }

    /** Adds lines until the open quote closes; on failure the current record is its first line alone. */
    private boolean readOn() throws IOException {
        byte[] first = Arrays.copyOfRange(record, from, to);
        ByteArrayOutputStream joined = new ByteArrayOutputStream(first.length * 2 + 16);
        joined.writeBytes(first);
        List<Line> ahead = new ArrayList<>();
        while (ahead.size() < MAX_RECORD_LINES && joined.size() < MAX_RECORD_BYTES) {
            Line line = nextAhead();
            if (line == null) {
                break;
            }
            ahead.add(line);
            if (line.tooLong()) {
                break;
            }
            joined.write('\n');
            joined.writeBytes(line.bytes());
            if (line.hasQuote()) {
                byte[] whole = joined.toByteArray();
                FieldSplitter.Outcome outcome = fields.split(whole, 0, whole.length);
                if (outcome == FieldSplitter.Outcome.OK) {
                    set(whole, 0, whole.length, number, false);
                    return true;
                }
                if (outcome == FieldSplitter.Outcome.TEXT_AFTER_QUOTE) {
                    break;
                }
            }
        }
        for (int i = ahead.size() - 1; i >= 0; i--) {
            replay.addFirst(ahead.get(i));
        }
        set(first, 0, first.length, number, false);
        return false;
    }

    private Line nextAhead() throws IOException {
        Line again = replay.poll();
        if (again != null) {
            return again;
        }
        if (!lines.next()) {
            return null;
        }
        byte[] copy = Arrays.copyOfRange(lines.buffer(), lines.start(), lines.end());
        return new Line(lines.number(), copy, lines.tooLong());
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
