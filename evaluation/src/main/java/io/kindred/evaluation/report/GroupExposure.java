package io.kindred.evaluation.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * How much of the users' attention a group of items gets, and how well its items are found.
 *
 * @param grouping what the groups are by, as in "popularity"
 * @param group the group, as in "tail"
 * @param items how many items it has
 * @param catalogueShare its share of all items
 * @param trainingShare its share of the training pairs
 * @param exposureShare for each cut-off its share of the places in the lists, weighted by 1 / log2(rank + 1)
 * @param relevant how many relevant test items of the group all users together have
 * @param rate for each cut-off how likely an item of the group is shown to a user of whom it is a candidate; empty without
 *     candidates
 * @param recall for each cut-off the share of the relevant items that is found; empty where there are none
 */
public record GroupExposure(
        String grouping,
        String group,
        int items,
        double catalogueShare,
        double trainingShare,
        Map<Integer, Double> exposureShare,
        long relevant,
        Map<Integer, Double> rate,
        Map<Integer, Double> recall) {
    public GroupExposure {
        exposureShare = Collections.unmodifiableMap(new TreeMap<>(exposureShare));
        rate = Collections.unmodifiableMap(new TreeMap<>(rate));
        recall = Collections.unmodifiableMap(new TreeMap<>(recall));
    }

    /**
     * One group over several folds: relevant items are added up, everything else but the number of items is averaged.
     *
     * @param folds the same group in each fold, at least one
     */
    public static GroupExposure mean(List<GroupExposure> folds) {
        GroupExposure first = folds.getFirst();
        return new GroupExposure(
                first.grouping,
                first.group,
                first.items,
                mean(folds, GroupExposure::catalogueShare),
                mean(folds, GroupExposure::trainingShare),
                byCutoff(folds, GroupExposure::exposureShare),
                folds.stream().mapToLong(GroupExposure::relevant).sum(),
                byCutoff(folds, GroupExposure::rate),
                byCutoff(folds, GroupExposure::recall));
    }

    /** The mean over the folds that have a figure. */
    private static Map<Integer, Double> byCutoff(
            List<GroupExposure> folds, Function<GroupExposure, Map<Integer, Double>> figures) {
        Map<Integer, Double> means = new TreeMap<>();
        Set<Integer> cutoffs = new TreeSet<>();
        folds.forEach(fold -> cutoffs.addAll(figures.apply(fold).keySet()));
        for (Integer at : cutoffs) {
            List<GroupExposure> having = folds.stream()
                    .filter(fold -> figures.apply(fold).containsKey(at))
                    .toList();
            means.put(at, mean(having, fold -> figures.apply(fold).get(at)));
        }
        return means;
    }

    private static double mean(List<GroupExposure> folds, ToDoubleFunction<GroupExposure> share) {
        return folds.stream().mapToDouble(share).sum() / folds.size();
    }

    /** As JSON values. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("grouping", grouping);
        map.put("group", group);
        map.put("items", items);
        map.put("catalogueShare", catalogueShare);
        map.put("trainingShare", trainingShare);
        exposureShare.forEach((at, share) -> map.put("exposure@" + at, share));
        map.put("relevant", relevant);
        rate.forEach((at, share) -> map.put("rate@" + at, share));
        recall.forEach((at, share) -> map.put("recall@" + at, share));
        return map;
    }
}
