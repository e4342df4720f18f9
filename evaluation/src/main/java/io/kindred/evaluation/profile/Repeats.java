package io.kindred.evaluation.profile;

import io.kindred.core.data.FeatureColumn;
import io.kindred.core.data.FeatureTable;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.data.TimeKind;
import io.kindred.evaluation.stats.SplitMix64;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the data have twice. Immutable.
 *
 * @param clock whether the interactions have timestamps
 * @param sameMoment interactions that repeat an earlier one of the same user with the same item at the same second; 0 where
 *     there are no timestamps
 * @param pairs interactions that repeat an earlier pair of user and item, at whatever time
 * @param interactions how many there are
 * @param twinUsers groups of users with exactly the same items: with timestamps three or more at the same seconds, else ten or
 *     more
 * @param twinItems groups of items with the same texts
 */
public record Repeats(
        boolean clock,
        int sameMoment,
        int pairs,
        int interactions,
        List<List<String>> twinUsers,
        List<List<String>> twinItems) {
    private static final int SHOWN = 20;
    private static final int FEWEST_WITH_TIME = 3;
    private static final int FEWEST_WITHOUT_TIME = 10;
    private static final double MANY = 0.05;

    public Repeats {
        twinUsers = List.copyOf(twinUsers);
        twinItems = List.copyOf(twinItems);
    }

    static Repeats of(Interactions data, FeatureTable items) {
        SparseRows rows = data.byUser();
        boolean clock = data.timeKind() == TimeKind.TIMESTAMP;
        int sameMoment = 0;
        int pairs = 0;
        int[] seenBy = new int[data.itemCount()];
        long[] seenAt = new long[clock ? data.itemCount() : 0];
        for (int u = 0; u < rows.rowCount(); u++) {
            for (int p = rows.start(u); p < rows.end(u); p++) {
                int item = rows.column(p);
                if (seenBy[item] == u + 1) {
                    pairs++;
                    sameMoment += clock && seenAt[item] == rows.time(p) ? 1 : 0;
                }
                seenBy[item] = u + 1;
                if (clock) {
                    seenAt[item] = rows.time(p);
                }
            }
        }
        return new Repeats(clock, sameMoment, pairs, rows.size(), twinUsers(data, clock), twinItems(items));
    }

    private record Digest(long sum, int size) {}

    private static List<List<String>> twinUsers(Interactions data, boolean clock) {
        SparseRows rows = data.byUser();
        int fewest = clock ? FEWEST_WITH_TIME : FEWEST_WITHOUT_TIME;
        Map<Digest, List<String>> groups = new LinkedHashMap<>();
        int[] seenBy = new int[data.itemCount()];
        for (int u = 0; u < rows.rowCount(); u++) {
            long sum = 0;
            int different = 0;
            for (int p = rows.start(u); p < rows.end(u); p++) {
                different += seenBy[rows.column(p)] == u + 1 ? 0 : 1;
                seenBy[rows.column(p)] = u + 1;
                sum += SplitMix64.stream(clock ? rows.time(p) : 0, rows.column(p))
                        .nextLong();
            }
            if (different < fewest) {
                continue;
            }
            groups.computeIfAbsent(new Digest(sum, rows.length(u)), digest -> new ArrayList<>(1))
                    .add(data.users().idOf(u));
        }
        return groups.values().stream().filter(group -> group.size() > 1).toList();
    }

    /** Items whose texts, and years where there are any, are the same; pictures and addresses do not count. */
    private static List<List<String>> twinItems(FeatureTable items) {
        List<FeatureColumn> compared =
                items.columns().stream().filter(Repeats::tellsItemsApart).toList();
        if (compared.stream().noneMatch(FeatureColumn.Text.class::isInstance)) {
            return List.of();
        }
        Map<String, List<String>> groups = new HashMap<>();
        for (int i = 0; i < items.ids().size(); i++) {
            StringBuilder key = new StringBuilder();
            boolean text = false;
            for (FeatureColumn column : compared) {
                String value = column.display(i).strip().toLowerCase(Locale.ROOT);
                key.append(value).append('\n');
                text |= column instanceof FeatureColumn.Text && !value.isEmpty();
            }
            if (text) {
                groups.computeIfAbsent(key.toString(), of -> new ArrayList<>(1))
                        .add(items.ids().idOf(i));
            }
        }
        return groups.values().stream()
                .filter(group -> group.size() > 1)
                .sorted((a, b) -> a.getFirst().compareTo(b.getFirst()))
                .toList();
    }

    private static boolean tellsItemsApart(FeatureColumn column) {
        String name = column.name().toLowerCase(Locale.ROOT);
        boolean address = Arrays.stream(new String[] {"image", "img", "poster", "icon", "picture", "thumbnail", "url"})
                .anyMatch(name::contains);
        return column instanceof FeatureColumn.Text
                ? !address
                : column instanceof FeatureColumn.Numbers && name.contains("year");
    }

    List<Remark> remarks() {
        List<Remark> remarks = new ArrayList<>();
        if (sameMoment > 0) {
            remarks.add(Remark.warning(
                    "duplicates",
                    Words.count(sameMoment, "interaction repeats", "interactions repeat")
                            + " another one of the same user, item and second",
                    "keep one kind of event (--event-types) or take the repeated rows out: a split may put one of them into"
                            + " training and the other into the test"));
        } else if (pairs == 0) {
            remarks.add(Remark.ok("duplicates", "no user has an item twice"));
        }
        if (pairs - sameMoment > 0) {
            double share = (double) (pairs - sameMoment) / interactions;
            remarks.add(Remark.note(
                    "repeats",
                    Words.count(pairs - sameMoment, "interaction comes", "interactions come")
                            + " back to an item that the user had before (" + Words.percent(share) + ")",
                    share > MANY
                            ? "if coming back is what is to be predicted, measure with --candidates all-with-seen and try"
                                    + " tifu-knn; else the repeats leave the test"
                            : ""));
        }
        if (!twinUsers.isEmpty()) {
            remarks.add(
                    new Remark(
                            clock ? Remark.Level.WARNING : Remark.Level.NOTE,
                            "twin users",
                            Words.count(twinUsers.size(), "group", "groups") + " of users with exactly the same "
                                    + (clock ? "items at the same seconds" : "items, ten or more") + ", such as "
                                    + example(twinUsers),
                            "if they are the same person, keep one of each: the others give away the answers wherever users are held out or divided at random"));
        }
        if (!twinItems.isEmpty()) {
            remarks.add(Remark.note(
                    "twin items",
                    Words.count(twinItems.size(), "group", "groups") + " of items with the same texts, such as "
                            + example(twinItems),
                    "if they are the same thing, give them one id: each of them takes interactions from the other"));
        }
        return remarks;
    }

    private static String example(List<List<String>> groups) {
        List<String> first = groups.getFirst();
        return "'" + String.join("', '", first.subList(0, Math.min(3, first.size())))
                + (first.size() > 3 ? "', ..." : "'");
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("sameMoment", sameMoment);
        map.put("pairs", pairs);
        map.put("twinUsers", twinUsers.size());
        map.put("twinUsersShown", twinUsers.stream().limit(SHOWN).toList());
        map.put("twinItems", twinItems.size());
        map.put("twinItemsShown", twinItems.stream().limit(SHOWN).toList());
        return map;
    }
}
