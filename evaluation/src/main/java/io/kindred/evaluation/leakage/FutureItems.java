package io.kindred.evaluation.leakage;

import io.kindred.core.data.FeatureTable;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.evaluation.split.Fold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Candidates that did not exist yet. Where the item features say from when an item is available (column {@value
 * #AVAILABLE_FROM}), items that come only after the last test interaction are no fair candidates for anybody, and stop the run.
 * Otherwise an item counts as existing from its first interaction in any part, and the report says how many candidates of a test
 * user come later than the user's first test interaction; likewise how much of training does (Ji, Sun, Zhang and Li, A Critical
 * Study on Data Leakage in Recommender System Offline Evaluation, 2023).
 *
 * @param features of the items
 */
record FutureItems(FeatureTable features) implements LeakageCheck {
    static final String AVAILABLE_FROM = "available_from";

    @Override
    public List<Finding> look(Fold fold) {
        Optional<long[]> declared = FeatureDates.of(features, AVAILABLE_FROM);
        Optional<Clock> clock = Clock.of(fold);
        if (clock.isEmpty()) {
            return declared.isEmpty()
                    ? List.of()
                    : List.of(
                            Finding.note(
                                    "Items have a date from when they are available (" + AVAILABLE_FROM
                                            + "), but the interactions have no timestamps: candidates from the future were not looked for."));
        }
        List<Finding> findings = new ArrayList<>();
        declared.flatMap(dates -> neverThere(dates, clock.get())).ifPresent(findings::add);
        long[] from = declared.orElseGet(() -> firstSeen(fold));
        double future = futureShare(fold, from);
        if (!clock.get().divides()) {
            findings.add(Finding.note(String.format(
                    Locale.ROOT,
                    "The protocol does not divide by time ('temporal' does): on average %s of the training interactions are"
                            + " later than the test interaction to be predicted.",
                    percent(laterShare(fold)))));
        }
        if (future > 0) {
            findings.add(Finding.note(String.format(
                    Locale.ROOT,
                    "For the average test user %s of all items come later: they %s after the user's first test interaction.",
                    percent(future),
                    declared.isPresent() ? "become available only" : "have their first interaction only")));
        }
        return findings;
    }

    private Optional<Finding> neverThere(long[] dates, Clock clock) {
        int late = 0;
        String example = "";
        for (int i = 0; i < dates.length; i++) {
            if (dates[i] > clock.lastTested()) {
                example = late == 0
                        ? "'" + features.ids().idOf(i) + "' from " + Instant.ofEpochSecond(dates[i])
                        : example;
                late++;
            }
        }
        if (late == 0) {
            return Optional.empty();
        }
        return Optional.of(Finding.failure(String.format(
                Locale.ROOT,
                "%,d of %,d items become available only after the last test interaction (%s), such as %s; they cannot be"
                        + " candidates: take them out of the catalogue, or correct '%s'",
                late,
                dates.length,
                Instant.ofEpochSecond(clock.lastTested()),
                example,
                AVAILABLE_FROM)));
    }

    /** By item the first interaction in any part; {@link FeatureDates#NONE} where there is none. */
    private static long[] firstSeen(Fold fold) {
        long[] first = new long[fold.train().itemCount()];
        Arrays.fill(first, Long.MAX_VALUE);
        for (Interactions part : List.of(fold.train(), fold.foldIn(), fold.validation(), fold.test())) {
            SparseRows rows = part.byUser();
            for (int p = 0; p < rows.size(); p++) {
                first[rows.column(p)] = Math.min(first[rows.column(p)], rows.time(p));
            }
        }
        for (int i = 0; i < first.length; i++) {
            first[i] = first[i] == Long.MAX_VALUE ? FeatureDates.NONE : first[i];
        }
        return first;
    }

    /** The mean over users with test interactions of the share of items that come after the first of them. */
    private static double futureShare(Fold fold, long[] from) {
        long[] sorted = from.clone();
        Arrays.sort(sorted);
        SparseRows test = fold.test().byUser();
        double sum = 0;
        int users = 0;
        for (int u = 0; u < test.rowCount(); u++) {
            if (test.length(u) > 0) {
                sum += sorted.length - upTo(sorted, test.time(test.start(u)));
                users++;
            }
        }
        return sum / users / sorted.length;
    }

    /** How many of the sorted numbers are at most a limit. */
    private static int upTo(long[] sorted, long limit) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The mean over test interactions of the share of training interactions that are later. */
    private static double laterShare(Fold fold) {
        SparseRows test = fold.test().byUser();
        long[] tested = new long[test.size()];
        for (int p = 0; p < tested.length; p++) {
            tested[p] = test.time(p);
        }
        Arrays.sort(tested);
        SparseRows train = fold.train().byUser();
        double earlierTests = 0;
        for (int p = 0; p < train.size(); p++) {
            earlierTests += upTo(tested, train.time(p) - 1);
        }
        return earlierTests / train.size() / tested.length;
    }

    private static String percent(double share) {
        return share < 0.001
                ? "under 0.1%"
                : String.format(Locale.ROOT, share < 0.1 ? "%.1f%%" : "%.0f%%", 100 * share);
    }
}
