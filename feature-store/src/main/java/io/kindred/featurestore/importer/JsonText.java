package io.kindred.featurestore.importer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.kindred.core.KindredException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;

/** What the JSON readers share: bounded parsers, scalars as text, errors in words. */
final class JsonText {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxStringLength(LineReader.MAX_LINE_BYTES)
                    .maxNameLength(64 * 1024)
                    .maxNumberLength(100)
                    .build())
            .build();

    private JsonText() {}

    static JsonParser parser(InputStream in) throws IOException {
        return FACTORY.createParser(in);
    }

    static JsonParser parser(byte[] bytes, int from, int to) throws IOException {
        return FACTORY.createParser(bytes, from, to - from);
    }

    /** The text of a string, number or boolean; null for anything else. */
    static String scalar(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        return token != null && token.isScalarValue() && token != JsonToken.VALUE_NULL ? parser.getText() : null;
    }

    /** The scalars of the array the parser stands on; others are left out. Ends on the array's end. */
    static List<String> scalars(JsonParser parser) throws IOException {
        List<String> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String text = scalar(parser);
            if (text != null) {
                values.add(text);
            }
            parser.skipChildren();
        }
        return values;
    }

    /** Number of the line the parser is on, from 1. */
    static long line(JsonParser parser) {
        return Math.max(1, parser.currentLocation().getLineNr());
    }

    /** Turns a failure in the middle of a JSON document, after which nothing more can be read, into an error in words. */
    static KindredException broken(String file, IOException e) throws IOException {
        if (e instanceof JsonEOFException) {
            return new KindredException(file + ": the JSON ends too early, the file is cut off", e);
        }
        if (e instanceof StreamReadException json) {
            String where = json.getLocation() == null
                    ? ""
                    : " at line " + json.getLocation().getLineNr() + ", column "
                            + json.getLocation().getColumnNr();
            return new KindredException(
                    file + ": not valid JSON" + where + ": " + DisplayText.of(json.getOriginalMessage()), e);
        }
        if (e instanceof EOFException || e instanceof ZipException) {
            return new KindredException(file + ": the gzip file is cut off or damaged", e);
        }
        throw e;
    }
}
