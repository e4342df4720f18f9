package io.kindred.featurestore.importer;

import io.kindred.core.data.TimeKind;
import io.kindred.core.id.Vocabulary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The one door through which events reach the sink: checks ids, gives them numbers, finds duplicates, counts.
 *
 * <p>A row that is rejected or a duplicate leaves no trace in the dictionaries.
 */
final class EventIntake {
    /** The context of events that have none. */
    static final int[] NO_CONTEXT = {};

    private final EventSink sink;
    private final boolean keepDuplicates;
    private final DuplicateFilter duplicates;
    private final Vocabulary.Builder users = Vocabulary.builder();
    private final Vocabulary.Builder items = Vocabulary.builder();
    private final Vocabulary.Builder types = Vocabulary.builder();
    private final List<String> contextNames = new ArrayList<>();
    private final List<Vocabulary.Builder> contextValues = new ArrayList<>();
    private FileTally tally;
    private TimeKind fileKind;
    private TimeKind timeKind = TimeKind.TIMESTAMP;
    private int defaultType;
    private long events;
    private RejectReason problem;
    private String problemMessage;

    EventIntake(EventSink sink, boolean keepDuplicates, DuplicateFilter duplicates) {
        this.sink = sink;
        this.keepDuplicates = keepDuplicates;
        this.duplicates = duplicates;
    }

    Vocabulary.Builder users() {
        return users;
    }

    Vocabulary.Builder items() {
        return items;
    }

    Vocabulary.Builder dictionary(Side side) {
        return side == Side.USER ? users : items;
    }

    Vocabulary.Builder types() {
        return types;
    }

    EventSink sink() {
        return sink;
    }

    TimeKind timeKind() {
        return timeKind;
    }

    long events() {
        return events;
    }

    boolean duplicatesExact() {
        return duplicates.exact();
    }

    int duplicateWindow() {
        return duplicates.window();
    }

    /** Declares the context columns; all event files of an import must have the same ones. */
    void context(List<String> names) {
        if (contextNames.isEmpty()) {
            for (String name : names) {
                contextNames.add(name);
                contextValues.add(Vocabulary.builder());
            }
        }
    }

    List<ContextColumn> contextColumns() {
        List<ContextColumn> columns = new ArrayList<>();
        for (int i = 0; i < contextNames.size(); i++) {
            columns.add(new ContextColumn(
                    contextNames.get(i), contextValues.get(i).build().ids()));
        }
        return columns;
    }

    Vocabulary.Builder contextDictionary(int column) {
        return contextValues.get(column);
    }

    /** Starts a file of events; all have the type {@code typeName}, or each names its own if that is null. */
    void begin(FileTally fileTally, TimeKind kind, String typeName) {
        tally = fileTally;
        fileKind = kind;
        timeKind = kind.compareTo(timeKind) > 0 ? kind : timeKind;
        defaultType = typeName == null ? -1 : types.add(typeName);
    }

    FileTally tally() {
        return tally;
    }

    /** The event type of rows that name none. */
    int defaultType() {
        return defaultType;
    }

    /** After an event was refused: why. */
    RejectReason problem() {
        return problem;
    }

    /** After an event was refused: what exactly is wrong. */
    String problemMessage() {
        return problemMessage;
    }

    /**
     * Takes one event; counts it as accepted or duplicate.
     *
     * @param time seconds for files with timestamps; ignored otherwise
     * @return false if an id is not acceptable; {@link #problem} says why and the caller counts the rejection
     */
    boolean event(
            byte[] userBytes,
            int userFrom,
            int userTo,
            byte[] itemBytes,
            int itemFrom,
            int itemTo,
            float value,
            long time,
            int type,
            int[] context)
            throws IOException {
        int user = users.indexOf(userBytes, userFrom, userTo);
        if (user < 0 && !acceptable("user", userBytes, userFrom, userTo)) {
            return false;
        }
        int item = items.indexOf(itemBytes, itemFrom, itemTo);
        if (item < 0 && !acceptable("item", itemBytes, itemFrom, itemTo)) {
            return false;
        }
        if (user < 0) {
            user = users.add(userBytes, userFrom, userTo);
        }
        if (item < 0) {
            item = items.add(itemBytes, itemFrom, itemTo);
        }
        return emit(user, item, value, time, type, context);
    }

    private boolean emit(int user, int item, float value, long givenTime, int type, int[] context) throws IOException {
        long time =
                switch (fileKind) {
                    case TIMESTAMP -> givenTime;
                    case ORDER -> events;
                    case NONE -> 0;
                };
        if (!keepDuplicates
                && fileKind != TimeKind.ORDER
                && !duplicates.addIfNew(hash(user, item, value, time, type, context))) {
            tally.duplicate();
            return true;
        }
        sink.event(user, item, value, time, type, tally.part().code(), context);
        events++;
        tally.accept();
        return true;
    }

    private long hash(int user, int item, float value, long time, int type, int[] context) {
        long h = DuplicateFilter.mix(((long) user << 32) | item);
        h = DuplicateFilter.mix(h + time);
        h = DuplicateFilter.mix(h
                + (((long) type << 40)
                        | ((long) tally.part().code() << 32)
                        | (Float.floatToIntBits(value) & 0xFFFFFFFFL)));
        for (int code : context) {
            h = DuplicateFilter.mix(h + code);
        }
        return h;
    }

    /** Whether an id may enter a dictionary; if not, sets the problem. */
    boolean acceptable(String what, byte[] bytes, int from, int to) {
        if (from == to) {
            return refuse(RejectReason.EMPTY_FIELD, what + " is empty");
        }
        if (to - from > Vocabulary.MAX_ID_BYTES) {
            return refuse(
                    RejectReason.LONG_ID,
                    what + " id of " + (to - from) + " bytes; the longest allowed is " + Vocabulary.MAX_ID_BYTES);
        }
        if (Utf8.hasControl(bytes, from, to)) {
            return refuse(RejectReason.NOT_TEXT, what + " id contains control characters");
        }
        if (!Utf8.isValid(bytes, from, to)) {
            return refuse(RejectReason.NOT_TEXT, what + " id is not UTF-8");
        }
        return true;
    }

    private boolean refuse(RejectReason reason, String message) {
        problem = reason;
        problemMessage = message;
        return false;
    }
}
