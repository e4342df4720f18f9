package io.kindred.featurestore.importer;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Features in JSON Lines: one object a line, one of whose fields is the user or item. */
final class JsonLinesFeatureRows implements FeatureRows {
    private final DataFile file;
    private final String idField;
    private final JsonCells collected = new JsonCells(Map.of());

    JsonLinesFeatureRows(DataFile file, String idField) {
        this.file = file;
        this.idField = idField;
    }

    @Override
    public List<Column> columns() {
        return collected.columns();
    }

    @Override
    public void scan(Visitor visitor, FileTally tally, ImportListener listener) throws IOException {
        try (LineReader lines = new LineReader(file.open(listener), file.name())) {
            while (lines.next()) {
                if (lines.start() == lines.end()) {
                    tally.blank();
                } else if (lines.tooLong()) {
                    reject(lines, tally, RejectReason.LINE_TOO_LONG, "line too long");
                } else {
                    line(lines, visitor, tally);
                }
            }
            tally.lines(lines.number());
        }
    }

    private void line(LineReader lines, Visitor visitor, FileTally tally) throws IOException {
        List<List<String>> cells = new ArrayList<>();
        String id = null;
        try (JsonParser parser = JsonText.parser(lines.buffer(), lines.start(), lines.end())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                reject(lines, tally, RejectReason.BAD_JSON, "the line is not a JSON object");
                return;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals(idField)) {
                    id = JsonText.scalar(parser);
                    parser.skipChildren();
                } else {
                    collected.put(cells, name, parser, tally);
                }
            }
        } catch (JacksonException e) {
            reject(lines, tally, RejectReason.BAD_JSON, "the line is not valid JSON");
            return;
        }
        visitor.row(lines.number(), id == null ? "" : id.strip(), cells);
    }

    private static void reject(LineReader lines, FileTally tally, RejectReason reason, String message) {
        tally.reject(lines.number(), reason, message, DisplayText.of(lines.buffer(), lines.start(), lines.end()));
    }
}
