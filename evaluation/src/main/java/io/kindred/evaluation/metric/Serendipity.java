package io.kindred.evaluation.metric;

/**
 * {@code serendipity}: the share of the first k entries that are relevant and not among the k most popular candidates of the
 * user, which anybody would have guessed (Ge, Delgado-Battenfeld and Jannach, Beyond Accuracy, 2010, with popularity as the
 * primitive recommender). Divides by k. Not thread-safe.
 */
public final class Serendipity implements ListMetric {
    private final TrainingStatistics training;
    /** The place of an item among the user's candidates by popularity, from 1; valid where {@link #turnOf} is the turn. */
    private final int[] expectedAt;

    private final int[] turnOf;
    private int turn;

    public Serendipity(TrainingStatistics training) {
        this.training = training;
        this.expectedAt = new int[training.itemCount()];
        this.turnOf = new int[training.itemCount()];
    }

    @Override
    public String label() {
        return "serendipity";
    }

    @Override
    public void measure(UserCase user, int[] at, double[] values) {
        turn++;
        int longest = at[at.length - 1];
        int expected = 0;
        for (int rank = 0; rank < training.itemCount() && expected < longest; rank++) {
            int item = training.atPopularityRank(rank);
            if (user.isCandidate(item)) {
                turnOf[item] = turn;
                expected++;
                expectedAt[item] = expected;
            }
        }
        for (int c = 0; c < at.length; c++) {
            int k = at[c];
            int surprising = 0;
            for (int r = 0; r < Math.min(k, user.listSize()); r++) {
                int item = user.listed(r);
                boolean guessed = turnOf[item] == turn && expectedAt[item] <= k;
                surprising += user.hit(r) && !guessed ? 1 : 0;
            }
            values[c] = (double) surprising / k;
        }
    }
}
