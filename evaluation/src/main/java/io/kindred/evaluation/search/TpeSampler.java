package io.kindred.evaluation.search;

import io.kindred.core.KindredException;
import io.kindred.evaluation.experiment.TrialRecord;
import io.kindred.evaluation.experiment.TrialRecord.State;
import io.kindred.evaluation.stats.SplitMix64;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tree-structured Parzen estimator: the settings tried so far are divided into the best few and the others, a density is
 * laid over each, and of some settings drawn from the first density the one is tried where the first exceeds the second most,
 * which is where the expected improvement is largest.
 *
 * <p>The best come first; then what was pruned, the longer trained the better; then what is still running or failed. The first
 * settings are random. Settings outside the space (as defaults may be) tell nothing.
 *
 * <p>Sources: Bergstra, Bardenet, Bengio, Kegl: Algorithms for Hyper-Parameter Optimization, 2011; Bergstra, Yamins, Cox:
 * Making a Science of Model Search, 2013; Watanabe: Tree-Structured Parzen Estimator: Understanding Its Algorithm Components
 * and Their Roles for Better Empirical Performance, 2023.
 *
 * @param startup how many settings are random before the first is chosen, at least 2
 * @param share of the trials that are the best, in (0, 1)
 * @param mostBest at most so many are the best, at least 1
 * @param candidates how many settings are drawn to choose from, at least 1
 * @param bandwidth standard deviation of a kernel as a share of its axis, were there one observation; it shrinks with the number
 *     of observations n and dimensions d by n^(-1/(d+4)) (Scott's rule), positive
 * @param floor the least that a bandwidth becomes, positive
 * @param weighting how much the best count
 */
public record TpeSampler(
        int startup, double share, int mostBest, int candidates, double bandwidth, double floor, Weighting weighting)
        implements Sampler {
    /** How much observations count in the density of the best. */
    public enum Weighting {
        /** All alike. */
        UNIFORM,
        /** By how much they are better than the best of the others, which is expected improvement taken at its word. */
        IMPROVEMENT
    }

    /** As Optuna has them, except that a bandwidth never falls below 0.03 of its axis, however many trials there are. */
    public static final TpeSampler DEFAULT = new TpeSampler(10, 0.1, 25, 24, 0.2, 0.03, Weighting.UNIFORM);

    public TpeSampler {
        if (startup < 2 || mostBest < 1 || candidates < 1) {
            throw new KindredException("tpe has startup " + startup + ", mostBest " + mostBest + ", candidates "
                    + candidates + " but needs at least 2, 1 and 1");
        }
        if (!(share > 0 && share < 1) || !(bandwidth > 0) || !(floor > 0)) {
            throw new KindredException("tpe has share " + share + ", bandwidth " + bandwidth + ", floor " + floor
                    + " but needs a share between 0 and 1, and positive numbers");
        }
    }

    @Override
    public String name() {
        return "tpe";
    }

    @Override
    public Optional<Map<String, Object>> next(SearchSpace space, Past past, long seed, int number) {
        SplitMix64 random = SplitMix64.stream(seed, number);
        Set<Map<String, Object>> tried = past.tried();
        List<Observation> seen = observations(space, past);
        if (seen.size() < startup || space.dimensions().isEmpty()) {
            return RandomSampler.fresh(space, tried, random);
        }
        Densities densities = densities(space, seen);
        Map<String, Object> chosen = null;
        double largest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < candidates; c++) {
            double[] point = densities.best().draw(random);
            double ratio = densities.logRatio(point);
            Map<String, Object> setting = space.at(point);
            if (ratio > largest && !tried.contains(setting) && space.legal().test(setting)) {
                largest = ratio;
                chosen = setting;
            }
        }
        return chosen != null ? Optional.of(chosen) : RandomSampler.fresh(space, tried, random);
    }

    /** The density of the best trials and that of the others. */
    record Densities(ParzenEstimator best, ParzenEstimator others) {
        /** Grows with the expected improvement at a point. */
        double logRatio(double[] point) {
            return best.logDensity(point) - others.logDensity(point);
        }
    }

    /** The densities that a past gives; there must be two trials in the space. */
    Densities densities(SearchSpace space, Past past) {
        return densities(space, observations(space, past));
    }

    private Densities densities(SearchSpace space, List<Observation> seen) {
        int best = best(seen.size());
        return new Densities(good(space, seen, best), estimator(space, seen.subList(best, seen.size()), null));
    }

    /** How many of n trials are the best ones; there is always another. */
    int best(int n) {
        return Math.clamp((int) Math.ceil(share * n), 1, Math.min(mostBest, n - 1));
    }

    private ParzenEstimator good(SearchSpace space, List<Observation> seen, int best) {
        if (weighting == Weighting.UNIFORM) {
            return estimator(space, seen.subList(0, best), null);
        }
        double[] weights = new double[best];
        double threshold = seen.get(best).value();
        double sum = 0;
        for (int i = 0; i < best; i++) {
            double improvement = Math.abs(seen.get(i).value() - threshold);
            weights[i] = Double.isFinite(improvement) ? improvement : 0;
            sum += weights[i];
        }
        return estimator(space, seen.subList(0, best), sum > 0 ? weights : null);
    }

    private ParzenEstimator estimator(SearchSpace space, List<Observation> seen, double[] weights) {
        double[][] points = new double[seen.size()][];
        for (int i = 0; i < points.length; i++) {
            points[i] = seen.get(i).point();
        }
        double[] counts = weights;
        if (counts == null) {
            counts = new double[points.length];
            Arrays.fill(counts, 1);
        }
        int dimensions = space.dimensions().size();
        double width = bandwidth * Math.pow(Math.max(1, points.length), -1.0 / (dimensions + 4));
        return new ParzenEstimator(space.dimensions(), points, counts, Math.max(width, floor));
    }

    /** Best first. */
    private static List<Observation> observations(SearchSpace space, Past past) {
        List<Observation> seen = new ArrayList<>();
        for (TrialRecord trial : past.ended()) {
            space.coordinates(trial.parameters())
                    .ifPresent(point ->
                            seen.add(new Observation(point, rank(trial.state()), trial.epochs(), trial.value())));
        }
        for (Map<String, Object> running : past.running()) {
            space.coordinates(running)
                    .ifPresent(point -> seen.add(new Observation(point, Integer.MAX_VALUE, 0, Double.NaN)));
        }
        seen.sort(Comparator.comparingInt(Observation::rank)
                .thenComparingInt(o -> o.rank() == rank(State.PRUNED) ? -o.epochs() : 0)
                .thenComparing(Observation::value, past.direction().bestFirst()));
        return seen;
    }

    private static int rank(State state) {
        return switch (state) {
            case COMPLETE -> 0;
            case PRUNED -> 1;
            case FAILED -> 2;
        };
    }

    private record Observation(double[] point, int rank, int epochs, double value) {}
}
