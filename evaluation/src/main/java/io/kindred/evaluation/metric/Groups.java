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
        return single("activity", List.of("none", "low", "medium", "high"), group);
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
        return single("popularity", List.of("head", "middle", "tail"), group);
    }

    /**
     * Users or items by a category column.
     *
     * @throws KindredException if there is no such column or it does not hold categories; the message lists those that do
     */
    public static Groups byColumn(FeatureTable table, String column) {
        if (!(table.column(column).orElse(null) instanceof FeatureColumn.Categories found)) {
            List<String> usable = table.columns().stream()
                    .filter(FeatureColumn.Categories.class::isInstance)
                    .map(FeatureColumn::name)
                    .toList();
            throw new KindredException("groups by '" + column + "' need a category column of that name; "
                    + (usable.isEmpty() ? "there is none" : "available: " + String.join(", ", usable))
                    + Suggestion.didYouMean(column, usable));
        }
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
