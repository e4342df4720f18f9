package io.kindred.featurestore.importer;

import io.kindred.core.KindredException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts the rows of one file while it is read; {@link #report} turns it into a {@link FileReport}. */
final class FileTally {
    private static final int EXAMPLES_PER_REASON = 3;
    private static final int MAX_LISTED_COLUMNS = 200;

    private final String file;
    private final String content;
    private final Part part;
    private final boolean strict;
    private final Map<RejectReason, Long> rejected = new EnumMap<>(RejectReason.class);
    private final List<OffendingLine> examples = new ArrayList<>();
    private final List<String> unknownColumns = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private long lines;
    private long blankLines;
    private long accepted;
    private long duplicates;

    FileTally(String file, String content, Part part, boolean strict) {
        this.file = file;
        this.content = content;
        this.part = part;
        this.strict = strict;
    }

    String file() {
        return file;
    }

    Part part() {
        return part;
    }

    void accept() {
        accepted++;
    }

    void duplicate() {
        duplicates++;
    }

    void blank() {
        blankLines++;
    }

    void lines(long count) {
        lines = count;
    }

    void note(String note) {
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }

    void noteUsersWithoutItems(long users) {
        if (users > 0) {
            note(users + (users == 1 ? " user" : " users") + " without any item in this file");
        }
    }

    void noteWithoutValue(long rows, String column) {
        if (rows > 0) {
            note(rows + (rows == 1 ? " event" : " events") + " without " + column + " got the value 1");
        }
    }

    void unknownColumn(String column) {
        if (unknownColumns.size() < MAX_LISTED_COLUMNS && !unknownColumns.contains(column)) {
            unknownColumns.add(column);
        }
    }

    /**
     * Counts a rejected row and keeps it as an example while there are few of its kind.
     *
     * @throws KindredException in strict mode
     */
    void reject(long line, RejectReason reason, String message, String text) {
        if (strict) {
            throw new KindredException(file + " line " + line + ": " + message + " (strict mode stops at the first"
                    + " rejected row): " + text);
        }
        long count = rejected.merge(reason, 1L, Long::sum);
        if (count <= EXAMPLES_PER_REASON) {
            examples.add(new OffendingLine(line, reason, message, text));
        }
    }

    FileReport report() {
        long rows = accepted + duplicates;
        for (long count : rejected.values()) {
            rows += count;
        }
        List<String> allNotes = new ArrayList<>(notes);
        if (blankLines > 0) {
            allNotes.add(blankLines + (blankLines == 1 ? " blank line" : " blank lines"));
        }
        List<OffendingLine> sorted = new ArrayList<>(examples);
        sorted.sort(Comparator.comparingLong(OffendingLine::line));
        return new FileReport(
                file, content, part, lines, rows, accepted, duplicates, rejected, sorted, unknownColumns, allNotes);
    }
}
