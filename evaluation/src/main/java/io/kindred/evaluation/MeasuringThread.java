package io.kindred.evaluation;

import io.kindred.core.KindredException;
import io.kindred.core.math.TopK;
import io.kindred.core.scorer.Strategy;
import io.kindred.evaluation.metric.Exposure;
import io.kindred.evaluation.metric.ListMetric;
import io.kindred.evaluation.metric.RankingAuc;
import io.kindred.evaluation.metric.UserCase;
import io.kindred.evaluation.stats.SplitMix64;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one thread needs to measure users, one after the other. Not thread-safe. */
final class MeasuringThread {
    private final Measurements measurements;
    private final EvaluationOptions options;
    private final UserCase user;
    private final List<ListMetric> metrics;
    private final double[] buffer;
    private final TopK best;
    private final RankingAuc auc = new RankingAuc();
    private final Optional<Exposure> exposure;
    private final Map<Strategy, Integer> ways = new EnumMap<>(Strategy.class);
    private int measured;
    private int tied;

    MeasuringThread(Measurements measurements, EvaluationOptions options) {
        this.measurements = measurements;
        this.options = options;
        this.user = new UserCase(
                measurements.task(),
                measurements.task().sessions() || options.candidates() instanceof Candidates.AllWithSeen);
        this.metrics = measurements.newMetrics();
        this.buffer = new double[measurements.at().length];
        this.best = new TopK(Math.min(measurements.at()[measurements.at().length - 1], user.itemCount()));
        this.exposure = options.measuresBeyondAccuracy() ? Optional.of(measurements.newExposure()) : Optional.empty();
    }

    /**
     * Ranks the candidates of a user by score and measures the list. A user without a relevant candidate is left out.
     *
     * @param scores of all items; overwritten
     */
    void measureScores(int row, float[] scores, Strategy way) {
        user.open(measurements.user(row));
        if (user.relevantCount() == 0) {
            return;
        }
        ways.merge(way, 1, Integer::sum);
        user.maskScores(scores);
        best.clear();
        if (options.candidates() instanceof Candidates.SampledUniform sampled) {
            offerSample(measurements.user(row), sampled.count(), scores);
        } else {
            best.offerAll(scores);
            measurements.setAuc(row, auc.of(user, scores));
        }
        TopK.Ranked ranked = best.drain();
        int size = ranked.size();
        tied += size > 1 && ranked.scores()[0] == ranked.scores()[size - 1] ? 1 : 0;
        measure(row, ranked.indices(), size);
    }

    /**
     * Measures a list that exists already.
     *
     * @throws KindredException if the list has an item twice or one that is no candidate
     */
    void measureList(int row, int[] list) {
        int index = measurements.user(row);
        user.open(index);
        BitSet listed = new BitSet();
        for (int item : list) {
            if (listed.get(item) || !user.isCandidate(item)) {
                throw new KindredException("the list of user '"
                        + measurements.task().train().users().idOf(index) + "' has item '"
                        + measurements.task().train().items().idOf(item)
                        + (listed.get(item) ? "' twice" : "', which the user has in training"));
            }
            listed.set(item);
        }
        if (user.relevantCount() > 0) {
            measure(row, list, list.length);
        }
    }

    private void measure(int row, int[] list, int size) {
        measured++;
        user.answer(list, size);
        for (int m = 0; m < metrics.size(); m++) {
            metrics.get(m).measure(user, measurements.at(), buffer);
            measurements.set(m, row, buffer);
        }
        exposure.ifPresent(counts -> counts.add(user));
    }

    /** Offers the relevant items and a sample of the other candidates; all of them where there are no more. */
    private void offerSample(int index, int count, float[] scores) {
        for (int r = 0; r < user.relevantCount(); r++) {
            int item = user.relevantItem(r);
            best.offer(item, scores[item]);
        }
        int left = user.candidateCount() - user.relevantCount();
        int wanted = Math.min(count, left);
        SplitMix64 draws = SplitMix64.stream(options.seed(), index);
        // Selection sampling (Knuth, The Art of Computer Programming 2, 3.4.2, algorithm S): uniform and in item order.
        for (int item = 0; item < scores.length && wanted > 0; item++) {
            if (!user.isCandidate(item) || user.isRelevant(item)) {
                continue;
            }
            if (draws.nextInt(left) < wanted) {
                best.offer(item, scores[item]);
                wanted--;
            }
            left--;
        }
    }

    /** What was shown; empty where only accuracy is measured. */
    Optional<Exposure> exposure() {
        return exposure;
    }

    /** How many users were answered in each way. */
    Map<Strategy, Integer> ways() {
        return ways;
    }

    /** How many lists had the same score from the first entry to the last. */
    int tied() {
        return tied;
    }

    /** How many users had a relevant candidate. */
    int measured() {
        return measured;
    }
}
