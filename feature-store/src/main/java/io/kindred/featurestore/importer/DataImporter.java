package io.kindred.featurestore.importer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.kindred.core.KindredException;
import io.kindred.core.data.TimeKind;
import io.kindred.core.id.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Imports files: looks at them, decides the format, and streams events and then features into a sink.
 *
 * <p>Memory grows with the number of different ids and, up to a bound, with the number of events for duplicate detection
 * (see {@link DuplicateFilter}); nothing else depends on the size of the files. Stateless and thread-safe.
 */
public final class DataImporter {
    private static final int SHOWN_EXAMPLES = 3;

    /** Makes an importer. */
    public DataImporter() {}

    /**
     * Imports everything the request names.
     *
     * @param sink receives what is accepted; it is not closed
     * @throws KindredException if nothing importable is found, a file is damaged, every row is rejected, or in strict mode
     *     one row is
     * @throws IOException if a file cannot be read or the sink fails
     */
    public ImportResult run(ImportRequest request, EventSink sink) throws IOException {
        ImportPlan plan = new ImportPlanner(request).plan();
        EventIntake intake = new EventIntake(sink, request.keepDuplicates(), DuplicateFilter.forThisMachine());
        List<FileReport> reports = new ArrayList<>();
        for (PlannedFile file : plan.events()) {
            FileTally tally = new FileTally(file.file().name(), "events", file.part(), request.strict());
            readEvents(file, plan, request, intake, tally);
            reports.add(tally.report());
        }
        requireEvents(reports, intake);
        int usersWithEvents = intake.users().size();
        int itemsWithEvents = intake.items().size();
        FeatureImport features = new FeatureImport(intake, request.listener());
        Map<String, String> attributeNames = attributeNames(plan);
        List<String> ignored = new ArrayList<>(plan.ignored());
        for (PlannedFile file : plan.features()) {
            if (!(file.content() instanceof FileContent.AttributeNames)) {
                FileReport read = readFeatures(file, request, intake, features, attributeNames);
                if (read != null) {
                    reports.add(read);
                } else {
                    ignored.add(file.file().name() + " (features, but none of its ids occurs in the interactions)");
                }
            }
        }
        List<String> notes = new ArrayList<>();
        if (!intake.duplicatesExact()) {
            notes.add("more events than duplicate detection can remember in this memory: repeats further apart than "
                    + intake.duplicateWindow() + " events may have been kept");
        }
        ImportReport report =
                new ImportReport(plan.format(), plan.decision(), intake.timeKind(), reports, ignored, notes);
        Vocabulary users = intake.users().build();
        Vocabulary items = intake.items().build();
        return new ImportResult(
                users,
                items,
                usersWithEvents,
                itemsWithEvents,
                intake.types().build().ids(),
                intake.contextColumns(),
                features.columns(),
                intake.timeKind(),
                report);
    }

    private static void readEvents(
            PlannedFile file, ImportPlan plan, ImportRequest request, EventIntake intake, FileTally tally)
            throws IOException {
        ImportListener listener = request.listener();
        switch (file.content()) {
            case FileContent.DelimitedEvents events ->
                new DelimitedEventReader(file.file(), events.layout(), events.columns(), intake, tally)
                        .read(request.timeKind().orElse(TimeKind.NONE), listener);
            case FileContent.JsonLinesEvents events ->
                new JsonLinesEventReader(file.file(), events.fields(), request.mapping(), intake, tally)
                        .read(request.timeKind().orElse(TimeKind.NONE), listener);
            case FileContent.SequenceEvents events -> readSequences(file, events, plan, request, intake, tally);
            default ->
                throw new IllegalStateException(
                        "not a file of events: " + file.file().name());
        }
    }

    private static void readSequences(
            PlannedFile file,
            FileContent.SequenceEvents events,
            ImportPlan plan,
            ImportRequest request,
            EventIntake intake,
            FileTally tally)
            throws IOException {
        boolean split = plan.events().size() > 1;
        boolean unordered = split && events.format() == DataFormat.USER_SEQUENCES;
        TimeKind kind = request.timeKind().orElse(unordered ? TimeKind.NONE : TimeKind.ORDER);
        if (unordered && request.timeKind().isEmpty()) {
            tally.note("a given split of one-user-a-line text: the items of a line are taken to be in no order");
        }
        if (kind == TimeKind.TIMESTAMP) {
            throw new KindredException(file.file().name() + ": sequences carry no timestamps, only order or none");
        }
        if (events.format() == DataFormat.JSON_SEQUENCES) {
            new JsonSequenceReader(file.file(), intake, tally).read(kind, request.listener());
        } else {
            boolean sessions = events.format() == DataFormat.SESSIONS;
            new SequenceTextReader(file.file(), sessions, intake, tally).read(kind, request.listener());
        }
    }

