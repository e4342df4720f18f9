package io.kindred.evaluation;

import io.kindred.evaluation.metric.Groups;
import io.kindred.evaluation.report.GroupExposure;
import io.kindred.evaluation.report.GroupMeans;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One figure each for how evenly users are served and items are shown. For groups of users {@code ...-gap} is the ndcg of the
 * best-served group minus that of the worst-served. For groups of items {@code rsp} and {@code reo} are the standard deviation
 * over groups, divided by the mean, of how likely an item is shown and of how likely a relevant item is found: 0 where all
 * groups are treated alike (Zhu, Wang and Caverlee, Measuring and Mitigating Item Under-Recommendation Bias in Personalized
 * Ranking Systems, 2020). {@code tail-exposure} is the share of the exposure that the least popular items get.
 *
 * @param users means of groups of users
 * @param items exposure of groups of items
 * @param prefix of the names of metrics under sampled candidates
 */
record Fairness(List<GroupMeans> users, List<GroupExposure> items, String prefix) {
    /** Means of smaller groups of a column are noise, and the best and the worst of many would be nothing else. */
    private static final int FEWEST_USERS = 10;

    Map<String, Double> at(int k) {
        Map<String, Double> figures = new LinkedHashMap<>();
        users.stream().map(GroupMeans::grouping).distinct().forEach(grouping -> gap(grouping, k, figures));
        for (GroupExposure group : items) {
            Double share = group.exposureShare().get(k);
            if (share != null
                    && group.grouping().equals(Groups.POPULARITY)
                    && group.group().equals(Groups.TAIL)) {
                figures.put("tail-exposure@" + k, share);
            }
        }
        items.stream().map(GroupExposure::grouping).distinct().forEach(grouping -> {
            String suffix = (grouping.equals(Groups.POPULARITY) ? "" : "-" + grouping) + "@" + k;
            spread(grouping, k, GroupExposure::rate, "rsp" + suffix, figures);
            spread(grouping, k, GroupExposure::recall, "reo" + suffix, figures);
        });
        return figures;
    }

    private void gap(String grouping, int k, Map<String, Double> figures) {
        double best = Double.NEGATIVE_INFINITY;
        double worst = Double.POSITIVE_INFINITY;
        for (GroupMeans group : users) {
            boolean counts = grouping.equals(Groups.ACTIVITY)
                    || (group.users() >= FEWEST_USERS && !group.group().equals(Groups.UNKNOWN));
            Double ndcg = group.grouping().equals(grouping) && counts
                    ? group.metrics().get(prefix + "ndcg@" + k)
                    : null;
            if (ndcg != null) {
                best = Math.max(best, ndcg);
                worst = Math.min(worst, ndcg);
            }
        }
        if (best >= worst) {
            figures.put(prefix + grouping + "-gap@" + k, best - worst);
        }
    }

    /** Not defined for fewer than two groups with a figure, nor where all of them are 0. */
    private void spread(
            String grouping,
            int k,
            Function<GroupExposure, Map<Integer, Double>> figure,
            String name,
            Map<String, Double> figures) {
        List<Double> values = new ArrayList<>();
        for (GroupExposure group : items) {
            Double value = figure.apply(group).get(k);
            if (value != null
                    && group.grouping().equals(grouping)
                    && !group.group().equals(Groups.UNKNOWN)) {
                values.add(value);
            }
        }
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        if (values.size() >= 2 && mean > 0) {
            double squares = 0;
            for (double value : values) {
                squares += (value - mean) * (value - mean);
            }
            figures.put(name, Math.sqrt(squares / values.size()) / mean);
        }
    }
}
