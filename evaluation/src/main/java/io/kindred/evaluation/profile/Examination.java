package io.kindred.evaluation.profile;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.TrainingData;
import io.kindred.evaluation.split.Split;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the data doctor finds in a data set. Immutable.
 *
 * @param source where the data come from
 * @param users how many have an interaction
 * @param items how many have one
 * @param interactions how many there are
 * @param repeats what the data have twice
 * @param ties how well timestamps order them
 * @param robots users who do not behave like people
 * @param popularity how interactions are spread
 * @param drift how the data change; empty without timestamps
 * @param overlap how training and test overlap; empty where no protocol was given
 */
public record Examination(
        String source,
        int users,
        int items,
        int interactions,
        Repeats repeats,
        TimeTies ties,
        Robots robots,
        Popularity popularity,
        Optional<Drift> drift,
        Optional<Overlap> overlap) {
    /**
     * Examines data.
     *
     * @param data all of them, before any split
     * @param split a division of them to look at; empty for none
     */
    public static Examination of(TrainingData data, Optional<Split> split) {
        Interactions all = data.interactions();
        Popularity popularity = Popularity.of(all);
        int users = 0;
        for (int count : popularity.activity()) {
            users += count;
        }
        return new Examination(
                data.provenance().source(),
                users,
                popularity.counts().length,
                all.size(),
                Repeats.of(all, data.itemFeatures()),
                TimeTies.of(all),
                Robots.of(all),
                popularity,
                Drift.of(all),
                split.map(s -> Overlap.of(s, data)));
    }

    /** The share of all pairs of a user and an item that occur, repeats counted once. */
    public double density() {
        return users == 0 || items == 0 ? 0 : (interactions - repeats.pairs()) / ((double) users * items);
    }

    /** All verdicts, by topic. */
    public List<Remark> remarks() {
        List<Remark> remarks = new ArrayList<>();
        remarks.addAll(repeats.remarks());
        remarks.addAll(ties.remarks());
        remarks.addAll(robots.remarks());
        remarks.addAll(popularity.remarks());
        drift.ifPresent(found -> remarks.addAll(found.remarks()));
        overlap.ifPresent(found -> remarks.addAll(found.remarks()));
        return remarks;
    }

    /** How many interactions, users and items, in a line. */
    public String summary() {
        return Words.format(
                "%,d interactions of %,d users with %,d items: %s of all pairs, %.1f a user",
                interactions,
                users,
                items,
                density() < 0.001 ? Words.format("%.3f%%", 100 * density()) : Words.percent(density()),
                users == 0 ? 0 : (double) interactions / users);
    }

    /** As JSON values. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("source", source);
        map.put("users", users);
        map.put("items", items);
        map.put("interactions", interactions);
        map.put("density", density());
        map.put("remarks", remarks().stream().map(Remark::toMap).toList());
        map.put("repeats", repeats.toMap());
        map.put("time", ties.toMap());
        map.put("bots", robots.toMap());
        map.put("popularity", popularity.toMap());
        drift.ifPresent(found -> map.put("drift", found.toMap()));
        overlap.ifPresent(found -> map.put("overlap", found.toMap()));
        return map;
    }
}
