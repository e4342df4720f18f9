package io.kindred.featurestore.importer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.kindred.core.KindredException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Features in one JSON object: item (or user) to an object of fields, to a list of attributes, or to a text.
 */
final class JsonFeatureRows implements FeatureRows {
    private final DataFile file;
    private final String wholeValueColumn;
    private final int idShift;
    private final JsonCells collected;

    /**
     * @param wholeValueColumn name of the column for values that are a list or a text rather than an object
     * @param valueNames names that replace values, for instance attribute names by attribute id
     * @param idShift added to every id, which must then be a whole number
     */
    JsonFeatureRows(DataFile file, String wholeValueColumn, Map<String, String> valueNames, int idShift) {
        this.file = file;
        this.wholeValueColumn = wholeValueColumn;
        this.collected = new JsonCells(valueNames);
        this.idShift = idShift;
    }

    @Override
    public List<Column> columns() {
        return collected.columns();
    }

    @Override
    public void scan(Visitor visitor, FileTally tally, ImportListener listener) throws IOException {
        try (InputStream in = file.open(listener);
                JsonParser parser = JsonText.parser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new KindredException(file.name() + ": not a JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String id = shifted(parser.currentName());
                parser.nextToken();
                List<List<String>> cells = new ArrayList<>();
                if (parser.currentToken() == JsonToken.START_OBJECT) {
                    while (parser.nextToken() == JsonToken.FIELD_NAME) {
                        String name = parser.currentName();
                        parser.nextToken();
                        collected.put(cells, name, parser, tally);
                    }
                } else {
                    collected.put(cells, wholeValueColumn, parser, tally);
                }
                visitor.row(JsonText.line(parser), id, cells);
            }
        } catch (IOException e) {
            throw JsonText.broken(file.name(), e);
        }
    }

    private String shifted(String id) {
        if (idShift == 0 || !id.matches("[0-9]{1,18}")) {
            return id;
        }
        return new BigInteger(id).add(BigInteger.valueOf(idShift)).toString();
    }
}
