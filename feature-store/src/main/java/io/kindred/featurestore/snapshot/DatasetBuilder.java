package io.kindred.featurestore.snapshot;

import io.kindred.core.KindredException;
import io.kindred.core.data.FeatureTable;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.id.Vocabulary;
import io.kindred.featurestore.importer.Part;
import io.kindred.featurestore.importer.Side;
import java.io.IOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Turns a snapshot plus filters into a data set. Filters apply in a fixed order: minimum rating, time range, event types,
 * parts, duplicates, then the k-core. Users and items keep the snapshot's order; those without any remaining event are left
 * out, except catalogue items on request. Not thread-safe.
 */
public final class DatasetBuilder {
    private final Snapshot snapshot;
    private final RowFilters.Settings settings = new RowFilters.Settings();
    private boolean catalogue;
    private boolean features = true;
    private float[] typeWeights;
    private boolean weighsValues;

    DatasetBuilder(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** Keeps events whose value is at least {@code rating}. */
    public DatasetBuilder minRating(double rating) {
        if (!Double.isFinite(rating)) {
            throw new KindredException("the minimum rating must be a finite number, not " + rating);
        }
        settings.minRating = rating;
        return this;
    }

    /** Keeps users with at least {@code events} events; with {@link #minItem}, until both hold (iterative k-core). */
    public DatasetBuilder minUser(int events) {
        settings.minUser = atLeastOne("user", events);
        return this;
    }

    /** Keeps items with at least {@code events} events. */
    public DatasetBuilder minItem(int events) {
        settings.minItem = atLeastOne("item", events);
        return this;
    }

    private static int atLeastOne(String what, int events) {
        if (events < 1) {
            throw new KindredException("the minimum of events for each " + what + " must be 1 or more, not " + events);
        }
        return events;
    }

    /**
     * Keeps events from one time up to another.
     *
     * @param from first second that is kept
     * @param to first second that is not kept
     * @throws KindredException if the data has no timestamps or the range is empty
     */
    public DatasetBuilder timeRange(long from, long to) {
        if (snapshot.manifest().timeKind() != TimeKind.TIMESTAMP) {
            throw new KindredException("a time range needs timestamps; this data has "
                    + (snapshot.manifest().timeKind() == TimeKind.ORDER ? "only an order" : "neither time nor order"));
        }
        if (from >= to) {
            throw new KindredException("the time range from " + from + " to " + to + " is empty");
        }
        settings.from = from;
        settings.to = to;
        return this;
    }

    /**
     * Keeps events of these types.
     *
     * @throws KindredException if a type does not occur; the message lists those that do
     */
    public DatasetBuilder eventTypes(Collection<String> types) {
        types.forEach(this::requireKnown);
        settings.types = new TreeSet<>(types);
        return this;
    }

    /**
     * Makes weights of the values: the weight of an event's type takes the place of its value. The minimum rating still looks at
     * the values themselves. Repeats stay; {@link Interactions#combined()} adds them up.
     *
     * @param weights a positive weight for each type among the events kept
     * @param timesValue whether the value multiplies the weight instead of being replaced
     * @throws KindredException if a type does not occur or a weight is not positive; when building, if a type of the events
     *     kept has no weight
     */
    public DatasetBuilder eventWeights(Map<String, Double> weights, boolean timesValue) {
        List<String> known = snapshot.manifest().eventTypes();
        float[] byCode = new float[known.size()];
        weights.forEach((type, weight) -> {
            requireKnown(type);
            if (!(weight > 0 && weight.floatValue() > 0 && Float.isFinite(weight.floatValue()))) {
                throw new KindredException("the weight of the event type '" + type + "' is " + weight
                        + " but must be a positive number; to leave events out, choose the other types");
            }
            byCode[known.indexOf(type)] = weight.floatValue();
        });
        typeWeights = byCode;
        weighsValues = timesValue;
        return this;
    }

    private void requireKnown(String type) {
        List<String> known = snapshot.manifest().eventTypes();
        if (!known.contains(type)) {
            throw new KindredException("unknown event type '" + type + "'; the data has: " + String.join(", ", known));
        }
    }

    private float value(EventTable events, int row) {
        if (typeWeights == null) {
            return events.value(row);
        }
        float weight = typeWeights[events.type(row)];
        if (weight == 0f) {
            throw new KindredException("the data have events of the type '"
                    + snapshot.manifest().eventTypes().get(events.type(row))
                    + "', which was given no weight; give it one or leave it out by choosing event types");
        }
        return weighsValues ? weight * events.value(row) : weight;
    }

    /** Keeps events of these parts of a given split. */
    public DatasetBuilder parts(Set<Part> parts) {
        settings.parts = parts.isEmpty() ? EnumSet.noneOf(Part.class) : EnumSet.copyOf(parts);
        return this;
    }

    /** Says what happens to several events of one user with one item; all are kept by default. */
    public DatasetBuilder duplicates(DuplicatePolicy policy) {
        settings.duplicates = policy;
        return this;
    }

    /** Whether items of the catalogue that have no event are part of the vocabulary; they are not by default. */
    public DatasetBuilder catalogue(boolean keep) {
        catalogue = keep;
        return this;
    }

    /** Whether features are read; they are by default. */
    public DatasetBuilder features(boolean read) {
        features = read;
        return this;
    }

    /**
     * Builds the data set.
     *
     * @throws KindredException if the filters leave no event
     */
    public Dataset build() throws IOException {
        try (EventTable events = snapshot.events()) {
            return build(events, RowFilters.apply(events, snapshot.manifest(), settings), null);
        }
    }

    /**
     * Builds the split that came with the data.
     *
     * @throws KindredException if the data has no given split, or the filters leave no training or test event
     */
    public GivenSplit buildGivenSplit() throws IOException {
        List<Long> counts = snapshot.manifest().eventsByPart();
        if (counts.get(Part.TRAIN.code()) == 0 || counts.get(Part.TEST.code()) == 0) {
            throw new KindredException(snapshot.manifest().source()
                    + " comes without a split; import train and test files, or choose another protocol");
        }
        try (EventTable events = snapshot.events()) {
            Map<Part, Interactions.Builder> parts = new EnumMap<>(Part.class);
            Dataset all = build(events, RowFilters.apply(events, snapshot.manifest(), settings), parts);
            for (Part part : List.of(Part.TRAIN, Part.TEST)) {
                if (parts.get(part).size() == 0) {
                    throw new KindredException("the filters leave no event in the " + part.label() + " part");
                }
            }
            return new GivenSplit(
                    all,
                    parts.get(Part.TRAIN).build(),
                    parts.get(Part.VALID).build(),
                    parts.get(Part.TEST).build());
        }
    }

    private Dataset build(EventTable events, RowFilters filters, Map<Part, Interactions.Builder> parts)
            throws IOException {
        if (filters.rows().isEmpty()) {
            throw new KindredException("the filters leave no event of " + events.rows() + ": " + filters.steps());
        }
        Kept users = Kept.of(snapshot.users(), filters.users(), false);
        Kept items = Kept.of(snapshot.items(), filters.items(), catalogue);
        TimeKind timeKind = snapshot.manifest().timeKind();
        Interactions.Builder all = Interactions.builder(users.ids(), items.ids(), timeKind);
        if (parts != null) {
            for (Part part : List.of(Part.TRAIN, Part.VALID, Part.TEST)) {
                parts.put(part, Interactions.builder(users.ids(), items.ids(), timeKind));
            }
        }
        for (int row = filters.rows().nextSetBit(0);
                row >= 0;
                row = filters.rows().nextSetBit(row + 1)) {
            int user = users.of(events.user(row));
            int item = items.of(events.item(row));
            float value = value(events, row);
            long time = events.time(row);
            all.add(user, item, value, time);
            Part part = parts == null ? Part.ALL : Part.ofCode(events.part(row));
            if (part != Part.ALL) {
                parts.get(part).add(user, item, value, time);
            }
        }
        return new Dataset(
                all.build(),
                features ? FeatureTableReader.read(snapshot, Side.USER, users) : FeatureTable.none(users.ids()),
                features ? FeatureTableReader.read(snapshot, Side.ITEM, items) : FeatureTable.none(items.ids()),
                filters.steps(),
                snapshot.manifest().source(),
                snapshot.id());
    }

    /** Which ids of a snapshot are part of a data set, and as which. */
    record Kept(Vocabulary ids, int[] indices) {
        /** Keeps what has events, or everything. */
        static Kept of(Vocabulary ids, int[] events, boolean all) {
            int[] indices = new int[ids.size()];
            Vocabulary.Builder builder = Vocabulary.builder();
            for (int i = 0; i < indices.length; i++) {
                indices[i] = all || events[i] > 0 ? builder.add(ids.idOf(i)) : -1;
            }
            return new Kept(builder.size() == ids.size() ? ids : builder.build(), indices);
        }

        /** The index in the data set of an index of the snapshot, or -1. */
        int of(int index) {
            return indices[index];
        }
    }
}
