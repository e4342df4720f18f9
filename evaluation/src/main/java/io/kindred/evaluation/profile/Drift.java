package io.kindred.evaluation.profile;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.data.TimeKind;
import io.kindred.evaluation.stats.SplitMix64;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the data change over time. Immutable by contract.
 *
 * @param divergence Jensen-Shannon divergence in bits, from 0 to 1, of the items of the earlier and the later half of the
 *     interactions (Lin, Divergence Measures Based on the Shannon Entropy, 1991)
 * @param byChance the same for two halves drawn at random: what so many interactions give without any drift
 * @param newItems share of the later half's interactions that are with items the earlier half has not
 * @param newUsers share of the later half's interactions that are by users the earlier half has not
 * @param periods equally long, from the first interaction to the last
 */
public record Drift(double divergence, double byChance, double newItems, double newUsers, List<Period> periods) {
    private static final int PERIODS = 20;
    private static final long SEED = 42;
    private static final double STRONG = 0.15;

    public Drift {
        periods = List.copyOf(periods);
    }

    /**
     * A stretch of time.
     *
     * @param from its beginning in Unix seconds
     * @param interactions in it
     * @param newUsers users seen for the first time
     * @param newItems items seen for the first time
     */
    public record Period(long from, int interactions, int newUsers, int newItems) {}

    /** Empty without timestamps or with fewer than two different ones. */
    static Optional<Drift> of(Interactions data) {
        SparseRows rows = data.byUser();
        if (data.timeKind() != TimeKind.TIMESTAMP || rows.size() < 2) {
            return Optional.empty();
        }
        long[] times = new long[rows.size()];
        for (int p = 0; p < times.length; p++) {
            times[p] = rows.time(p);
        }
        Arrays.sort(times);
        long middle = times[times.length / 2];
        if (times[0] == middle) {
            return Optional.empty();
        }
        int[][] halves = new int[2][data.itemCount()];
        int[][] drawn = new int[2][data.itemCount()];
        boolean[] early = new boolean[data.itemCount()];
        SplitMix64 random = new SplitMix64(SEED);
        double byNewUsers = 0;
        double late = 0;
        for (int u = 0; u < rows.rowCount(); u++) {
            boolean known = rows.length(u) > 0 && rows.time(rows.start(u)) < middle;
            for (int p = rows.start(u); p < rows.end(u); p++) {
                int half = rows.time(p) < middle ? 0 : 1;
                halves[half][rows.column(p)]++;
                drawn[random.nextInt(2)][rows.column(p)]++;
                early[rows.column(p)] |= half == 0;
                late += half;
                byNewUsers += half == 1 && !known ? 1 : 0;
            }
        }
        double withNewItems = 0;
        for (int i = 0; i < early.length; i++) {
            withNewItems += early[i] ? 0 : halves[1][i];
        }
        return Optional.of(new Drift(
                divergence(halves[0], halves[1]),
                divergence(drawn[0], drawn[1]),
                withNewItems / late,
                byNewUsers / late,
                periods(data, times[0], times[times.length - 1])));
    }

    /** In bits; 0 for equal shares, 1 for no item in common. */
    static double divergence(int[] a, int[] b) {
        double sumA = Arrays.stream(a).asLongStream().sum();
        double sumB = Arrays.stream(b).asLongStream().sum();
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double p = a[i] / sumA;
            double q = b[i] / sumB;
            double m = (p + q) / 2;
            sum += (p > 0 ? p * Math.log(p / m) : 0) + (q > 0 ? q * Math.log(q / m) : 0);
        }
        return Math.clamp(sum / 2 / Math.log(2), 0, 1);
    }

    private static List<Period> periods(Interactions data, long first, long last) {
        SparseRows rows = data.byUser();
        int[] interactions = new int[PERIODS];
        int[] users = new int[PERIODS];
        int[] items = new int[PERIODS];
        long[] itemFrom = new long[data.itemCount()];
        Arrays.fill(itemFrom, Long.MAX_VALUE);
        double length = (last - first + 1.0) / PERIODS;
        for (int u = 0; u < rows.rowCount(); u++) {
            for (int p = rows.start(u); p < rows.end(u); p++) {
                interactions[(int) ((rows.time(p) - first) / length)]++;
                itemFrom[rows.column(p)] = Math.min(itemFrom[rows.column(p)], rows.time(p));
            }
            if (rows.length(u) > 0) {
                users[(int) ((rows.time(rows.start(u)) - first) / length)]++;
            }
        }
        for (long from : itemFrom) {
            if (from != Long.MAX_VALUE) {
                items[(int) ((from - first) / length)]++;
            }
        }
        List<Period> periods = new ArrayList<>();
        for (int i = 0; i < PERIODS; i++) {
            periods.add(new Period(first + (long) (i * length), interactions[i], users[i], items[i]));
        }
        return periods;
    }

    List<Remark> remarks() {
        double drift = divergence - byChance;
        String text = Words.format(
                "between the earlier and the later half the items diverge by %.3f bits (by chance %.3f); of the later"
                        + " interactions %s are with new items and %s by new users",
                divergence, byChance, Words.percent(newItems), Words.percent(newUsers));
        List<Remark> remarks = new ArrayList<>();
        remarks.add(
                drift > STRONG
                        ? Remark.warning(
                                "drift",
                                text,
                                "tastes or the catalogue change: only temporal tells what tomorrow brings; try"
                                        + " --half-life-days")
                        : drift > STRONG / 3
                                ? Remark.note(
                                        "drift", text, "compare leave-last-out with temporal before choosing a model")
                                : Remark.ok("drift", text));
        int empty = (int)
                periods.stream().filter(period -> period.interactions() == 0).count();
        if (empty > 0) {
            remarks.add(Remark.note(
                    "gaps in time",
                    Words.format("%d of %d equally long periods have no interaction", empty, periods.size()),
                    "part of the log may be missing, or a few timestamps are far off the others"));
        }
        return remarks;
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("divergence", divergence);
        map.put("byChance", byChance);
        map.put("newItems", newItems);
        map.put("newUsers", newUsers);
        map.put(
                "periods",
                periods.stream()
                        .map(period -> {
                            Map<String, Object> of = new LinkedHashMap<>();
                            of.put("from", Instant.ofEpochSecond(period.from()).toString());
                            of.put("interactions", period.interactions());
                            of.put("newUsers", period.newUsers());
                            of.put("newItems", period.newItems());
                            return of;
                        })
                        .toList());
        return map;
    }
}
