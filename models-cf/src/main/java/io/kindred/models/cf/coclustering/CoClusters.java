package io.kindred.models.cf.coclustering;

import io.kindred.core.data.SparseRows;
import io.kindred.core.model.Cancellation;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.TrainedModel;
import io.kindred.models.cf.ratings.RatingVectors;
import io.kindred.models.cf.ratings.Ratings;
import java.util.SplittableRandom;

/**
 * Clusters of users and items, and the averages in them. A rating is estimated as the average of the pair of clusters, plus
 * what the user gives more than their cluster, plus what the item gets more than its cluster. An epoch computes the averages,
 * lets every user choose the cluster with the least squared error over their ratings, and then every item likewise; ties go to
 * the lower cluster. Not thread-safe.
 */
final class CoClusters {
    private static final int ROWS_BETWEEN_CHECKS = 256;
    /** As many ratings at the mean hold an unseen user back as the baseline's users. */
    private static final double FOLD_IN_RIDGE = 15;

    private final Ratings ratings;
    private final int userClusters;
    private final int itemClusters;
    private final int[] clusterOfUser;
    private final int[] clusterOfItem;
    private final double[] userMean;
    private final double[] itemMean;
    private final double[] userClusterMean;
    private final double[] itemClusterMean;
    private final double[] pairMean;
    private int changes = -1;
    private double lastErrors;

    CoClusters(Ratings ratings, CoClusteringParameters parameters, long seed) {
        this.ratings = ratings;
        this.userClusters = parameters.userClusters();
        this.itemClusters = parameters.itemClusters();
        SplittableRandom random = new SplittableRandom(seed);
        this.clusterOfUser = random.ints(ratings.userCount(), 0, userClusters).toArray();
        this.clusterOfItem = random.ints(ratings.itemCount(), 0, itemClusters).toArray();
        this.userMean = means(ratings.byUser());
        this.itemMean = means(ratings.byItem());
        this.userClusterMean = new double[userClusters];
        this.itemClusterMean = new double[itemClusters];
        this.pairMean = new double[userClusters * itemClusters];
        average();
    }

    /** The mean of each row, and of all ratings where there are none. */
    private double[] means(SparseRows rows) {
        double[] means = new double[rows.rowCount()];
        for (int r = 0; r < means.length; r++) {
            double sum = 0;
            for (int p = rows.start(r); p < rows.end(r); p++) {
                sum += rows.value(p);
            }
            means[r] = rows.length(r) == 0 ? ratings.mean() : sum / rows.length(r);
        }
        return means;
    }

    /** Computes the averages of clusters and of pairs of them; empty ones have the mean of all ratings. */
    private void average() {
        SparseRows rows = ratings.byUser();
        double[] userSum = new double[userClusters];
        double[] itemSum = new double[itemClusters];
        double[] pairSum = new double[pairMean.length];
        long[] userCount = new long[userClusters];
        long[] itemCount = new long[itemClusters];
        long[] pairCount = new long[pairMean.length];
        for (int u = 0; u < clusterOfUser.length; u++) {
            int a = clusterOfUser[u];
            for (int p = rows.start(u); p < rows.end(u); p++) {
                int b = clusterOfItem[rows.column(p)];
                double rating = rows.value(p);
                userSum[a] += rating;
                userCount[a]++;
                itemSum[b] += rating;
                itemCount[b]++;
                pairSum[a * itemClusters + b] += rating;
                pairCount[a * itemClusters + b]++;
            }
        }
        divide(userSum, userCount, userClusterMean);
        divide(itemSum, itemCount, itemClusterMean);
        divide(pairSum, pairCount, pairMean);
    }

    private void divide(double[] sums, long[] counts, double[] means) {
        for (int c = 0; c < means.length; c++) {
            means[c] = counts[c] == 0 ? ratings.mean() : sums[c] / counts[c];
        }
    }

