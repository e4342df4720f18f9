package io.kindred.featurestore.importer;

import java.util.Arrays;

/**
 * Splits one record into fields as byte ranges.
 *
 * <p>A record without any quote is split where it lies. A record with quotes is unquoted into a buffer of its own. Field i
 * is {@code data()[start(i) .. end(i))} until the next call of {@link #split}.
 */
final class FieldSplitter {
    /** How splitting ended. */
    enum Outcome {
        OK,
        /** The record ended inside a quoted field: it may go on in the next line. */
        OPEN_QUOTE,
        /** Text follows a closing quote. */
        TEXT_AFTER_QUOTE
    }

    private static final byte QUOTE = '"';

    private final byte delimiter;
    private final int width;
    private final QuoteRule quoteRule;
    private byte[] data = {};
    private byte[] unquoted = {};
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int count;

    FieldSplitter(Delimiter delimiter, QuoteRule quoteRule) {
        this.delimiter = delimiter.symbol();
        this.width = delimiter.width();
        this.quoteRule = quoteRule;
    }

    byte[] data() {
        return data;
    }

    int count() {
        return count;
    }

    int start(int field) {
        return starts[field];
    }

    int end(int field) {
        return ends[field];
    }

    String string(int field) {
        return Utf8.string(data, starts[field], ends[field]);
    }

    Outcome split(byte[] record, int from, int to) {
        if (quoteRule == QuoteRule.NONE) {
            splitPlain(record, from, to);
            return Outcome.OK;
        }
        if (splitUntilQuote(record, from, to)) {
            return Outcome.OK;
        }
        return splitQuoted(record, from, to);
    }

    private void splitPlain(byte[] record, int from, int to) {
        data = record;
        count = 0;
        int start = from;
        for (int i = from; i < to; i++) {
            if (record[i] == delimiter && (width == 1 || (i + 1 < to && record[i + 1] == delimiter))) {
                addField(start, i);
                i += width - 1;
                start = i + 1;
            }
        }
        addField(start, to);
    }

    /** Splits a record without quotes; false as soon as a quote turns up. */
    private boolean splitUntilQuote(byte[] record, int from, int to) {
        data = record;
        count = 0;
        int start = from;
        for (int i = from; i < to; i++) {
            byte b = record[i];
            if (b == delimiter) {
                if (width == 2) {
                    if (i + 1 >= to || record[i + 1] != delimiter) {
                        continue;
                    }
                    i++;
                }
                addField(start, i - width + 1);
                start = i + 1;
            } else if (b == QUOTE) {
                return false;
            }
        }
        addField(start, to);
        return true;
    }

    private Outcome splitQuoted(byte[] record, int from, int to) {
        if (unquoted.length < to - from) {
            unquoted = new byte[Math.max(to - from, 2 * unquoted.length)];
        }
        data = unquoted;
        count = 0;
        int out = 0;
        int i = from;
        while (true) {
            int fieldStart = out;
            int plainEnd = endOfPlainField(record, i, to);
            if (i < to && record[i] == QUOTE && isQuoted(record, i, plainEnd)) {
                boolean whole = quoteRule == QuoteRule.WHOLE_FIELD;
                int stop = whole ? plainEnd : to;
                i++;
                boolean closed = false;
                while (i < stop && !closed) {
                    byte b = record[i++];
                    if (b != QUOTE) {
                        unquoted[out++] = b;
                    } else if (i < stop && record[i] == QUOTE) {
                        unquoted[out++] = QUOTE;
                        i++;
                    } else {
                        closed = true;
                    }
                }
                if (!closed) {
                    return Outcome.OPEN_QUOTE;
                }
                if (i < to && !isDelimiter(record, i, to)) {
                    return Outcome.TEXT_AFTER_QUOTE;
                }
            } else {
                System.arraycopy(record, i, unquoted, out, plainEnd - i);
                out += plainEnd - i;
                i = plainEnd;
            }
            addField(fieldStart, out);
            if (i >= to) {
                return Outcome.OK;
            }
            i += width;
        }
    }

    /** Whether a field that starts with a quote is a quoted one under the rule. */
    private boolean isQuoted(byte[] record, int start, int plainEnd) {
        if (quoteRule == QuoteRule.RFC_4180) {
            return true;
        }
        int inner = start + 1;
        while (inner < plainEnd - 1) {
            if (record[inner] == QUOTE) {
                if (inner + 1 >= plainEnd - 1 || record[inner + 1] != QUOTE) {
                    return false;
                }
                inner++;
            }
            inner++;
        }
        return inner == plainEnd - 1 && record[inner] == QUOTE;
    }

    private int endOfPlainField(byte[] record, int from, int to) {
        int i = from;
        while (i < to && !isDelimiter(record, i, to)) {
            i++;
        }
        return i;
    }

    private boolean isDelimiter(byte[] record, int at, int to) {
        return record[at] == delimiter && (width == 1 || (at + 1 < to && record[at + 1] == delimiter));
    }

    private void addField(int from, int to) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        starts[count] = from;
        ends[count] = to;
        count++;
    }
}
