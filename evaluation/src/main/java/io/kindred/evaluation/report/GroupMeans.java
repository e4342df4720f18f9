package io.kindred.evaluation.report;

import io.kindred.evaluation.metric.Groups;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How well a group of users is served.
 *
 * @param grouping what the groups are by, as in "activity"
 * @param group the group, as in "low"
 * @param users how many of its users were measured
 * @param metrics means over them
 */
public record GroupMeans(String grouping, String group, int users, Map<String, Double> metrics) {
    public GroupMeans {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /**
     * The means of some metrics for each group that has measured users.
     *
     * @param metrics names of per-user columns
     */
    public static List<GroupMeans> of(Groups groups, PerUserValues values, List<String> metrics) {
        int count = groups.names().size();
        double[][] sums = new double[metrics.size()][count];
        int[][] defined = new int[metrics.size()][count];
        for (int m = 0; m < metrics.size(); m++) {
            double[] column = values.column(metrics.get(m));
            for (int r = 0; r < column.length; r++) {
                if (Double.isNaN(column[r])) {
                    continue;
                }
                int user = values.userOf()[r];
                for (int p = groups.start(user); p < groups.end(user); p++) {
                    sums[m][groups.group(p)] += column[r];
                    defined[m][groups.group(p)]++;
                }
            }
        }
        List<GroupMeans> means = new ArrayList<>();
        for (int g = 0; g < count; g++) {
            Map<String, Double> of = new LinkedHashMap<>();
            int users = 0;
            for (int m = 0; m < metrics.size(); m++) {
                if (defined[m][g] > 0) {
                    of.put(metrics.get(m), sums[m][g] / defined[m][g]);
                    users = Math.max(users, defined[m][g]);
                }
            }
            if (users > 0) {
                means.add(new GroupMeans(groups.name(), groups.names().get(g), users, of));
            }
        }
        return means;
    }

    /** As JSON values. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("grouping", grouping);
        map.put("group", group);
        map.put("users", users);
        map.putAll(metrics);
        return map;
    }
}
