package io.kindred.evaluation;

import io.kindred.evaluation.metric.RatingErrors;
import io.kindred.evaluation.stats.Bootstrap;
import io.kindred.evaluation.stats.Interval;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code rmse} and {@code mae} over all predicted ratings of all folds, with intervals from a bootstrap over users. */
final class RatingSummary {
    static final String RMSE = "rmse";
    static final String MAE = "mae";

    private final double[] squared;
    private final double[] absolute;
    private final double[] predicted;
    private int unpredicted;

    /**
     * @param folds results over the same users
     */
    RatingSummary(List<RankingResult> folds) {
        int users = folds.getFirst().perUser().users().size();
        this.squared = new double[users];
        this.absolute = new double[users];
        this.predicted = new double[users];
        for (RankingResult fold : folds) {
            fold.ratings().ifPresent(errors -> add(errors, fold.perUser().userOf()));
        }
    }

    private void add(RatingErrors errors, int[] userOf) {
        for (int r = 0; r < userOf.length; r++) {
            squared[userOf[r]] += errors.squared()[r];
            absolute[userOf[r]] += errors.absolute()[r];
            predicted[userOf[r]] += errors.predicted()[r];
        }
        unpredicted += errors.unpredicted();
    }

    /** How many ratings the model gave no prediction for. */
    int unpredicted() {
        return unpredicted;
    }

    /** Empty where nothing was predicted. */
    Map<String, Double> metrics() {
        double count = sum(predicted);
        Map<String, Double> metrics = new LinkedHashMap<>();
        if (count > 0) {
            metrics.put(RMSE, Math.sqrt(sum(squared) / count));
            metrics.put(MAE, sum(absolute) / count);
        }
        return metrics;
    }

    /** Each user's own rmse and mae, NaN for users without a predicted rating; empty where nothing was predicted. */
    Map<String, double[]> perUser(int[] userOf) {
        double[] rmse = new double[userOf.length];
        double[] mae = new double[userOf.length];
        boolean any = false;
        for (int r = 0; r < userOf.length; r++) {
            double count = predicted[userOf[r]];
            any |= count > 0;
            rmse[r] = count == 0 ? Double.NaN : Math.sqrt(squared[userOf[r]] / count);
            mae[r] = count == 0 ? Double.NaN : absolute[userOf[r]] / count;
        }
        Map<String, double[]> columns = new LinkedHashMap<>();
        if (any) {
            columns.put(RMSE, rmse);
            columns.put(MAE, mae);
        }
        return columns;
    }

    Map<String, Interval> intervals(Bootstrap bootstrap) {
        Map<String, Interval> intervals = new LinkedHashMap<>();
        Optional<Interval> squares = bootstrap.ratio(squared, predicted);
        squares.ifPresent(s -> intervals.put(RMSE, new Interval(Math.sqrt(s.low()), Math.sqrt(s.high()))));
        bootstrap.ratio(absolute, predicted).ifPresent(interval -> intervals.put(MAE, interval));
        return intervals;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
