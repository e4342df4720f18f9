package io.kindred.evaluation;

import io.kindred.evaluation.report.GroupExposure;
import io.kindred.evaluation.report.GroupMeans;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One figure each for how evenly users are served and items are shown: {@code activity-gap} is the ndcg of the best-served
 * group of users by activity minus that of the worst-served; {@code tail-exposure} is the share of the exposure that the least
 * popular items get.
 *
 * @param users means of groups of users
 * @param items exposure of groups of items
 */
record Fairness(List<GroupMeans> users, List<GroupExposure> items) {
    Map<String, Double> at(int k) {
        Map<String, Double> figures = new LinkedHashMap<>();
        double best = Double.NEGATIVE_INFINITY;
        double worst = Double.POSITIVE_INFINITY;
        for (GroupMeans group : users) {
            Double ndcg = group.grouping().equals("activity") ? group.metrics().get("ndcg@" + k) : null;
            if (ndcg != null) {
                best = Math.max(best, ndcg);
                worst = Math.min(worst, ndcg);
            }
        }
        if (best >= worst) {
            figures.put("activity-gap@" + k, best - worst);
        }
        for (GroupExposure group : items) {
            Double share = group.exposureShare().get(k);
            if (share != null
                    && group.grouping().equals("popularity")
                    && group.group().equals("tail")) {
                figures.put("tail-exposure@" + k, share);
            }
        }
        return figures;
    }
}
