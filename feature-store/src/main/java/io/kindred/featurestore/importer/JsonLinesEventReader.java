package io.kindred.featurestore.importer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.kindred.core.data.TimeKind;
import io.kindred.core.id.Vocabulary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads one JSON object a line, each an event. Fields are found by the same names as the columns of delimited text. */
final class JsonLinesEventReader {
    private static final int TIME_SAMPLE_ROWS = 1000;
    private static final int USER = 0;
    private static final int ITEM = 1;
    private static final int VALUE = 2;
    private static final int TIME = 3;
    private static final int TYPE = 4;
    private static final int ROLES = 5;
    private static final int UNKNOWN = -1;
    private static final int MAX_KNOWN_FIELDS = 1000;

    private final DataFile file;
    private final EventIntake intake;
    private final FileTally tally;
    /** Place of the role, ROLES + context index, or {@link #UNKNOWN}; by field name. */
    private final Map<String, Integer> slots = new HashMap<>();

    private final String[] texts;
    private final int[] context;
    private final String[] roleNames = new String[ROLES];
    private long withoutValue;

    /**
     * @param sampleFields the fields that occur in the first lines of the file
     */
    JsonLinesEventReader(
            DataFile file, List<String> sampleFields, ColumnMapping mapping, EventIntake intake, FileTally tally) {
        this.file = file;
        this.intake = intake;
        this.tally = tally;
        EventColumns columns = EventColumns.resolve(file.name(), sampleFields, mapping);
        columns.roles().forEach((role, index) -> {
            slots.put(sampleFields.get(index), slot(role));
            roleNames[slot(role)] = sampleFields.get(index);
        });
        List<String> names = new ArrayList<>();
        for (int i = 0; i < columns.context().size(); i++) {
            String name = sampleFields.get(columns.context().get(i));
            slots.put(name, ROLES + i);
            names.add(name);
        }
        intake.context(names);
        this.context = new int[names.size()];
        this.texts = new String[ROLES + names.size()];
    }

    /** Reads the whole file. */
    void read(TimeKind untimed, ImportListener listener) throws IOException {
        boolean timed = roleNames[TIME] != null;
        TimeFormat timeFormat = timed ? TimeFormat.detect(timeSample()) : TimeFormat.SECONDS;
        if (timed) {
            tally.note("times read as " + timeFormat.label());
        }
        String rated = roleNames[VALUE] != null ? "rating" : "interaction";
        intake.begin(tally, timed ? TimeKind.TIMESTAMP : untimed, roleNames[TYPE] != null ? null : rated);
        try (LineReader lines = new LineReader(file.open(listener), file.name())) {
            while (lines.next()) {
                if (lines.tooLong()) {
                    reject(lines, RejectReason.LINE_TOO_LONG, "line too long");
                } else if (isBlank(lines)) {
                    tally.blank();
                } else if (parse(lines, true)) {
                    event(lines, timeFormat);
                }
            }
            tally.lines(lines.number());
            tally.noteWithoutValue(withoutValue, roleNames[VALUE]);
        }
    }

    private static boolean isBlank(LineReader lines) {
        for (int i = lines.start(); i < lines.end(); i++) {
            if (lines.buffer()[i] > ' ' || lines.buffer()[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private List<String> timeSample() throws IOException {
        List<String> sample = new ArrayList<>();
        try (LineReader lines = new LineReader(file.open(), file.name())) {
            for (int row = 0; row < TIME_SAMPLE_ROWS && lines.next(); row++) {
                if (!lines.tooLong() && parse(lines, false) && texts[TIME] != null) {
                    sample.add(texts[TIME]);
                }
            }
        }
        return sample;
    }

    /** Fills {@link #texts} from a line; false if it is not one JSON object. */
    private boolean parse(LineReader lines, boolean report) {
        Arrays.fill(texts, null);
        try (JsonParser parser = JsonText.parser(lines.buffer(), lines.start(), lines.end())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return refuse(lines, report, "the line is not a JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                int slot = slot(name);
                if (slot >= 0) {
                    texts[slot] = JsonText.scalar(parser);
                }
                parser.skipChildren();
            }
            if (parser.nextToken() != null) {
                return refuse(lines, report, "text follows the JSON object");
            }
            return true;
        } catch (IOException e) {
            return refuse(lines, report, "the line is not valid JSON");
        }
    }

    private boolean refuse(LineReader lines, boolean report, String message) {
        if (report) {
            reject(lines, RejectReason.BAD_JSON, message);
        }
        return false;
    }

    private int slot(String name) {
        Integer slot = slots.get(name);
        if (slot == null) {
            if (slots.size() < MAX_KNOWN_FIELDS) {
                slots.put(name, UNKNOWN);
            }
            tally.unknownColumn(name);
            return UNKNOWN;
        }
        return slot;
    }

    private void event(LineReader lines, TimeFormat timeFormat) throws IOException {
        float value = 1f;
        String valueText = texts[VALUE];
        if (roleNames[VALUE] != null && valueText == null && roleNames[TYPE] != null) {
            withoutValue++;
        } else if (roleNames[VALUE] != null) {
            byte[] bytes = bytes(valueText);
            value = (float) NumberParser.parse(bytes, 0, bytes.length);
            if (!Float.isFinite(value)) {
                RowProblem problem = RowProblem.ofValue(roleNames[VALUE], new String(bytes, StandardCharsets.UTF_8));
                reject(lines, problem.reason(), problem.message());
                return;
            }
        }
        long seconds = 0;
        if (roleNames[TIME] != null) {
            byte[] bytes = bytes(texts[TIME]);
            seconds = timeFormat.parse(bytes, 0, bytes.length);
            if (seconds < 0 || seconds > TimeFormat.LATEST_SECONDS) {
                reject(
                        lines,
                        RejectReason.BAD_TIMESTAMP,
                        RowProblem.timeMessage(
                                roleNames[TIME], new String(bytes, StandardCharsets.UTF_8), seconds, timeFormat));
                return;
            }
        }
        int type = intake.defaultType();
        if (roleNames[TYPE] != null) {
            type = code(lines, "event type", intake.types(), bytes(texts[TYPE]));
            if (type < 0) {
                return;
            }
        }
        for (int i = 0; i < context.length; i++) {
            byte[] bytes = bytes(texts[ROLES + i]);
            context[i] = bytes.length == 0 ? -1 : code(lines, "context", intake.contextDictionary(i), bytes);
            if (bytes.length > 0 && context[i] < 0) {
                return;
            }
        }
        byte[] user = bytes(texts[USER]);
        byte[] item = bytes(texts[ITEM]);
        if (!intake.event(user, 0, user.length, item, 0, item.length, value, seconds, type, context)) {
            reject(lines, intake.problem(), intake.problemMessage());
        }
    }

    private int code(LineReader lines, String what, Vocabulary.Builder dictionary, byte[] bytes) {
        if (!intake.acceptable(what, bytes, 0, bytes.length)) {
            reject(lines, intake.problem(), intake.problemMessage());
            return -1;
        }
        return dictionary.add(bytes, 0, bytes.length);
    }

    private static int slot(ColumnRole role) {
        return switch (role) {
            case USER -> USER;
            case ITEM -> ITEM;
            case VALUE -> VALUE;
            case TIME -> TIME;
            case TYPE -> TYPE;
        };
    }

    private static byte[] bytes(String text) {
        return text == null ? new byte[0] : text.strip().getBytes(StandardCharsets.UTF_8);
    }

    private void reject(LineReader lines, RejectReason reason, String message) {
        tally.reject(lines.number(), reason, message, DisplayText.of(lines.buffer(), lines.start(), lines.end()));
    }
}
