package io.kindred.featurestore.importer;

import io.kindred.core.data.TimeKind;
import io.kindred.core.id.Vocabulary;
import java.util.List;

/**
 * What an import brought in, beside the events and features that went to the sink.
 *
 * @param users all users, or the anonymous sessions that stand for them, first those with events in order of appearance,
 *     then those known from features only
 * @param items all items, in the same order
 * @param usersWithEvents how many of the users have events
 * @param itemsWithEvents how many of the items have events
 * @param eventTypes names of the event types
 * @param context context columns kept with each event
 * @param features feature columns
 * @param timeKind what the times of the events mean
 * @param report what happened to every row
 */
public record ImportResult(
        Vocabulary users,
        Vocabulary items,
        int usersWithEvents,
        int itemsWithEvents,
        List<String> eventTypes,
        List<ContextColumn> context,
        List<FeatureColumn> features,
        TimeKind timeKind,
        ImportReport report) {
    /** Copies the lists. */
    public ImportResult {
        eventTypes = List.copyOf(eventTypes);
        context = List.copyOf(context);
        features = List.copyOf(features);
    }
}
