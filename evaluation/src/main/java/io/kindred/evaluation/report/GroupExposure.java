package io.kindred.evaluation.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * How much of the users' attention a group of items gets.
 *
 * @param grouping what the groups are by, as in "popularity"
 * @param group the group, as in "tail"
 * @param items how many items it has
 * @param catalogueShare its share of all items
 * @param trainingShare its share of the training pairs
 * @param exposureShare for each cut-off its share of the places in the lists, weighted by 1 / log2(rank + 1)
 */
public record GroupExposure(
        String grouping,
        String group,
        int items,
        double catalogueShare,
        double trainingShare,
        Map<Integer, Double> exposureShare) {
    public GroupExposure {
        exposureShare = Collections.unmodifiableMap(new TreeMap<>(exposureShare));
    }

    /**
     * One group over several folds: everything but the number of items is averaged.
     *
     * @param folds the same group in each fold, at least one
     */
    public static GroupExposure mean(List<GroupExposure> folds) {
        GroupExposure first = folds.getFirst();
        Map<Integer, Double> exposure = new TreeMap<>();
        for (Integer at : first.exposureShare.keySet()) {
            exposure.put(at, mean(folds, fold -> fold.exposureShare.getOrDefault(at, 0.0)));
        }
        return new GroupExposure(
                first.grouping,
                first.group,
                first.items,
                mean(folds, GroupExposure::catalogueShare),
                mean(folds, GroupExposure::trainingShare),
                exposure);
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
        return map;
    }
}
