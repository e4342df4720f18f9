package io.kindred.featurestore.sample;

/**
 * The recommender that was in place during the simulated period: it fills the positions of a slate one after
 * the other, without repetition, each from a softmax over appeal and taste mixed with uniform exploration:
 *
 * <pre>P(i | slate so far) = (1 - e) w_i / sum_j w_j + e / n,   w_i = exp(b appeal_i + c p_u(t - 1 epoch) . q_i)</pre>
 *
 * where j runs over the n candidates: films that have premiered, that the viewer has not watched and that are
 * not in the slate yet. The policy knows the taste of one epoch ago, as a model trained last season would. This
 * probability is the logged propensity. The softmax without replacement is the model of R. L. Plackett, "The
 * Analysis of Permutations", Applied Statistics 1975.
 *
 * <p>Immutable and thread-safe.
 */
public final class LoggingPolicy {
    private final SimulatedTruth truth;
    private final double exploration;
    private final double tasteWeight;
    private final double popularityWeight;

    /** The logging policy of a world. */
    public LoggingPolicy(FilmWorld world) {
        truth = world.truth();
        exploration = world.parameters().exploration();
        tasteWeight = world.parameters().policyTaste();
        popularityWeight = world.parameters().policyPopularity();
    }

    /** Softmax weights of all films for a viewer in an epoch, before candidates are restricted. */
    public double[] weights(int user, int epoch) {
        int known = Math.max(0, epoch - 1);
        double[] weights = new double[truth.items()];
        for (int item = 0; item < weights.length; item++) {
            weights[item] = StrictMath.exp(
                    popularityWeight * truth.appeal(item) + tasteWeight * truth.affinityInEpoch(user, item, known));
        }
        return weights;
    }

    /**
     * Probabilities with which the next position of a slate is filled.
     *
     * @param weights from {@link #weights}
     * @param candidate for each film whether it may be shown; at least one
     * @return a probability for each film; they sum to 1, are positive for candidates and 0 for all others
     */
    public double[] probabilities(double[] weights, boolean[] candidate) {
        double[] open = new double[weights.length];
        int count = 0;
        for (int item = 0; item < weights.length; item++) {
            if (candidate[item]) {
                open[item] = weights[item];
                count++;
            }
        }
        double total = total(open);
        double[] probabilities = new double[weights.length];
        for (int item = 0; item < weights.length; item++) {
            probabilities[item] = candidate[item] ? propensity(open[item], total, count) : 0;
        }
        return probabilities;
    }

    /** Probability of a candidate with the given weight among {@code count} whose weights sum to {@code total}. */
    double propensity(double weight, double total, int count) {
        return (1 - exploration) * weight / total + exploration / count;
    }

    /**
     * Draws the film for the next position.
     *
     * @param open weights of the candidates, 0 for all other films
     * @param total their sum, as {@link #total} computes it
     * @param count number of candidates
     */
    int draw(double[] open, double total, int count, SampleRandom random) {
        boolean explore = random.chance(exploration);
        double left = explore ? random.below(count) : random.uniform() * total;
        int last = -1;
        for (int item = 0; item < open.length; item++) {
            if (open[item] > 0) {
                last = item;
                left -= explore ? 1 : open[item];
                if (left < 0) {
                    return item;
                }
            }
        }
        return last;
    }

    /** Sum of weights, always in the same order and so always the same to the last bit. */
    static double total(double[] weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        return total;
    }
}
