package io.kindred.featurestore.importer;

import java.util.List;

/**
 * What an import will read.
 *
 * @param format the format of the events
 * @param decision the format and why, in words
 * @param events files with events in the order of reading: train, validation, test
 * @param features files with features and names
 * @param ignored names of files that are left out, each with the reason
 */
record ImportPlan(
        DataFormat format,
        String decision,
        List<PlannedFile> events,
        List<PlannedFile> features,
        List<String> ignored) {
    ImportPlan {
        events = List.copyOf(events);
        features = List.copyOf(features);
        ignored = List.copyOf(ignored);
    }
}
