package io.kindred.featurestore.importer;

import io.kindred.core.id.Vocabulary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Imports files of features: reads each once to choose the types of its columns and once more to hand the values on.
 *
 * <p>A user or item without events is added to its dictionary, so that models that need features only know it too.
 */
final class FeatureImport {
    private static final long TAG_WINDOW = 1 << 23;

    private final EventIntake intake;
    private final ImportListener listener;
    private final List<FeatureColumn> columns = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    FeatureImport(EventIntake intake, ImportListener listener) {
        this.intake = intake;
        this.listener = listener;
    }

    /** All feature columns so far. */
    List<FeatureColumn> columns() {
        return columns;
    }

    /**
     * Imports one file.
     *
     * @param mayRepeat whether an entity may have several rows, whose categories add up, as in a file of tags
     * @return false if none of the file's ids occurs in the events; nothing is imported from it then
     */
    boolean run(FeatureRows rows, Side side, FileTally tally, boolean mayRepeat) throws IOException {
        FirstPass first = new FirstPass(intake.dictionary(side));
        rows.scan(first, new FileTally(tally.file(), "", tally.part(), false), ImportListener.NONE);
        if (first.unrelated()) {
            return false;
        }
        List<ColumnStatistics> statistics = first.statistics;
        List<Target> targets = targets(rows.columns(), statistics, side, tally);
        List<FeatureColumn> begun = columns(targets);
        if (!begun.isEmpty()) {
            intake.sink().beginFeatures(begun);
        }
        Vocabulary.Builder dictionary = intake.dictionary(side);
        int known = dictionary.size();
        rows.scan(new RowImport(targets, side, tally, mayRepeat), tally, listener);
        int added = dictionary.size() - known;
        if (added > 0) {
            tally.note(added + " " + side.label() + (added == 1 ? "" : "s") + " without any event");
        }
        return true;
    }

    /** Gathers what is needed to choose types, and whether the file is about the same users or items at all. */
    private static final class FirstPass implements FeatureRows.Visitor {
        private final Vocabulary.Builder dictionary;
        private final List<ColumnStatistics> statistics = new ArrayList<>();
        private long rows;
        private boolean anyKnown;

        FirstPass(Vocabulary.Builder dictionary) {
            this.dictionary = dictionary;
        }

        boolean unrelated() {
            return rows > 0 && !anyKnown;
        }

        @Override
        public void row(long line, String id, List<List<String>> cells) {
            rows++;
            anyKnown = anyKnown || dictionary.indexOf(id) >= 0;
            while (statistics.size() < cells.size()) {
                statistics.add(new ColumnStatistics());
            }
            for (int i = 0; i < cells.size(); i++) {
                if (cells.get(i) != null) {
                    statistics.get(i).add(cells.get(i));
                }
            }
        }
    }

    private record Target(FeatureColumn column, FeatureTyping typing, FeatureColumn yearOfTitle) {}

