package io.kindred.cli.data;

import io.kindred.cli.console.Console;
import io.kindred.cli.console.Progress;
import io.kindred.core.data.Interactions;
import io.kindred.featurestore.importer.ImportReport;
import io.kindred.featurestore.importer.ImportRequest;
import io.kindred.featurestore.importer.Part;
import io.kindred.featurestore.snapshot.Dataset;
import io.kindred.featurestore.snapshot.DatasetBuilder;
import io.kindred.featurestore.snapshot.DuplicatePolicy;
import io.kindred.featurestore.snapshot.FeatureStore;
import io.kindred.featurestore.snapshot.FilterStep;
import io.kindred.featurestore.snapshot.GivenSplit;
import io.kindred.featurestore.snapshot.ImportedSnapshot;
import io.kindred.featurestore.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Imports data into the feature store and takes from the snapshot what a command needs. */
public final class DataLoader {
    private final Path store;
    private final Filters filters;
    private final Weighting weighting;
    private final Console console;

    /**
     * Which interactions count.
     *
     * @param minRating smallest value
     * @param minUser fewest interactions of a user
     * @param minItem fewest interactions of an item
     * @param eventTypes the only event types; empty for all
     * @param from the first second that counts
     * @param to the first second that does not count any more
     * @param duplicates what becomes of several interactions of a user with an item
     */
    public record Filters(
            Optional<Double> minRating,
            Optional<Integer> minUser,
            Optional<Integer> minItem,
            List<String> eventTypes,
            Optional<Long> from,
            Optional<Long> to,
            DuplicatePolicy duplicates) {
        /** Everything counts. */
        public static final Filters NONE = new Filters(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

        /** At all times, repeats included. */
        public Filters(
                Optional<Double> minRating,
                Optional<Integer> minUser,
                Optional<Integer> minItem,
                List<String> eventTypes) {
            this(minRating, minUser, minItem, eventTypes, Optional.empty(), Optional.empty(), DuplicatePolicy.KEEP_ALL);
        }
    }

    /**
     * @param store the feature store's folder
     */
    public DataLoader(Path store, Filters filters, Console console) {
        this(store, filters, Weighting.NONE, console);
    }

    /**
     * @param store the feature store's folder
     * @param weighting whose event weights become the values
     */
    public DataLoader(Path store, Filters filters, Weighting weighting, Console console) {
        this.store = store;
        this.filters = filters;
        this.weighting = weighting;
        this.console = console;
    }

    /**
     * Imports a source and reads it back.
     *
     * @param separateFiles whether the parts were named one by one
     */
    public LoadedData load(ImportRequest request, boolean separateFiles) throws IOException {
        ImportedSnapshot imported = importInto(request);
        return read(imported.snapshot(), separateFiles, notes(imported.report()));
    }

    /** Reads an earlier import. */
    public LoadedData snapshot(String id) throws IOException {
        return read(FeatureStore.open(store).snapshot(id), false, List.of());
    }

    /** Imports a source, showing the progress by bytes. */
    public ImportedSnapshot importInto(ImportRequest request) throws IOException {
        try (Progress progress = console.progress("import")) {
            return FeatureStore.open(store)
                    .importData(request.withListener(
                            (file, read, total) -> progress.at(read, total, String.valueOf(file.getFileName()))));
        }
    }

    private LoadedData read(Snapshot snapshot, boolean separateFiles, List<String> importNotes) throws IOException {
        DatasetBuilder builder = snapshot.dataset();
        filters.minRating().ifPresent(builder::minRating);
        filters.minUser().ifPresent(builder::minUser);
        filters.minItem().ifPresent(builder::minItem);
        if (!filters.eventTypes().isEmpty()) {
            builder.eventTypes(filters.eventTypes());
        }
        if (filters.from().isPresent() || filters.to().isPresent()) {
            builder.timeRange(
                    filters.from().orElse(Long.MIN_VALUE), filters.to().orElse(Long.MAX_VALUE));
        }
        builder.duplicates(filters.duplicates());
        if (!weighting.eventTypes().isEmpty()) {
            builder.eventWeights(weighting.eventTypes(), weighting.timesValue());
        }
        List<Long> byPart = snapshot.manifest().eventsByPart();
        boolean divided = byPart.get(Part.TRAIN.code()) > 0 && byPart.get(Part.TEST.code()) > 0;
        List<String> notes = new ArrayList<>(importNotes);
        if (divided) {
            GivenSplit split = builder.buildGivenSplit();
            notes.addAll(describe(split.data()));
            Optional<Interactions> validation =
                    split.valid().size() == 0 ? Optional.empty() : Optional.of(split.valid());
            LoadedData.Parts parts = new LoadedData.Parts(split.train(), validation, split.test());
            return new LoadedData(split.data().trainingData(), Optional.of(parts), separateFiles, notes);
        }
        Dataset dataset = builder.build();
        notes.addAll(describe(dataset));
        return new LoadedData(dataset.trainingData(), Optional.empty(), separateFiles, notes);
    }

    private static List<String> describe(Dataset dataset) {
        return dataset.filters().stream()
                .filter(step -> step.removed() > 0)
                .map(FilterStep::toString)
                .toList();
    }

    /** What was left out on the way in; the whole report is what {@code data import} prints. */
    private static List<String> notes(ImportReport report) {
        List<String> notes = new ArrayList<>();
        if (report.rejected() > 0) {
            notes.add("the import rejected " + report.rejected() + " of " + report.rows()
                    + " rows; 'kindred data import' shows why");
        }
        if (report.duplicates() > 0) {
            notes.add("the import left out " + report.duplicates() + " rows that repeat an earlier one");
        }
        return notes;
    }
}