    /**
     * Lets users and items choose, unless nobody changed in the epoch before; returns the sum of the squared errors of the
     * items' choices, by the averages they were made with.
     */
    double epoch(Cancellation cancellation) throws InterruptedException {
        if (changes == 0) {
            return lastErrors;
        }
        changes = 0;
        double[] errors = new double[Math.max(userClusters, itemClusters)];
        SparseRows byUser = ratings.byUser();
        for (int u = 0; u < clusterOfUser.length; u++) {
            checkNowAndThen(u, cancellation);
            for (int a = 0; a < userClusters; a++) {
                errors[a] = 0;
                for (int p = byUser.start(u); p < byUser.end(u); p++) {
                    int i = byUser.column(p);
                    errors[a] += square(byUser.value(p) - estimate(u, i, a, clusterOfItem[i]));
                }
            }
            clusterOfUser[u] = chosen(clusterOfUser[u], errors, userClusters, byUser.length(u));
        }
        SparseRows byItem = ratings.byItem();
        double sum = 0;
        for (int i = 0; i < clusterOfItem.length; i++) {
            checkNowAndThen(i, cancellation);
            for (int b = 0; b < itemClusters; b++) {
                errors[b] = 0;
                for (int p = byItem.start(i); p < byItem.end(i); p++) {
                    int u = byItem.column(p);
                    errors[b] += square(byItem.value(p) - estimate(u, i, clusterOfUser[u], b));
                }
            }
            clusterOfItem[i] = chosen(clusterOfItem[i], errors, itemClusters, byItem.length(i));
            sum += byItem.length(i) == 0 ? 0 : errors[clusterOfItem[i]];
        }
        average();
        lastErrors = sum;
        return sum;
    }

    private int chosen(int before, double[] errors, int clusters, int count) {
        if (count == 0) {
            return before;
        }
        int best = 0;
        for (int c = 1; c < clusters; c++) {
            best = errors[c] < errors[best] ? c : best;
        }
        changes += best == before ? 0 : 1;
        return best;
    }

    private double estimate(int user, int item, int userCluster, int itemCluster) {
        return pairMean[userCluster * itemClusters + itemCluster]
                + userMean[user]
                - userClusterMean[userCluster]
                + itemMean[item]
                - itemClusterMean[itemCluster];
    }

    /** The cluster of each user. */
    int[] clustersOfUsers() {
        return clusterOfUser;
    }

    /** The cluster of each item. */
    int[] clustersOfItems() {
        return clusterOfItem;
    }

    /**
     * The model as it is now: a user's vector is the row of their cluster, less what the item clusters have anyway; an item's
     * names its cluster; what is left are biases.
     */
    TrainedModel model(ModelInfo info) {
        float[] users = new float[clusterOfUser.length * itemClusters];
        float[] items = new float[clusterOfItem.length * itemClusters];
        double[] userBias = new double[clusterOfUser.length];
        double[] itemBias = new double[clusterOfItem.length];
        for (int u = 0; u < clusterOfUser.length; u++) {
            int a = clusterOfUser[u];
            for (int b = 0; b < itemClusters; b++) {
                users[u * itemClusters + b] = (float) (pairMean[a * itemClusters + b] - itemClusterMean[b]);
            }
            userBias[u] = userMean[u] - userClusterMean[a];
        }
        for (int i = 0; i < clusterOfItem.length; i++) {
            items[i * itemClusters + clusterOfItem[i]] = 1f;
            itemBias[i] = itemMean[i] - ratings.mean();
        }
        return new RatingVectors(info, ratings, itemClusters, users, items, FOLD_IN_RIDGE, 0)
                .biased(userBias, itemBias, 0);
    }

    private static double square(double x) {
        return x * x;
    }

    private static void checkNowAndThen(int row, Cancellation cancellation) throws InterruptedException {
        if (row % ROWS_BETWEEN_CHECKS == 0) {
            cancellation.check();
        }
    }
}
