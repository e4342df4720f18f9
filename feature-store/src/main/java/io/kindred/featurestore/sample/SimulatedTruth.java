package io.kindred.featurestore.sample;

/**
 * What no log shows: the places of the films, the tastes of the viewers over time, and so the probability of
 * every click. With it the true value of any policy can be computed, which bandits and off-policy estimators
 * are measured against.
 *
 * <p>Users and items are dense indices; times are Unix seconds. A taste is constant within an epoch of {@code
 * epochDays} days; times before the period belong to the first epoch and times after it to the last. The
 * probabilities hold for films that the viewer has not watched yet. All numbers have six decimals, so that
 * {@code truth/} in the sample folder holds them exactly.
 *
 * <p>Immutable and thread-safe.
 */
public final class SimulatedTruth {
    private final ClickModel model;
    private final long start;
    private final long epochSeconds;
    private final double[][] filmPlaces;
    private final int[] popularityRanks;
    private final double[] appeals;
    private final long[] premieres;
    private final double[][][] tastes;
    private final double[] ratingBiases;

    /**
     * Takes over the arrays without copying them; the callers are this package's simulator and reader.
     *
     * @param filmPlaces items x factors
     * @param popularityRanks rank of each film in the popularity law, from 1
     * @param appeals standardised logarithm of each film's popularity weight
     * @param premieres Unix seconds from which each film can be shown
     * @param tastes users x epochs x factors
     * @param ratingBiases stars that each viewer gives above or below the rest
     */
    SimulatedTruth(
            ClickModel model,
            long start,
            long epochSeconds,
            double[][] filmPlaces,
            int[] popularityRanks,
            double[] appeals,
            long[] premieres,
            double[][][] tastes,
            double[] ratingBiases) {
        this.model = model;
        this.start = start;
        this.epochSeconds = epochSeconds;
        this.filmPlaces = filmPlaces;
        this.popularityRanks = popularityRanks;
        this.appeals = appeals;
        this.premieres = premieres;
        this.tastes = tastes;
        this.ratingBiases = ratingBiases;
    }

    /** Number of viewers. */
    public int users() {
        return tastes.length;
    }

    /** Number of films. */
    public int items() {
        return filmPlaces.length;
    }

    /** Number of epochs. */
    public int epochs() {
        return tastes[0].length;
    }

    /** Dimension of the latent space. */
    public int factors() {
        return filmPlaces[0].length;
    }

    /** The constants of the click and rating model. */
    public ClickModel model() {
        return model;
    }

    /** First moment of the simulated period, Unix seconds. */
    public long start() {
        return start;
    }

    /** Length of an epoch in seconds. */
    public long epochSeconds() {
        return epochSeconds;
    }

    /** Epoch of a time, 0 to {@link #epochs()} - 1. */
    public int epochOf(long time) {
        return Math.clamp(Math.floorDiv(time - start, epochSeconds), 0, epochs() - 1);
    }

    /** A copy of the film's place, a vector of length {@link #factors()} and norm 1 (up to rounding). */
    public double[] place(int item) {
        return filmPlaces[item].clone();
    }

    /** A copy of the viewer's taste in an epoch, a vector of length {@link #factors()} and norm 1. */
    public double[] taste(int user, int epoch) {
        return tastes[user][epoch].clone();
    }

    /** Cosine between taste and film, -1 to 1. */
    public double affinity(int user, int item, long time) {
        return affinityInEpoch(user, item, epochOf(time));
    }

    double affinityInEpoch(int user, int item, int epoch) {
        return TasteSpace.dot(tastes[user][epoch], filmPlaces[item]);
    }

    /** Rank of the film in the popularity law, 1 for the most popular. */
    public int popularityRank(int item) {
        return popularityRanks[item];
    }

    /** Standardised logarithm of the film's popularity weight: mean 0, standard deviation 1 over the films. */
    public double appeal(int item) {
        return appeals[item];
    }

    /** Time from which the film can be shown and watched, Unix seconds. */
    public long premiere(int item) {
        return premieres[item];
    }

    /** Whether the film can be shown and watched at a time. */
    public boolean available(int item, long time) {
        return time >= premieres[item];
    }

    /** Stars that the viewer gives above or below the rest. */
    public double ratingBias(int user) {
        return ratingBiases[user];
    }

    /** Probability of a click on the film in the first position of a slate. */
    public double clickProbability(int user, int item, long time) {
        return model.attraction(affinity(user, item, time), appeals[item]);
    }

    /**
     * Probability of a click on the film in the given position, which does not depend on the rest of the slate.
     *
     * @param position from 1
     */
    public double clickProbability(int user, int item, long time, int position) {
        return model.examination(position) * clickProbability(user, item, time);
    }

    /** Probability that the viewer looks at a position (from 1) at all; 1 for the first. */
    public double examination(int position) {
        return model.examination(position);
    }

    /** Expected number of clicks on a slate, the first element in the first position. */
    public double expectedClicks(int user, int[] slate, long time) {
        double sum = 0;
        for (int i = 0; i < slate.length; i++) {
            sum += clickProbability(user, slate[i], time, i + 1);
        }
        return sum;
    }

    /** Mean of the viewer's rating before it is rounded to half stars and cut to 1 .. 5. */
    public double expectedRating(int user, int item, long time) {
        return model.rating(affinity(user, item, time), appeals[item]) + ratingBiases[user];
    }
}
