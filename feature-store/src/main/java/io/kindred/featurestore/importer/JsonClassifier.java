package io.kindred.featurestore.importer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Recognises JSON Lines and JSON objects by their first bytes. */
final class JsonClassifier {
    private static final int SAMPLE_LINES = 100;
    private static final List<String> ATTRIBUTE_WORDS = List.of("attribute", "genre", "tag", "categor", "feature");

    private final ColumnMapping mapping;

    JsonClassifier(ColumnMapping mapping) {
        this.mapping = mapping;
    }

    /** What a file that starts with a brace holds. */
    FileContent classify(FileSample sample) {
        if (sample.firstVisible() == '[') {
            return new FileContent.Unknown("a JSON array; write one object a line (JSON Lines) instead");
        }
        List<String> fields = lineFields(sample);
        if (fields != null) {
            return lines(fields);
        }
        return object(sample);
    }

    /** JSON Lines with events or features. */
    private FileContent lines(List<String> fields) {
        Map<ColumnRole, Integer> roles = EventColumns.recognise(fields);
        boolean user = roles.containsKey(ColumnRole.USER) || mapping.columns().containsKey(ColumnRole.USER);
        boolean item = roles.containsKey(ColumnRole.ITEM) || mapping.columns().containsKey(ColumnRole.ITEM);
        if (user && item) {
            return new FileContent.JsonLinesEvents(fields, "one JSON object a line with a user and an item");
        }
        if (user || item) {
            ColumnRole role = user ? ColumnRole.USER : ColumnRole.ITEM;
            String field =
                    mapping.columns().getOrDefault(role, roles.containsKey(role) ? fields.get(roles.get(role)) : "");
            return new FileContent.JsonLinesFeatures(user ? Side.USER : Side.ITEM, field);
        }
        return new FileContent.Unknown("JSON Lines without a user or item field; the first lines have: "
                + DisplayText.of(String.join(", ", fields)));
    }

    /** The fields of the first lines if each of them is one JSON object with plain values among others; else null. */
    private static List<String> lineFields(FileSample sample) {
        Set<String> fields = new LinkedHashSet<>();
        int objects = 0;
        int others = 0;
        for (String line :
                sample.lines().subList(0, Math.min(SAMPLE_LINES, sample.lines().size()))) {
            if (line.isBlank()) {
                continue;
            }
            if (addFields(line, fields)) {
                objects++;
            } else {
                others++;
                if (objects == 0) {
                    return null;
                }
            }
        }
        boolean jsonLines = objects > 1 || (objects == 1 && others == 0 && namesUserAndItem(fields));
        return jsonLines && objects > others ? new ArrayList<>(fields) : null;
    }

    private static boolean namesUserAndItem(Set<String> fields) {
        Map<ColumnRole, Integer> roles = EventColumns.recognise(new ArrayList<>(fields));
        return roles.containsKey(ColumnRole.USER) && roles.containsKey(ColumnRole.ITEM);
    }

    private static boolean addFields(String line, Set<String> fields) {
        List<String> found = new ArrayList<>();
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        try (JsonParser parser = JsonText.parser(bytes, 0, bytes.length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                found.add(parser.currentName());
                parser.nextToken();
                parser.skipChildren();
            }
            if (parser.nextToken() != null) {
                return false;
            }
        } catch (IOException e) {
            return false;
        }
        fields.addAll(found);
        return true;
    }

    /** One large object: what its first value is decides. */
    private static FileContent object(FileSample sample) {
        try (JsonParser parser = JsonText.parser(sample.head(), 0, sample.head().length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT || parser.nextToken() != JsonToken.FIELD_NAME) {
                return new FileContent.Unknown("a JSON object without any entry");
            }
            String column = columnName(sample);
            Side side = sample.nameContains("user") ? Side.USER : Side.ITEM;
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT) {
                return new FileContent.JsonFeatures(side, column);
            }
            if (value == JsonToken.START_ARRAY) {
                boolean attributes = ATTRIBUTE_WORDS.stream().anyMatch(sample::nameContains);
                return attributes
                        ? new FileContent.JsonFeatures(side, "attributes")
                        : new FileContent.SequenceEvents(
                                DataFormat.JSON_SEQUENCES, "a JSON object whose first value is a list");
            }
            if (value == JsonToken.VALUE_STRING) {
                boolean names = sample.nameContains("attribute") && sample.nameContains("name");
                return names ? new FileContent.AttributeNames() : new FileContent.JsonFeatures(side, column);
            }
            return new FileContent.Unknown("a JSON object whose values are neither lists nor objects nor texts");
        } catch (IOException e) {
            return new FileContent.Unknown("starts like JSON but is not valid: " + DisplayText.of(sample.firstLine()));
        }
    }

    private static String columnName(FileSample sample) {
        String plain = sample.file().plainName();
        int dot = plain.indexOf('.');
        return dot > 0 ? plain.substring(0, dot) : plain;
    }
}