    private static void requireEvents(List<FileReport> reports, EventIntake intake) {
        if (intake.events() > 0) {
            return;
        }
        StringBuilder message = new StringBuilder();
        for (FileReport report : reports) {
            message.append(message.isEmpty() ? "" : "\n").append(report.file());
            message.append(report.rows() == 0 ? ": no rows" : ": all " + report.rows() + " rows were rejected");
            for (int i = 0; i < Math.min(SHOWN_EXAMPLES, report.examples().size()); i++) {
                OffendingLine line = report.examples().get(i);
                message.append("\n  line ").append(line.line()).append(": ").append(line.message());
            }
        }
        throw new KindredException(message.toString());
    }

    /** Null if the file is about other users or items. */
    private static FileReport readFeatures(
            PlannedFile file,
            ImportRequest request,
            EventIntake intake,
            FeatureImport features,
            Map<String, String> attributeNames)
            throws IOException {
        Side side =
                switch (file.content()) {
                    case FileContent.DelimitedFeatures found -> found.side();
                    case FileContent.JsonFeatures found -> found.side();
                    case FileContent.JsonLinesFeatures found -> found.side();
                    default -> Side.ITEM;
                };
        FileTally tally = new FileTally(file.file().name(), side.label() + " features", Part.ALL, request.strict());
        boolean mayRepeat = file.content() instanceof FileContent.DelimitedFeatures found && found.mayRepeat();
        FeatureRows rows =
                switch (file.content()) {
                    case FileContent.DelimitedFeatures found ->
                        new DelimitedFeatureRows(file.file(), found.layout(), found.idColumn(), found.featureColumns());
                    case FileContent.MovieLens100kItems found -> new MovieLens100kItemRows(file.file());
                    case FileContent.JsonFeatures found -> {
                        int shift = idShift(file.file(), found, intake, tally);
                        yield new JsonFeatureRows(file.file(), found.wholeValueColumn(), attributeNames, shift);
                    }
                    case FileContent.JsonLinesFeatures found -> new JsonLinesFeatureRows(file.file(), found.idField());
                    default ->
                        throw new IllegalStateException(
                                "not a file of features: " + file.file().name());
                };
        return features.run(rows, side, tally, mayRepeat) ? tally.report() : null;
    }

    /**
     * 1 if the ids of a JSON object count from 0 where the events count from 1: the object has the key 0 and the events do
     * not, and the greatest key is one less than the greatest id of the events.
     */
    private static int idShift(DataFile file, FileContent.JsonFeatures found, EventIntake intake, FileTally tally)
            throws IOException {
        Vocabulary.Builder ids = intake.dictionary(found.side());
        if (ids.indexOf("0") >= 0) {
            return 0;
        }
        boolean zero = false;
        long greatest = -1;
        try (InputStream in = file.open();
                JsonParser parser = JsonText.parser(in)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                if (!key.matches("[0-9]{1,18}")) {
                    return 0;
                }
                zero |= key.equals("0");
                greatest = Math.max(greatest, Long.parseLong(key));
                parser.nextToken();
                parser.skipChildren();
            }
        } catch (IOException e) {
            throw JsonText.broken(file.name(), e);
        }
        boolean shifted =
                zero && ids.indexOf(Long.toString(greatest + 1)) >= 0 && ids.indexOf(Long.toString(greatest + 2)) < 0;
        if (shifted) {
            tally.note("ids count from 0 here and from 1 in the events: 1 was added to each");
        }
        return shifted ? 1 : 0;
    }

    private static Map<String, String> attributeNames(ImportPlan plan) throws IOException {
        Map<String, String> names = new HashMap<>();
        for (PlannedFile file : plan.features()) {
            if (!(file.content() instanceof FileContent.AttributeNames)) {
                continue;
            }
            try (InputStream in = file.file().open();
                    JsonParser parser = JsonText.parser(in)) {
                parser.nextToken();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String id = parser.currentName();
                    parser.nextToken();
                    String name = JsonText.scalar(parser);
                    if (name != null && !name.isBlank()) {
                        names.put(id, name.strip());
                    }
                    parser.skipChildren();
                }
            } catch (IOException e) {
                throw JsonText.broken(file.file().name(), e);
            }
        }
        return names;
    }
}
