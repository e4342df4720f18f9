package io.kindred.evaluation;

import io.kindred.core.KindredException;
import io.kindred.evaluation.metric.Groups;
import io.kindred.evaluation.metric.RatingErrors;
import io.kindred.evaluation.report.ExposureCurve;
import io.kindred.evaluation.report.GroupExposure;
import io.kindred.evaluation.report.PerUserValues;
import io.kindred.evaluation.stats.Means;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one model did on one task. Immutable by contract.
 *
 * @param perUser a row for each user with target interactions; ranking metrics are NaN for users left out
 * @param overall metrics of all lists together: coverage and gini at each cut-off
 * @param ratings errors of predicted ratings by row; empty where the model predicts none or the target has no values
 * @param userGroups the groups of users to compare
 * @param itemGroups exposure of the groups of items
 * @param exposure Lorenz curves of what the training part has and the lists show; empty without metrics beyond accuracy
 * @param users how many users had at least one relevant item and were measured
 * @param usersLeftOut how many users of the task had none
 * @param tiedLists how many users got a list whose scores are all the same, so that the item index alone ordered it
 * @param ways how many users were answered in which way, by name; empty for lists that existed already
 * @param seconds how long scoring, ranking and measuring took
 */
public record RankingResult(
        PerUserValues perUser,
        Map<String, Double> overall,
        Optional<RatingErrors> ratings,
        List<Groups> userGroups,
        List<GroupExposure> itemGroups,
        List<ExposureCurve> exposure,
        int users,
        int usersLeftOut,
        int tiedLists,
        Map<String, Integer> ways,
        double seconds) {
    public RankingResult {
        overall = Collections.unmodifiableMap(new LinkedHashMap<>(overall));
        ways = Collections.unmodifiableMap(new LinkedHashMap<>(ways));
        userGroups = List.copyOf(userGroups);
        itemGroups = List.copyOf(itemGroups);
        exposure = List.copyOf(exposure);
    }

    /**
     * One metric: a mean over users, or what only all lists together have.
     *
     * @return NaN where it is not defined for any user
     * @throws KindredException if there is none of that name; the message lists what exists
     */
    public double metric(String name) {
        Double value = overall.get(name);
        return value != null ? value : Means.ofDefined(perUser.column(name));
    }
}
