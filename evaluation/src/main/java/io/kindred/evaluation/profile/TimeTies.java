package io.kindred.evaluation.profile;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.data.TimeKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How well timestamps order what a user did. Immutable.
 *
 * @param kind what the data know about time
 * @param tied share of the interactions that share their second with another of the same user
 * @param lastTied share of the users with two or more interactions whose last two happen in the same second, so that the order
 *     of the rows decides which one leave-last-out tests
 * @param oneMoment share of the same users whose interactions all happen in one second
 * @param daysOnly whether every timestamp is midnight UTC: dates without a time
 */
public record TimeTies(TimeKind kind, double tied, double lastTied, double oneMoment, boolean daysOnly) {
    private static final long DAY = 86_400;
    private static final double MANY_LAST = 0.05;

    static TimeTies of(Interactions data) {
        if (data.timeKind() != TimeKind.TIMESTAMP) {
            return new TimeTies(data.timeKind(), 0, 0, 0, false);
        }
        SparseRows rows = data.byUser();
        long tied = 0;
        int users = 0;
        int last = 0;
        int one = 0;
        boolean days = rows.size() > 0;
        for (int u = 0; u < rows.rowCount(); u++) {
            int start = rows.start(u);
            int end = rows.end(u);
            for (int p = start; p < end; p++) {
                boolean before = p > start && rows.time(p - 1) == rows.time(p);
                boolean after = p + 1 < end && rows.time(p + 1) == rows.time(p);
                tied += before || after ? 1 : 0;
                days &= Math.floorMod(rows.time(p), DAY) == 0;
            }
            if (end - start >= 2) {
                users++;
                last += rows.time(end - 1) == rows.time(end - 2) ? 1 : 0;
                one += rows.time(start) == rows.time(end - 1) ? 1 : 0;
            }
        }
        return new TimeTies(
                data.timeKind(),
                rows.size() == 0 ? 0 : (double) tied / rows.size(),
                users == 0 ? 0 : (double) last / users,
                users == 0 ? 0 : (double) one / users,
                days);
    }

    List<Remark> remarks() {
        return switch (kind) {
            case NONE ->
                List.of(Remark.note(
                        "time",
                        "the data have neither timestamps nor an order",
                        "only ratio, k-fold and strong-generalization are possible; sequence models see no order"));
            case ORDER ->
                List.of(Remark.note(
                        "time",
                        "the data have the order of each user's interactions but no timestamps",
                        "leave-last-out is right; bots and drift cannot be looked for"));
            case TIMESTAMP -> List.of(ties());
        };
    }

    private Remark ties() {
        if (tied == 0) {
            return Remark.ok("ties in time", "no user has two interactions in one second");
        }
        String text = Words.percent(tied) + " of the interactions share their second with another of the same user; "
                + Words.percent(lastTied) + " of the users have a tie between their last two";
        if (daysOnly) {
            return Remark.warning(
                    "ties in time",
                    "all timestamps are dates without a time; " + text,
                    "the order within a day is that of the rows: do not trust leave-last-out or sequence models unless the rows"
                            + " are in order");
        }
        if (lastTied > MANY_LAST) {
            return Remark.warning(
                    "ties in time",
                    text,
                    "with leave-last-out the order of the rows decides what is tested for them; prefer temporal");
        }
        return Remark.note("ties in time", text, "");
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", kind);
        map.put("tied", tied);
        map.put("lastTied", lastTied);
        map.put("oneMoment", oneMoment);
        map.put("daysOnly", daysOnly);
        return map;
    }
}
