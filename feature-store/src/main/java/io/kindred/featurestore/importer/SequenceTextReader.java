package io.kindred.featurestore.importer;

import io.kindred.core.data.TimeKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Reads text with one sequence a line: a user's id and then item ids, or the item ids of an anonymous session. Ids are
 * separated by blanks or tabs. Every item is one row of the report.
 */
final class SequenceTextReader {
    private final DataFile file;
    private final boolean sessions;
    private final EventIntake intake;
    private final FileTally tally;
    private final String sessionPrefix;
    private long session;
    private long lonely;

    SequenceTextReader(DataFile file, boolean sessions, EventIntake intake, FileTally tally) {
        this.file = file;
        this.sessions = sessions;
        this.intake = intake;
        this.tally = tally;
        this.sessionPrefix = tally.part() == Part.ALL ? "session" : tally.part().label();
    }

    /**
     * Reads the whole file.
     *
     * @param kind {@link TimeKind#ORDER} or {@link TimeKind#NONE}
     */
    void read(TimeKind kind, ImportListener listener) throws IOException {
        intake.begin(tally, kind, sessions ? "click" : "interaction");
        try (LineReader lines = new LineReader(file.open(listener), file.name())) {
            while (lines.next()) {
                if (lines.tooLong()) {
                    reject(
                            lines,
                            RejectReason.LINE_TOO_LONG,
                            "line of more than " + LineReader.MAX_LINE_BYTES + " bytes");
                } else {
                    line(lines);
                }
            }
            tally.lines(lines.number());
            tally.noteUsersWithoutItems(lonely);
        }
    }

    private void line(LineReader lines) throws IOException {
        byte[] data = lines.buffer();
        int end = lines.end();
        int from = skipBlanks(data, lines.start(), end);
        if (from == end) {
            tally.blank();
            return;
        }
        byte[] owner = data;
        int ownerFrom = from;
        int ownerTo = endOfToken(data, from, end);
        if (sessions) {
            session++;
            owner = String.format(Locale.ROOT, "%s-%06d", sessionPrefix, session)
                    .getBytes(StandardCharsets.US_ASCII);
            ownerFrom = 0;
            ownerTo = owner.length;
        } else {
            from = skipBlanks(data, ownerTo, end);
            if (from == end) {
                lonely++;
                return;
            }
        }
        while (from < end) {
            int to = endOfToken(data, from, end);
            if (!intake.event(
                    owner, ownerFrom, ownerTo, data, from, to, 1f, 0, intake.defaultType(), EventIntake.NO_CONTEXT)) {
                reject(lines, intake.problem(), intake.problemMessage());
            }
            from = skipBlanks(data, to, end);
        }
    }

    private void reject(LineReader lines, RejectReason reason, String message) {
        tally.reject(lines.number(), reason, message, DisplayText.of(lines.buffer(), lines.start(), lines.end()));
    }

    private static int skipBlanks(byte[] data, int from, int end) {
        int i = from;
        while (i < end && (data[i] == ' ' || data[i] == '\t')) {
            i++;
        }
        return i;
    }

    private static int endOfToken(byte[] data, int from, int end) {
        int i = from;
        while (i < end && data[i] != ' ' && data[i] != '\t') {
            i++;
        }
        return i;
    }
}