    private List<Target> targets(
            List<FeatureRows.Column> source, List<ColumnStatistics> statistics, Side side, FileTally tally) {
        boolean hasYear = source.stream()
                .anyMatch(column -> column.name().toLowerCase(Locale.ROOT).contains("year"));
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < source.size(); i++) {
            ColumnStatistics seen = i < statistics.size() ? statistics.get(i) : new ColumnStatistics();
            FeatureRows.Column from = source.get(i);
            if (seen.empty()) {
                tally.unknownColumn(from.name() + " (empty)");
                targets.add(null);
                continue;
            }
            FeatureTyping typing = FeatureTyping.choose(from, seen);
            FeatureColumn column = add(side, from.name(), typing.type(), tally.file());
            if (typing.type() == FeatureType.YEAR && seen.notYears() > 0) {
                tally.note(from.name() + ": " + seen.notYears() + " values that are not a year were left out");
            }
            FeatureColumn year = null;
            if (typing.type() == FeatureType.TEXT && !hasYear && seen.mostlyTitlesWithYear()) {
                year = add(side, "year", FeatureType.YEAR, tally.file());
            }
            targets.add(new Target(column, typing, year));
        }
        StringBuilder note = new StringBuilder();
        for (Target target : targets) {
            if (target != null) {
                note.append(note.isEmpty() ? "columns: " : ", ");
                note.append(target.column().name())
                        .append(' ')
                        .append(target.typing().type().label());
                if (target.yearOfTitle() != null) {
                    note.append(", year taken from ").append(target.column().name());
                }
            }
        }
        tally.note(DisplayText.of(note.toString()));
        return targets;
    }

    private static List<FeatureColumn> columns(List<Target> targets) {
        List<FeatureColumn> columns = new ArrayList<>();
        for (Target target : targets) {
            if (target != null) {
                columns.add(target.column());
                if (target.yearOfTitle() != null) {
                    columns.add(target.yearOfTitle());
                }
            }
        }
        return columns;
    }

    /** Adds a column; a name that another file took already gets the file's name in front. */
    private FeatureColumn add(Side side, String name, FeatureType type, String source) {
        String unique = name;
        for (int n = 1; !taken.add(side + "/" + unique); n++) {
            unique = source + ":" + name + (n == 1 ? "" : n);
        }
        FeatureColumn column = new FeatureColumn(side, unique, type, source);
        columns.add(column);
        return column;
    }

    /** The second pass: checks a row and hands its values on. */
    private final class RowImport implements FeatureRows.Visitor {
        private final List<Target> targets;
        private final Side side;
        private final FileTally tally;
        private final boolean mayRepeat;
        private final Vocabulary.Builder dictionary;
        private final BitSet seen = new BitSet();
        private final DuplicateFilter seenRows = new DuplicateFilter(TAG_WINDOW);

        RowImport(List<Target> targets, Side side, FileTally tally, boolean mayRepeat) {
            this.targets = targets;
            this.side = side;
            this.tally = tally;
            this.mayRepeat = mayRepeat;
            this.dictionary = intake.dictionary(side);
        }

        @Override
        public void row(long line, String id, List<List<String>> cells) throws IOException {
            byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
            if (!intake.acceptable(side.label(), bytes, 0, bytes.length)) {
                tally.reject(line, intake.problem(), intake.problemMessage(), shown(id, cells));
                return;
            }
            List<FeatureValue> values;
            try {
                values = values(cells);
            } catch (FeatureTyping.BadCell e) {
                tally.reject(line, e.problem().reason(), e.problem().message(), shown(id, cells));
                return;
            }
            int entity = dictionary.add(bytes, 0, bytes.length);
            if (repeated(entity, cells)) {
                tally.duplicate();
                return;
            }
            emit(entity, values);
            tally.accept();
        }

        private boolean repeated(int entity, List<List<String>> cells) {
            if (mayRepeat) {
                return !seenRows.addIfNew(DuplicateFilter.mix(
                        DuplicateFilter.mix(entity + 1L) + text(cells).hashCode()));
            }
            boolean before = seen.get(entity);
            seen.set(entity);
            return before;
        }

        /** The values of a row by target, null where missing. */
        private List<FeatureValue> values(List<List<String>> cells) throws FeatureTyping.BadCell {
            List<FeatureValue> values = new ArrayList<>();
            for (int i = 0; i < targets.size(); i++) {
                Target target = targets.get(i);
                List<String> cell = i < cells.size() ? cells.get(i) : null;
                values.add(
                        target == null || cell == null
                                ? null
                                : target.typing().value(target.column().name(), cell));
            }
            return values;
        }

        private void emit(int entity, List<FeatureValue> values) throws IOException {
            for (int i = 0; i < values.size(); i++) {
                FeatureValue value = values.get(i);
                if (value == null) {
                    continue;
                }
                Target target = targets.get(i);
                intake.sink().feature(target.column(), entity, value);
                if (target.yearOfTitle() != null && value instanceof FeatureValue.Text title) {
                    int year = ColumnStatistics.yearInTitle(title.value());
                    if (year > 0) {
                        intake.sink().feature(target.yearOfTitle(), entity, new FeatureValue.Numeric(year));
                    }
                }
            }
        }
    }

    private static String shown(String id, List<List<String>> cells) {
        return DisplayText.of(id + ": " + text(cells));
    }

    private static String text(List<List<String>> cells) {
        StringBuilder out = new StringBuilder();
        for (List<String> cell : cells) {
            out.append(out.isEmpty() ? "" : ", ").append(cell == null ? "" : String.join("|", cell));
        }
        return out.toString();
    }
}
