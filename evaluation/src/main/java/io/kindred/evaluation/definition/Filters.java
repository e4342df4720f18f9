package io.kindred.evaluation.definition;

import io.kindred.core.KindredException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * Which interactions count, before the data are divided. Immutable.
 *
 * @param minRating smallest value
 * @param minUser fewest interactions of a user
 * @param minItem fewest interactions of an item; with minUser until both hold
 * @param eventTypes the only event types; empty for all
 * @param from first moment, or the day it is in
 * @param to first moment that does not count any more, or the day that begins with it
 * @param duplicates what becomes of repeats
 */
public record Filters(
        @Key(doc = "keeps interactions whose value is at least this")
        Optional<Double> minRating,

        @Key(doc = "keeps users with at least so many interactions", legal = "a whole number from 1")
        Optional<Integer> minUser,

        @Key(
                doc =
                        "keeps items with at least so many interactions; with minUser, again and again until both hold (k-core)",
                legal = "a whole number from 1")
        Optional<Integer> minItem,

        @Key(doc = "keeps events of these types alone") List<String> eventTypes,

        @Key(doc = "keeps interactions from this day or moment on", legal = "2024-01-31, or 2024-01-31T12:00:00Z")
        Optional<String> from,

        @Key(doc = "keeps interactions before this day or moment", legal = "2024-01-31, or 2024-01-31T12:00:00Z")
        Optional<String> to,

        @Key(
                doc =
                        "what becomes of several interactions of one user with one item: all are kept, the first, or the last",
                preset = "all")
        Duplicates duplicates) {
    /** Which of several interactions of a user with an item are kept. */
    public enum Duplicates {
        ALL,
        FIRST,
        LAST
    }

    public Filters {
        eventTypes = List.copyOf(eventTypes);
        requirePositive("minUser", minUser);
        requirePositive("minItem", minItem);
        Optional<Long> first = from.map(text -> seconds("from", text));
        Optional<Long> last = to.map(text -> seconds("to", text));
        if (first.isPresent() && last.isPresent() && first.get() >= last.get()) {
            throw new KindredException("there is nothing between from " + from.get() + " and to " + to.get());
        }
    }

    /** The first second that counts. */
    public Optional<Long> fromSeconds() {
        return from.map(text -> seconds("from", text));
    }

    /** The first second that does not count any more. */
    public Optional<Long> toSeconds() {
        return to.map(text -> seconds("to", text));
    }

    private static void requirePositive(String key, Optional<Integer> value) {
        if (value.isPresent() && value.get() < 1) {
            throw new KindredException(key + " is " + value.get() + " but must be at least 1");
        }
    }

    private static long seconds(String key, String text) {
        try {
            return text.contains("T")
                    ? Instant.parse(text).getEpochSecond()
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        } catch (DateTimeParseException e) {
            throw new KindredException(
                    key + " is '" + text + "' but must be a day such as 2024-01-31 or a moment such as"
                            + " 2024-01-31T12:00:00Z",
                    e);
        }
    }
}
