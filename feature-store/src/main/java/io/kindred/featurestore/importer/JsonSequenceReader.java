package io.kindred.featurestore.importer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.kindred.core.KindredException;
import io.kindred.core.data.TimeKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads one JSON object of user to list of items, oldest first, however large it is. Every item is one row. */
final class JsonSequenceReader {
    private final DataFile file;
    private final EventIntake intake;
    private final FileTally tally;
    private long lonely;

    JsonSequenceReader(DataFile file, EventIntake intake, FileTally tally) {
        this.file = file;
        this.intake = intake;
        this.tally = tally;
    }

    /**
     * Reads the whole file.
     *
     * @throws KindredException if the file is not one whole JSON object
     */
    void read(TimeKind kind, ImportListener listener) throws IOException {
        intake.begin(tally, kind, "interaction");
        try (InputStream in = file.open(listener);
                JsonParser parser = JsonText.parser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new KindredException(file.name() + ": not a JSON object of user to list of items");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                user(parser);
            }
            tally.noteUsersWithoutItems(lonely);
            if (parser.nextToken() != null) {
                throw new KindredException(
                        file.name() + ": text after the end of the JSON object at line " + JsonText.line(parser));
            }
        } catch (IOException e) {
            throw JsonText.broken(file.name(), e);
        }
    }

    private void user(JsonParser parser) throws IOException {
        String name = parser.currentName();
        byte[] user = name.getBytes(StandardCharsets.UTF_8);
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            reject(
                    parser,
                    RejectReason.BAD_JSON,
                    "the value of user '" + DisplayText.of(name) + "' is not a list",
                    name);
            parser.skipChildren();
            return;
        }
        boolean any = false;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == null) {
                return;
            }
            any = true;
            String text = JsonText.scalar(parser);
            if (text == null) {
                reject(parser, RejectReason.BAD_JSON, "an item of the list is not a number or string", name);
                parser.skipChildren();
                continue;
            }
            byte[] item = text.getBytes(StandardCharsets.UTF_8);
            if (!intake.event(
                    user, 0, user.length, item, 0, item.length, 1f, 0, intake.defaultType(), EventIntake.NO_CONTEXT)) {
                reject(parser, intake.problem(), intake.problemMessage(), name + ": " + text);
            }
        }
        lonely += any ? 0 : 1;
    }

    private void reject(JsonParser parser, RejectReason reason, String message, String text) {
        tally.reject(JsonText.line(parser), reason, message, DisplayText.of(text));
    }
}
