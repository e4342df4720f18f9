package io.kindred.featurestore.importer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects JSON values as feature cells; columns are found while reading. An array is a list of categories. */
final class JsonCells {
    private static final int MAX_COLUMNS = 1000;

    private final Map<String, String> valueNames;
    private final List<FeatureRows.Column> columns = new ArrayList<>();
    private final Map<String, Integer> indices = new HashMap<>();

    /**
     * @param valueNames names that replace the values of arrays, for instance attribute names by attribute id
     */
    JsonCells(Map<String, String> valueNames) {
        this.valueNames = Map.copyOf(valueNames);
    }

    /** The columns found so far. */
    List<FeatureRows.Column> columns() {
        return columns;
    }

    /** Puts the value the parser stands on into a row; objects inside are left out and reported. */
    void put(List<List<String>> row, String column, JsonParser parser, FileTally tally) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            tally.unknownColumn(column + " (an object)");
            parser.skipChildren();
            return;
        }
        boolean array = parser.currentToken() == JsonToken.START_ARRAY;
        List<String> values = array ? named(JsonText.scalars(parser)) : scalar(parser);
        int index = index(column, array);
        if (index < 0) {
            tally.unknownColumn(column);
        } else if (!values.isEmpty()) {
            while (row.size() <= index) {
                row.add(null);
            }
            row.set(index, values);
        }
    }

    private List<String> named(List<String> values) {
        if (valueNames.isEmpty()) {
            return values;
        }
        List<String> names = new ArrayList<>(values.size());
        for (String value : values) {
            names.add(valueNames.getOrDefault(value, value));
        }
        return names;
    }

    private static List<String> scalar(JsonParser parser) throws IOException {
        String text = JsonText.scalar(parser);
        return text == null || text.isBlank() ? List.of() : List.of(text);
    }

    private int index(String name, boolean array) {
        Integer known = indices.get(name);
        if (known != null) {
            return known;
        }
        if (columns.size() == MAX_COLUMNS) {
            return -1;
        }
        columns.add(new FeatureRows.Column(name, array ? "list" : ""));
        indices.put(name, columns.size() - 1);
        return columns.size() - 1;
    }
}
