package io.kindred.core.online;

import io.kindred.core.KindredException;
import io.kindred.core.id.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Something a user did with an item. Immutable.
 *
 * @param id the sender's id of the event; the same id is the same event, however often it is sent
 * @param user who
 * @param item with what
 * @param type the kind of event: lower-case words joined by hyphens, as in "view", "rating", "impression"
 * @param time Unix seconds
 * @param value a rating or a weight; NaN where the event has none
 */
public record Event(String id, String user, String item, String type, long time, double value) {
    /** The type of an event that only says that an item was shown; it is not part of a user's history. */
    public static final String IMPRESSION = "impression";

    /** The longest event id in characters. */
    public static final int MAX_ID_LENGTH = 200;

    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9]{0,31}(-[a-z0-9]{1,32}){0,3}");

    /**
     * Checks every part.
     *
     * @throws KindredException naming the part that is not legal
     */
    public Event {
        requireText("id", id, MAX_ID_LENGTH);
        requireId("user", user);
        requireId("item", item);
        if (type == null || !TYPE.matcher(type).matches()) {
            throw new KindredException("the event type is '" + shorten(type)
                    + "' but must be lower-case words joined by hyphens, as in 'view' or 'rating'");
        }
        if (time < 0) {
            throw new KindredException("the event time is " + time + " but must be Unix seconds of at least 0");
        }
        if (Double.isInfinite(value)) {
            throw new KindredException("the event value is " + value + " but must be a finite number");
        }
    }

    /** Whether the event counts as an interaction of the user with the item. */
    public boolean isInteraction() {
        return !type.equals(IMPRESSION);
    }

    private static void requireText(String what, String text, int maxLength) {
        if (text == null || text.isBlank()) {
            throw new KindredException("the event has no " + what);
        }
        if (text.length() > maxLength) {
            throw new KindredException("the event's " + what + " '" + shorten(text) + "' has " + text.length()
                    + " characters; at most " + maxLength + " are allowed");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new KindredException(
                    "the event's " + what + " has half of a surrogate pair in it; send valid Unicode");
        }
    }

    private static void requireId(String what, String id) {
        requireText(what, id, Vocabulary.MAX_ID_BYTES);
        int bytes = id.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > Vocabulary.MAX_ID_BYTES) {
            throw new KindredException("the event's " + what + " '" + shorten(id) + "' has " + bytes
                    + " bytes; at most " + Vocabulary.MAX_ID_BYTES + " are allowed");
        }
    }

    private static String shorten(String text) {
        return text == null || text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
