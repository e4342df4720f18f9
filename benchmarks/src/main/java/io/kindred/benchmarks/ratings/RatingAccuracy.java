package io.kindred.benchmarks.ratings;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How well every model of ratings predicts MovieLens 100K in 5-fold cross validation over random interactions, beside the
 * figures Surprise publishes. Prints mean and standard deviation over the folds.
 *
 * <p>Arguments: the file of ratings (user, item, rating, time, separated by tabs); then, optionally, names of models. System
 * properties: {@code seed} (42), {@code threads} (all processors).
 */
public final class RatingAccuracy {
    private static final int FOLDS = 5;

    private RatingAccuracy() {}

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length == 0 || !Files.isRegularFile(Path.of(arguments[0]))) {
            throw new KindredException("name a file of ratings, such as ml-100k.inter.gz: user, item, rating and time");
        }
        Interactions data = RatingTable.read(Path.of(arguments[0]));
        List<String> wanted = Arrays.asList(arguments).subList(1, arguments.length);
        long seed = Long.getLong("seed", 42);
        int threads = Integer.getInteger("threads", Runtime.getRuntime().availableProcessors());
        System.out.printf(
                Locale.ROOT,
                "%s, Java %s, %d threads; %,d ratings of %,d users and %,d items; %d random folds, seed %d%n",
                System.getProperty("os.arch"),
                System.getProperty("java.version"),
                threads,
                data.size(),
                data.userCount(),
                data.itemCount(),
                FOLDS,
                seed);
        System.out.printf(
                "%-16s %-18s %-18s %-10s %-10s %8s %12s%n",
                "model", "rmse", "mae", "published", "", "missing", "training s");
        for (PublishedRow row : PublishedRow.SURPRISE) {
            if (wanted.isEmpty() || wanted.contains(row.model()) || wanted.contains(row.name())) {
                print(row, CrossValidation.of(data, FOLDS, row.model(), row.parameters(), seed, threads));
            }
        }
    }

    private static void print(PublishedRow row, CrossValidation found) {
        boolean near = Math.abs(found.meanRmse() - row.rmse()) <= PublishedRow.TOLERANCE
                && Math.abs(found.meanMae() - row.mae()) <= PublishedRow.TOLERANCE;
        System.out.printf(
                Locale.ROOT,
                "%-16s %.4f +- %.4f   %.4f +- %.4f   %.3f      %.3f      %8d %12.2f%s%n",
                row.name(),
                found.meanRmse(),
                CrossValidation.deviation(found.rmse()),
                found.meanMae(),
                CrossValidation.deviation(found.mae()),
                row.rmse(),
                row.mae(),
                found.unpredicted(),
                found.trainingSeconds(),
                near ? "" : "  off by more than " + PublishedRow.TOLERANCE);
    }
}
