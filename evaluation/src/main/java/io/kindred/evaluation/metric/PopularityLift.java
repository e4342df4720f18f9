package io.kindred.evaluation.metric;

/**
 * {@code popularity-lift}: by how much the mean popularity of the first k entries exceeds the mean popularity of the items in
 * the user's own history, as a share of the latter; 0 when the list is as popular as the history, 1 when twice so
 * (Abdollahpouri et al., The Connection Between Popularity Bias, Calibration, and Fairness in Recommendation, 2020, here for
 * each user). Popularity is the number of training users with the item. Not defined for an empty list and for a user without
 * history or whose history nobody in training has. Immutable and thread-safe.
 *
 * @param training what users have
 */
public record PopularityLift(TrainingStatistics training) implements ListMetric {
    @Override
    public String label() {
        return "popularity-lift";
    }

    @Override
    public void measure(UserCase user, int[] at, double[] values) {
        long own = 0;
        for (int h = 0; h < user.historySize(); h++) {
            own += training.popularity(user.historyItem(h));
        }
        double usual = own == 0 ? Double.NaN : (double) own / user.historySize();
        long sum = 0;
        int r = 0;
        for (int c = 0; c < at.length; c++) {
            int k = Math.min(at[c], user.listSize());
            for (; r < k; r++) {
                sum += training.popularity(user.listed(r));
            }
            values[c] = k == 0 ? Double.NaN : ((double) sum / k - usual) / usual;
        }
    }
}
