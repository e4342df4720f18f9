package io.kindred.featurestore.importer;

import io.kindred.core.data.TimeKind;
import io.kindred.core.id.Vocabulary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads events from delimited text, one event a record. */
final class DelimitedEventReader {
    private static final int TIME_SAMPLE_ROWS = 1000;

    private final DataFile file;
    private final DelimitedLayout layout;
    private final EventColumns columns;
    private final EventIntake intake;
    private final FileTally tally;
    private final String valueName;
    private final int user;
    private final int item;
    private final int value;
    private final int time;
    private final int type;
    private final int[] contextColumns;
    private final int[] context;
    private RecordReader records;
    private FieldSplitter fields;
    private int from;
    private int to;
    private long withoutValue;

    DelimitedEventReader(
            DataFile file, DelimitedLayout layout, EventColumns columns, EventIntake intake, FileTally tally) {
        this.file = file;
        this.layout = layout;
        this.columns = columns;
        this.intake = intake;
        this.tally = tally;
        this.user = columns.of(ColumnRole.USER);
        this.item = columns.of(ColumnRole.ITEM);
        this.value = columns.of(ColumnRole.VALUE);
        this.time = columns.of(ColumnRole.TIME);
        this.type = columns.of(ColumnRole.TYPE);
        this.valueName = value < 0 ? "value" : layout.columns().get(value);
        this.contextColumns =
                columns.context().stream().mapToInt(Integer::intValue).toArray();
        this.context = new int[contextColumns.length];
    }

    /**
     * Reads the whole file.
     *
     * @param untimed what the order of rows means if the file has no time column
     */
    void read(TimeKind untimed, ImportListener listener) throws IOException {
        for (String column : columns.unknown()) {
            tally.unknownColumn(column);
        }
        TimeFormat timeFormat = time < 0 ? TimeFormat.SECONDS : TimeFormat.detect(timeSample());
        if (time >= 0) {
            tally.note("times read as " + timeFormat.label());
        }
        intake.begin(tally, time >= 0 ? TimeKind.TIMESTAMP : untimed, eventName());
        List<String> names = new ArrayList<>();
        for (int column : contextColumns) {
            names.add(layout.columns().get(column));
        }
        intake.context(names);
        try (RecordReader reader = open(listener)) {
            records = reader;
            fields = reader.fields();
            if (layout.hasHeader()) {
                reader.next();
            }
            while (reader.next()) {
                if (reader.blank()) {
                    tally.blank();
                } else {
                    record(timeFormat);
                }
            }
            tally.lines(reader.linesRead());
            tally.noteWithoutValue(withoutValue, valueName);
            if (reader.usedLatin1()) {
                tally.note("lines that are not UTF-8 were read as ISO-8859-1");
            }
        }
    }

    private RecordReader open(ImportListener listener) throws IOException {
        LineReader lines = new LineReader(file.open(listener), file.name(), layout.latin1Fallback());
        return new RecordReader(lines, layout.delimiter(), layout.quotes());
    }

    /** The type of events that name none, or null if each names its own. */
    private String eventName() {
        if (type >= 0) {
            return null;
        }
        String plain = ColumnRole.plain(valueName);
        boolean rating =
                plain.contains("rating") || plain.equals("stars") || plain.equals("score") || plain.equals("overall");
        return value >= 0 && rating ? "rating" : "interaction";
    }

    private List<String> timeSample() throws IOException {
        List<String> sample = new ArrayList<>();
        try (RecordReader reader = open(ImportListener.NONE)) {
            if (layout.hasHeader()) {
                reader.next();
            }
            for (int row = 0; row < TIME_SAMPLE_ROWS && reader.next(); row++) {
                if (!reader.tooLong() && !reader.unbalanced() && reader.fields().count() > time) {
                    sample.add(reader.fields().string(time).strip());
                }
            }
        }
        return sample;
    }

    private void record(TimeFormat timeFormat) throws IOException {
        if (records.tooLong()) {
            reject(RejectReason.LINE_TOO_LONG, "line of more than " + LineReader.MAX_LINE_BYTES + " bytes");
            return;
        }
        if (records.unbalanced()) {
            reject(RejectReason.UNBALANCED_QUOTE, "a quoted field is not closed, or text follows its closing quote");
            return;
        }
        if (fields.count() != layout.columns().size()) {
            reject(
                    RejectReason.COLUMN_COUNT,
                    "has " + fields.count() + " columns where "
                            + layout.columns().size() + " are expected");
            return;
        }
        float parsedValue = 1f;
        if (value >= 0) {
            trim(value);
            // Typed events need not all have a value: a view beside a rating. In a table of ratings alone it is an
            // error.
            if (from == to && type >= 0) {
                withoutValue++;
            } else {
                parsedValue = (float) NumberParser.parse(fields.data(), from, to);
                if (!Float.isFinite(parsedValue)) {
                    rejectValue(fields.data(), from, to);
                    return;
                }
            }
        }
        long seconds = 0;
        if (time >= 0) {
            trim(time);
            seconds = timeFormat.parse(fields.data(), from, to);
            if (seconds < 0 || seconds > TimeFormat.LATEST_SECONDS) {
                rejectTime(Utf8.string(fields.data(), from, to), seconds, timeFormat);
                return;
            }
        }
        int typeCode = intake.defaultType();
        if (type >= 0) {
            trim(type);
            if (!acceptable("event type", intake.types())) {
                return;
            }
            typeCode = intake.types().add(fields.data(), from, to);
        }
        for (int i = 0; i < context.length; i++) {
            trim(contextColumns[i]);
            Vocabulary.Builder values = intake.contextDictionary(i);
            if (from == to) {
                context[i] = -1;
            } else if (acceptable(layout.columns().get(contextColumns[i]), values)) {
                context[i] = values.add(fields.data(), from, to);
            } else {
                return;
            }
        }
        trim(user);
        int userFrom = from;
        int userTo = to;
        trim(item);
        byte[] data = fields.data();
        if (!intake.event(data, userFrom, userTo, data, from, to, parsedValue, seconds, typeCode, context)) {
            reject(intake.problem(), intake.problemMessage());
        }
    }

    private boolean acceptable(String what, Vocabulary.Builder dictionary) {
        if (dictionary.indexOf(fields.data(), from, to) < 0 && !intake.acceptable(what, fields.data(), from, to)) {
            reject(intake.problem(), intake.problemMessage());
            return false;
        }
        return true;
    }

    /** Sets {@link #from} and {@link #to} to a field without the blanks around it. */
    private void trim(int field) {
        byte[] data = fields.data();
        int start = fields.start(field);
        int end = fields.end(field);
        while (start < end && data[start] == ' ') {
            start++;
        }
        while (end > start && data[end - 1] == ' ') {
            end--;
        }
        from = start;
        to = end;
    }

    private void rejectValue(byte[] data, int start, int end) {
        RowProblem problem = RowProblem.ofValue(valueName, Utf8.string(data, start, end));
        reject(problem.reason(), problem.message());
    }

    private void rejectTime(String text, long seconds, TimeFormat format) {
        reject(
                RejectReason.BAD_TIMESTAMP,
                RowProblem.timeMessage(layout.columns().get(time), text, seconds, format));
    }

    private void reject(RejectReason reason, String message) {
        tally.reject(records.number(), reason, message, records.excerpt());
    }
}
