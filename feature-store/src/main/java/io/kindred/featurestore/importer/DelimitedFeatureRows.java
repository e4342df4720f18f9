package io.kindred.featurestore.importer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Features in delimited text, one user or item a record. */
final class DelimitedFeatureRows implements FeatureRows {
    private final DataFile file;
    private final DelimitedLayout layout;
    private final int idColumn;
    private final List<Integer> featureColumns;
    private final List<Column> columns = new ArrayList<>();

    /**
     * @param idColumn index of the column with the user or item
     * @param featureColumns indices of the columns to import
     */
    DelimitedFeatureRows(DataFile file, DelimitedLayout layout, int idColumn, List<Integer> featureColumns) {
        this.file = file;
        this.layout = layout;
        this.idColumn = idColumn;
        this.featureColumns = List.copyOf(featureColumns);
        for (int column : featureColumns) {
            columns.add(new Column(layout.columns().get(column), layout.declaredType(column)));
        }
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public void scan(Visitor visitor, FileTally tally, ImportListener listener) throws IOException {
        LineReader lines = new LineReader(file.open(listener), file.name(), layout.latin1Fallback());
        try (RecordReader records = new RecordReader(lines, layout.delimiter(), layout.quotes())) {
            noteOtherColumns(tally);
            if (layout.hasHeader()) {
                records.next();
            }
            while (records.next()) {
                if (records.blank()) {
                    tally.blank();
                } else if (records.tooLong()) {
                    reject(records, tally, RejectReason.LINE_TOO_LONG, "line too long");
                } else if (records.unbalanced()) {
                    reject(
                            records,
                            tally,
                            RejectReason.UNBALANCED_QUOTE,
                            "a quoted field is not closed, or text follows its closing quote");
                } else if (records.fields().count() != layout.columns().size()) {
                    reject(
                            records,
                            tally,
                            RejectReason.COLUMN_COUNT,
                            "has " + records.fields().count() + " columns where "
                                    + layout.columns().size() + " are expected");
                } else if (!isText(records.fields())) {
                    reject(records, tally, RejectReason.NOT_TEXT, "bytes that are not UTF-8");
                } else {
                    visitor.row(
                            records.number(), records.fields().string(idColumn).strip(), cells(records.fields()));
                }
            }
            tally.lines(records.linesRead());
            if (records.usedLatin1()) {
                tally.note("lines that are not UTF-8 were read as ISO-8859-1");
            }
        }
    }

    private void noteOtherColumns(FileTally tally) {
        for (int i = 0; i < layout.columns().size(); i++) {
            if (i != idColumn && !featureColumns.contains(i)) {
                String name = layout.columns().get(i);
                tally.unknownColumn(name.isEmpty() ? "(column " + (i + 1) + " without a name)" : name);
            }
        }
    }

    private static boolean isText(FieldSplitter fields) {
        return Utf8.isValid(fields.data(), fields.start(0), fields.end(fields.count() - 1));
    }

    private List<List<String>> cells(FieldSplitter fields) {
        List<List<String>> cells = new ArrayList<>(featureColumns.size());
        for (int column : featureColumns) {
            cells.add(fields.start(column) == fields.end(column) ? null : List.of(fields.string(column)));
        }
        return cells;
    }

    private static void reject(RecordReader records, FileTally tally, RejectReason reason, String message) {
        tally.reject(records.number(), reason, message, records.excerpt());
    }
}
