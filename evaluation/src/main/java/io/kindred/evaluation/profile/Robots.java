package io.kindred.evaluation.profile;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.data.TimeKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Users who do not behave like people. Each rule is crude, and what it finds must be looked at: people who rate a list of films
 * in one sitting, imports and shared accounts look alike. Immutable.
 *
 * @param clock whether the interactions have timestamps; without them only their number can be looked at
 * @param suspects most interactions first
 * @param interactions of all suspects together
 * @param share of all interactions that are theirs
 */
public record Robots(boolean clock, List<Suspect> suspects, int interactions, double share) {
    /** More than one interaction a second for a minute. */
    private static final int BURST = 60;

    private static final long MINUTE = 60;
    private static final long HOUR = 3600;
    private static final long DAY = 24 * HOUR;
    private static final int FEWEST_FOR_RHYTHM = 50;
    private static final double RHYTHM = 0.7;
    private static final int HOURS_AWAKE = 22;
    private static final int FEWEST_FOR_VOLUME = 1000;
    private static final int TIMES_ACTIVE = 20;
    private static final int SHOWN = 20;

    public Robots {
        suspects = List.copyOf(suspects);
    }

    /**
     * A user to be looked at.
     *
     * @param user the id
     * @param interactions how many
     * @param reason in words
     */
    public record Suspect(String user, int interactions, String reason) {}

    static Robots of(Interactions data) {
        SparseRows rows = data.byUser();
        boolean clock = data.timeKind() == TimeKind.TIMESTAMP;
        int busy = Math.max(FEWEST_FOR_VOLUME, TIMES_ACTIVE * activeUser(rows));
        List<Suspect> suspects = new ArrayList<>();
        int interactions = 0;
        for (int u = 0; u < rows.rowCount(); u++) {
            List<String> reasons = new ArrayList<>();
            if (clock) {
                burst(rows, u, reasons);
                rhythm(rows, u, reasons);
                sleepless(rows, u, reasons);
            }
            if (rows.length(u) > busy) {
                reasons.add(Words.format("more than %d times as many interactions as an active user", TIMES_ACTIVE));
            }
            if (!reasons.isEmpty()) {
                suspects.add(new Suspect(data.users().idOf(u), rows.length(u), String.join("; ", reasons)));
                interactions += rows.length(u);
            }
        }
        suspects.sort((a, b) -> Integer.compare(b.interactions(), a.interactions()));
        return new Robots(clock, suspects, interactions, rows.size() == 0 ? 0 : (double) interactions / rows.size());
    }

    /** What nine in ten users stay below. */
    private static int activeUser(SparseRows rows) {
        int[] lengths = new int[rows.rowCount()];
        Arrays.setAll(lengths, rows::length);
        Arrays.sort(lengths);
        return lengths.length == 0 ? 0 : lengths[(int) (0.9 * (lengths.length - 1))];
    }

    private static void burst(SparseRows rows, int user, List<String> reasons) {
        int most = 0;
        int from = rows.start(user);
        for (int p = from; p < rows.end(user); p++) {
            while (rows.time(p) - rows.time(from) >= MINUTE) {
                from++;
            }
            most = Math.max(most, p - from + 1);
        }
        boolean allAtOnce = rows.length(user) > 0 && rows.time(rows.start(user)) == rows.time(rows.end(user) - 1);
        if (most > BURST && !allAtOnce) {
            reasons.add(Words.format("%,d interactions within a minute", most));
        }
    }

    /** Whether most pauses are equally long; pauses of 0 and 1 seconds are ties and say nothing. */
    private static void rhythm(SparseRows rows, int user, List<String> reasons) {
        long[] pauses = new long[Math.max(0, rows.length(user) - 1)];
        int n = 0;
        for (int p = rows.start(user) + 1; p < rows.end(user); p++) {
            long pause = rows.time(p) - rows.time(p - 1);
            if (pause > 1) {
                pauses[n++] = pause;
            }
        }
        if (n < FEWEST_FOR_RHYTHM) {
            return;
        }
        Arrays.sort(pauses, 0, n);
        int longest = 0;
        long common = 0;
        for (int i = 0, from = 0; i < n; i++) {
            from = pauses[i] == pauses[from] ? from : i;
            if (i - from + 1 > longest) {
                longest = i - from + 1;
                common = pauses[i];
            }
        }
        // Dates without a time make everybody's pauses whole days.
        if (longest >= RHYTHM * n && common % DAY != 0) {
            reasons.add(Words.format("%s of the pauses last %,d seconds", Words.percent((double) longest / n), common));
        }
    }

    /** Whether within 24 hours nearly every hour has an interaction. */
    private static void sleepless(SparseRows rows, int user, List<String> reasons) {
        int[] inHour = new int[(int) (DAY / HOUR)];
        int different = 0;
        int from = rows.start(user);
        int most = 0;
        for (int p = from; p < rows.end(user); p++) {
            while (rows.time(p) - rows.time(from) >= DAY) {
                int gone = hour(rows.time(from));
                inHour[gone]--;
                different -= inHour[gone] == 0 ? 1 : 0;
                from++;
            }
            int hour = hour(rows.time(p));
            different += inHour[hour] == 0 ? 1 : 0;
            inHour[hour]++;
            most = Math.max(most, different);
        }
        if (most >= HOURS_AWAKE) {
            reasons.add("active in " + most + " of 24 hours");
        }
    }

    private static int hour(long time) {
        return (int) (Math.floorMod(time, DAY) / HOUR);
    }

    List<Remark> remarks() {
        if (suspects.isEmpty()) {
            return List.of(
                    Remark.ok(
                            "bots",
                            clock
                                    ? "nobody behaves like a machine"
                                    : "nobody has implausibly many interactions; without timestamps nothing else can be looked for"));
        }
        Suspect first = suspects.getFirst();
        String text =
                Words.count(suspects.size(), "user behaves like a machine", "users behave like machines") + ", with "
                        + Words.percent(share) + " of the interactions, such as '" + first.user() + "' ("
                        + Words.format("%,d interactions: %s", first.interactions(), first.reason()) + ")";
        return List.of(
                share > 0.01
                        ? Remark.warning("bots", text, "look at them; models learn most from those who do most")
                        : Remark.note("bots", text, "look at them before they are taken out"));
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("suspects", suspects.size());
        map.put("interactions", interactions);
        map.put("share", share);
        map.put(
                "shown",
                suspects.stream()
                        .limit(SHOWN)
                        .map(s -> Map.of("user", s.user(), "interactions", s.interactions(), "reason", s.reason()))
                        .toList());
        return map;
    }
}
