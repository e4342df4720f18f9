package io.kindred.evaluation.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One metric of one model run with several seeds. The interval covers both what another sample of users and what other seeds
 * would have given: seeds and users are drawn with replacement independently of each other, and a value counts as often as its
 * seed times its user was drawn (Owen, The Pigeonhole Bootstrap, 2007). With one seed it is the bootstrap over users alone. With
 * two or three seeds it says little about seeds: their number is part of the result. Immutable.
 *
 * @param perSeed the mean over users for each seed, in the order given
 * @param mean of {@code perSeed}
 * @param deviation the sample standard deviation of {@code perSeed}; 0 with one seed
 * @param interval percentile interval over seeds and users; empty with fewer than two users
 */
public record AcrossSeeds(List<Double> perSeed, double mean, double deviation, Optional<Interval> interval) {
    public AcrossSeeds {
        perSeed = List.copyOf(perSeed);
    }

    /**
     * Combines seeds.
     *
     * @param values {@code values[seed][user]}: the same users for every seed, NaN where a user was not measured with a seed
     * @param bootstrap resamples, confidence and seed of the interval
     * @throws IllegalArgumentException if there are no seeds, or a seed has no value or another number of users
     */
    public static AcrossSeeds of(double[][] values, Bootstrap bootstrap) {
        if (values.length == 0) {
            throw new IllegalArgumentException("there are no seeds to combine");
        }
        List<Double> perSeed = new ArrayList<>();
        double sum = 0;
        for (double[] seed : values) {
            double mean = Means.ofDefined(seed);
            if (seed.length != values[0].length || Double.isNaN(mean)) {
                throw new IllegalArgumentException("seed number " + perSeed.size() + " has " + Means.countDefined(seed)
                        + " values for " + values[0].length + " users");
            }
            perSeed.add(mean);
            sum += mean;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double of : perSeed) {
            squares += (of - mean) * (of - mean);
        }
        double deviation = values.length == 1 ? 0 : Math.sqrt(squares / (values.length - 1));
        return new AcrossSeeds(perSeed, mean, deviation, interval(values, bootstrap));
    }

    /**
     * Each user's mean over the seeds with which the user was measured: what paired tests compare, so that every user counts
     * once however many seeds there are.
     *
     * @param values as in {@link #of}
     * @return NaN for users measured with no seed
     */
    public static double[] userMeans(double[][] values) {
        double[] sums = new double[values.length == 0 ? 0 : values[0].length];
        for (int u = 0; u < sums.length; u++) {
            int defined = 0;
            for (double[] seed : values) {
                if (!Double.isNaN(seed[u])) {
                    sums[u] += seed[u];
                    defined++;
                }
            }
            sums[u] = defined == 0 ? Double.NaN : sums[u] / defined;
        }
        return sums;
    }

    /** As JSON values. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("mean", mean);
        map.put("deviation", deviation);
        map.put("perSeed", perSeed);
        interval.ifPresent(ends -> map.put("interval", List.of(ends.low(), ends.high())));
        return map;
    }

    private static Optional<Interval> interval(double[][] values, Bootstrap bootstrap) {
        int users = values[0].length;
        if (Means.countDefined(userMeans(values)) < 2) {
            return Optional.empty();
        }
        double[] means = new double[bootstrap.resamples()];
        double[] userCounts = new double[users];
        int[] seedCounts = new int[values.length];
        for (int r = 0; r < means.length; r++) {
            Arrays.fill(userCounts, 0);
            Arrays.fill(seedCounts, 0);
            // The users of a resample are those that the bootstrap over users draws.
            SplitMix64 draws = SplitMix64.stream(bootstrap.seed(), r);
            for (int u = 0; u < users; u++) {
                userCounts[draws.nextInt(users)]++;
            }
            for (int s = 0; s < values.length; s++) {
                seedCounts[values.length == 1 ? 0 : draws.nextInt(values.length)]++;
            }
            double sum = 0;
            double weights = 0;
            for (int s = 0; s < values.length; s++) {
                if (seedCounts[s] == 0) {
                    continue;
                }
                double ofSeed = 0;
                double defined = 0;
                for (int u = 0; u < users; u++) {
                    if (!Double.isNaN(values[s][u])) {
                        ofSeed += userCounts[u] * values[s][u];
                        defined += userCounts[u];
                    }
                }
                if (defined > 0) {
                    sum += seedCounts[s] * ofSeed / defined;
                    weights += seedCounts[s];
                }
            }
            means[r] = weights == 0 ? Double.NaN : sum / weights;
        }
        return bootstrap.percentile(means);
    }
}
