package io.kindred.evaluation.metric;

import io.kindred.core.KindredException;
import io.kindred.core.data.FeatureColumn;
import io.kindred.core.data.FeatureTable;
import io.kindred.core.data.Interactions;
import io.kindred.core.model.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Users or items put into named groups, for comparing how well groups of users are served and how much exposure groups of
 * items get. An entity may be in several groups. Immutable and thread-safe.
 */
public final class Groups {
    /** The group of entities whose category is missing. */
    public static final String UNKNOWN = "(unknown)";

    /** The least popular items. */
    public static final String TAIL = "tail";

    /** The name of the groups by number of interactions. */
    public static final String ACTIVITY = "activity";

    /** The name of the groups by number of users. */
    public static final String POPULARITY = "popularity";

    private static final int MOST_VALUES = 5;
    private static final int QUANTILES = 4;

    private final String name;
    private final List<String> names;
    private final int[] starts;
    private final int[] members;

    private Groups(String name, List<String> names, int[] starts, int[] members) {
        this.name = name;
        this.names = List.copyOf(names);
        this.starts = starts;
        this.members = members;
    }

    /**
     * Users by how many training and fold-in interactions they have: "low", "medium" and "high" are the thirds of the users
     * who have any; users with equally many are in the same group, and those without any are in "none".
     */
    public static Groups byActivity(Interactions train, Interactions foldIn) {
        int[] counts = new int[train.userCount()];
        for (int u = 0; u < counts.length; u++) {
            counts[u] = train.byUser().length(u) + foldIn.byUser().length(u);
        }
        int[] active = Arrays.stream(counts).filter(c -> c > 0).sorted().toArray();
        int lowest = active.length == 0 ? 0 : active[(active.length - 1) / 3];
        int middle = active.length == 0 ? 0 : active[(active.length - 1) * 2 / 3];
        int[] group = new int[counts.length];
        for (int u = 0; u < counts.length; u++) {
            int third = counts[u] <= lowest ? 1 : counts[u] <= middle ? 2 : 3;
            group[u] = counts[u] == 0 ? 0 : third;
        }
        return single(ACTIVITY, List.of("none", "low", "medium", "high"), group);
    }

    /**
     * Items by popularity: "head" are the most popular ones that together have a fifth of the training pairs, "tail" the least
     * popular ones with the last fifth (items nobody has among them), "middle" the rest (Abdollahpouri et al., 2020).
     */
    public static Groups byPopularity(TrainingStatistics training) {
        int[] group = new int[training.itemCount()];
        long before = 0;
        for (int rank = 0; rank < group.length; rank++) {
            int item = training.atPopularityRank(rank);
            int part = before * 5 < training.pairs() ? 0 : before * 5 < training.pairs() * 4 ? 1 : 2;
            group[item] = part;
            before += training.popularity(item);
        }
        return single(POPULARITY, List.of("head", "middle", TAIL), group);
    }

    /**
     * Users or items by a column: by category, or by number. Numbers with at most {@value #MOST_VALUES} different values make a
     * group of each value; others are cut into quarters, equal numbers staying together.
     *
     * @throws KindredException if there is no such column or it holds neither categories nor numbers; the message lists those
     *     that do
     */
    public static Groups byColumn(FeatureTable table, String column) {
        return switch (table.column(column).orElse(null)) {
            case FeatureColumn.Categories categories -> byCategory(column, categories);
            case FeatureColumn.Numbers numbers -> byNumber(column, numbers);
            case null, default -> {
                List<String> usable = table.columns().stream()
                        .filter(c -> c instanceof FeatureColumn.Categories || c instanceof FeatureColumn.Numbers)
                        .map(FeatureColumn::name)
                        .toList();
                throw new KindredException("groups by '" + column + "' need a column of that name with categories or"
                        + " numbers; "
                        + (usable.isEmpty() ? "there is none" : "available: " + String.join(", ", usable))
                        + Suggestion.didYouMean(column, usable));
            }
        };
    }

    private static Groups byNumber(String column, FeatureColumn.Numbers found) {
        double[] values = found.values();
        double[] sorted =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        double[] lasts = Arrays.stream(sorted).distinct().toArray();
        if (lasts.length > MOST_VALUES) {
            lasts = Arrays.stream(new int[] {1, 2, 3, QUANTILES})
                    .mapToDouble(q -> sorted[(int) ((long) sorted.length * q / QUANTILES) - 1])
                    .distinct()
                    .toArray();
        }
        List<String> names = new ArrayList<>();
        int from = 0;
        for (double last : lasts) {
            int to = from;
            while (to < sorted.length && sorted[to] <= last) {
                to++;
            }
            String low = plain(sorted[from]);
            names.add(sorted[from] == last ? low : low + " to " + plain(last));
            from = to;
        }
        names.add(UNKNOWN);
        int[] group = new int[values.length];
        for (int r = 0; r < group.length; r++) {
            int g = 0;
            // A number that is missing is not at most any other and ends behind the last group.
            while (g < lasts.length && !(values[r] <= lasts[g])) {
                g++;
            }
            group[r] = g;
        }
        return single(column, names, group);
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Float.toString((float) value);
    }

    private static Groups byCategory(String column, FeatureColumn.Categories found) {
        List<String> names = new ArrayList<>(found.categories().ids());
        int unknown = names.size();
        names.add(UNKNOWN);
        int rows = found.rows();
        int[] starts = new int[rows + 1];
        int[] members = new int[found.codes().length + rows];
        int n = 0;
        for (int r = 0; r < rows; r++) {
            for (int p = found.offsets()[r]; p < found.offsets()[r + 1]; p++) {
                members[n++] = found.codes()[p];
            }
            if (n == starts[r]) {
                members[n++] = unknown;
            }
            starts[r + 1] = n;
        }
        return new Groups(column, names, starts, Arrays.copyOf(members, n));
    }

    private static Groups single(String name, List<String> names, int[] group) {
        int[] starts = new int[group.length + 1];
        Arrays.setAll(starts, r -> r);
        return new Groups(name, names, starts, group);
    }

    /** What the groups are by, as in "activity". */
    public String name() {
        return name;
    }

    /** The names of the groups; a group may have no members. */
    public List<String> names() {
        return names;
    }

    /** The first position of an entity's groups. */
    public int start(int entity) {
        return starts[entity];
    }

    /** One past the last position of an entity's groups. */
    public int end(int entity) {
        return starts[entity + 1];
    }

    /** The group at a position. */
    public int group(int position) {
        return members[position];
    }

    /** How many entities each group has. */
    public int[] sizes() {
        int[] sizes = new int[names.size()];
        for (int group : members) {
            sizes[group]++;
        }
        return sizes;
    }
}
