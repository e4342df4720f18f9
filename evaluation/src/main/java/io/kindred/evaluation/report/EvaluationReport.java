package io.kindred.evaluation.report;

import io.kindred.core.json.Json;
import io.kindred.evaluation.stats.Interval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one model did under one protocol on one data set: the document that is printed, saved and shown on a leaderboard.
 * Every number is finite. Immutable.
 *
 * @param model the provider's name, as in "als"
 * @param parameters the hyper-parameters as JSON values
 * @param protocol the protocol's name, as in "leave-last-out"
 * @param protocolHash equal for two results on the same data exactly when they were obtained in the same way
 * @param settings what the hash is of: the protocol's settings and how candidates were chosen
 * @param users how many users were measured; one measured in several folds counts once
 * @param usersLeftOut how many users had no relevant item
 * @param tiedLists how many lists had the same score throughout: they are ordered by item index and rank nothing
 * @param metrics every metric by name, as in "ndcg@10"
 * @param intervals 95% bootstrap intervals over users of the metrics that are means over users
 * @param trainSeconds training time of all folds
 * @param evaluateSeconds evaluation time of all folds, intervals included
 * @param data counts and fingerprints of the data and the split
 * @param answered how many users were answered in which way, as in "known-user"
 * @param userGroups how well groups of users are served
 * @param itemGroups how much exposure groups of items get
 * @param exposure how unequally items are shown: a Lorenz curve of the training part and one for each cut-off; empty where
 *     only accuracy was measured
 * @param seeds every seed by what it was for
 * @param notes what a reader must know, in words
 */
public record EvaluationReport(
        String model,
        Map<String, Object> parameters,
        String protocol,
        String protocolHash,
        Map<String, Object> settings,
        int users,
        int usersLeftOut,
        int tiedLists,
        Map<String, Double> metrics,
        Map<String, Interval> intervals,
        double trainSeconds,
        double evaluateSeconds,
        Map<String, Object> data,
        Map<String, Integer> answered,
        List<GroupMeans> userGroups,
        List<GroupExposure> itemGroups,
        List<ExposureCurve> exposure,
        Map<String, Long> seeds,
        List<String> notes) {
    public EvaluationReport {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        intervals = Collections.unmodifiableMap(new LinkedHashMap<>(intervals));
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        answered = Collections.unmodifiableMap(new LinkedHashMap<>(answered));
        userGroups = List.copyOf(userGroups);
        itemGroups = List.copyOf(itemGroups);
        exposure = List.copyOf(exposure);
        seeds = Collections.unmodifiableMap(new LinkedHashMap<>(seeds));
        notes = List.copyOf(notes);
        metrics.forEach((name, value) -> {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("metric '" + name + "' is " + value);
            }
        });
    }

    /** The report as JSON values. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("model", model);
        map.put("parameters", parameters);
        map.put("protocol", protocol);
        map.put("protocolHash", protocolHash);
        map.put("settings", settings);
        map.put("users", users);
        map.put("usersLeftOut", usersLeftOut);
        map.put("tiedLists", tiedLists);
        map.put("metrics", metrics);
        Map<String, Object> ends = new LinkedHashMap<>();
        intervals.forEach((name, interval) -> ends.put(name, List.of(interval.low(), interval.high())));
        map.put("intervals", ends);
        Map<String, Object> seconds = new LinkedHashMap<>();
        seconds.put("train", trainSeconds);
        seconds.put("evaluate", evaluateSeconds);
        map.put("seconds", seconds);
        map.put("data", data);
        map.put("answered", answered);
        map.put("userGroups", userGroups.stream().map(GroupMeans::toMap).toList());
        map.put("itemGroups", itemGroups.stream().map(GroupExposure::toMap).toList());
        map.put("exposure", exposure.stream().map(ExposureCurve::toMap).toList());
        map.put("seeds", seeds);
        map.put("notes", notes);
        return map;
    }

    /** The report as an indented JSON document. */
    public String toJson() {
        return Json.write(toMap());
    }

    /** The report with further notes. */
    public EvaluationReport withNotes(List<String> more) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(more);
        return new EvaluationReport(
                model,
                parameters,
                protocol,
                protocolHash,
                settings,
                users,
                usersLeftOut,
                tiedLists,
                metrics,
                intervals,
                trainSeconds,
                evaluateSeconds,
                data,
                answered,
                userGroups,
                itemGroups,
                exposure,
                seeds,
                all);
    }
}
