package io.kindred.evaluation.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Percentile bootstrap intervals of means over users (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter
 * 13). Users are drawn with replacement; all columns of a table share the same draws, so an interval costs one pass over
 * counts and values. The result depends on the seed alone, not on the number of threads.
 *
 * @param resamples how many samples are drawn, at least 100
 * @param confidence share of the resampled means inside the interval, in (0, 1)
 * @param seed of the draws
 */
public record Bootstrap(int resamples, double confidence, long seed) {
    /** The number of resamples that reports use. */
    public static final int DEFAULT_RESAMPLES = 1000;

    public Bootstrap {
        if (resamples < 100) {
            throw new IllegalArgumentException("a bootstrap needs at least 100 resamples, not " + resamples);
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence is " + confidence + " but must be between 0 and 1");
        }
    }

    /** 95% intervals from 1,000 resamples. */
    public static Bootstrap ofSeed(long seed) {
        return new Bootstrap(DEFAULT_RESAMPLES, 0.95, seed);
    }

    /** The interval of the mean of one column; empty where no value is defined. */
    public Optional<Interval> mean(double[] values) {
        return means(List.of(values), 1).getFirst();
    }

    /**
     * The intervals of the means of several columns of the same users.
     *
     * @param columns equally long; NaN where a value is not defined for a user, who then does not enter that column's mean
     * @param threads how many to use
     * @return one for each column, empty where fewer than two values are defined
     */
    public List<Optional<Interval>> means(List<double[]> columns, int threads) {
        double[][] numerators = new double[columns.size()][];
        double[][] denominators = new double[columns.size()][];
        for (int c = 0; c < numerators.length; c++) {
            double[] values = columns.get(c);
            numerators[c] = values.clone();
            double[] weight = new double[values.length];
            boolean complete = true;
            for (int u = 0; u < values.length; u++) {
                boolean defined = !Double.isNaN(values[u]);
                weight[u] = defined ? 1 : 0;
                if (!defined) {
                    numerators[c][u] = 0;
                    complete = false;
                }
            }
            denominators[c] = complete ? null : weight;
        }
        return ratios(numerators, denominators, threads);
    }

    /**
     * The interval of {@code sum(numerator) / sum(denominator)} over users, as for errors averaged over interactions.
     *
     * @param denominator not negative
     */
    public Optional<Interval> ratio(double[] numerator, double[] denominator) {
        return ratios(new double[][] {numerator}, new double[][] {denominator}, 1)
                .getFirst();
    }

    private List<Optional<Interval>> ratios(double[][] numerators, double[][] denominators, int threads) {
        if (numerators.length == 0) {
            return List.of();
        }
        double[][] means = new double[numerators.length][resamples];
        if (numerators[0].length > 0) {
            inParallel(numerators, denominators, means, Math.clamp(threads, 1, 64));
        } else {
            for (double[] column : means) {
                Arrays.fill(column, Double.NaN);
            }
        }
        List<Optional<Interval>> intervals = new ArrayList<>(numerators.length);
        for (int c = 0; c < numerators.length; c++) {
            intervals.add(defined(numerators[c], denominators[c]) < 2 ? Optional.empty() : percentile(means[c]));
        }
        return intervals;
    }

    private void inParallel(double[][] numerators, double[][] denominators, double[][] means, int threads) {
        if (threads == 1) {
            resample(numerators, denominators, means, 0, 1);
            return;
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = new ArrayList<>(threads);
            for (int t = 0; t < threads; t++) {
                int first = t;
                running.add(pool.submit(() -> resample(numerators, denominators, means, first, threads)));
            }
            for (Future<?> task : running) {
                Workers.join(task);
            }
        }
    }

    /** Draws the resamples {@code first}, {@code first + step}, ...; each has a stream of its own. */
    private void resample(double[][] numerators, double[][] denominators, double[][] means, int first, int step) {
        int users = numerators[0].length;
        double[] counts = new double[users];
        for (int r = first; r < resamples; r += step) {
            Arrays.fill(counts, 0);
            SplitMix64 draws = SplitMix64.stream(seed, r);
            for (int i = 0; i < users; i++) {
                counts[draws.nextInt(users)]++;
            }
            for (int c = 0; c < numerators.length; c++) {
                double below = denominators[c] == null ? users : dot(counts, denominators[c]);
                means[c][r] = below == 0 ? Double.NaN : dot(counts, numerators[c]) / below;
            }
        }
    }

    /** Four partial sums, in an order that does not depend on anything but the length. */
    private static double dot(double[] a, double[] b) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            s0 += a[i] * b[i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    private static int defined(double[] numerator, double[] denominator) {
        if (denominator == null) {
            return numerator.length;
        }
        int n = 0;
        for (double weight : denominator) {
            if (weight > 0) {
                n++;
            }
        }
        return n;
    }

    /** Linear interpolation between order statistics, as NumPy's percentile does; resamples without a value are left out. */
    Optional<Interval> percentile(double[] means) {
        double[] sorted =
                Arrays.stream(means).filter(m -> !Double.isNaN(m)).sorted().toArray();
        if (sorted.length == 0) {
            return Optional.empty();
        }
        double tail = (1 - confidence) / 2;
        return Optional.of(new Interval(quantile(sorted, tail), quantile(sorted, 1 - tail)));
    }

    private static double quantile(double[] sorted, double q) {
        double at = q * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
