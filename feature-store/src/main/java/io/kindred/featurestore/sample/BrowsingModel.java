package io.kindred.featurestore.sample;

import java.util.List;

/**
 * What viewers choose for themselves. A session has an intent, a genre g drawn with probability proportional
 * to {@code weight_g exp(4 p_u(t) . g)}; a film not yet watched is then chosen with probability proportional to
 *
 * <pre>(rank_i + 2)^-s exp(k p_u(t) . q_i + g . q_i)</pre>
 *
 * with s the Zipf exponent, k the taste strength and rank 1 for the most popular film. Immutable and
 * thread-safe.
 */
final class BrowsingModel {
    private static final List<Genre> INTENTS = List.of(Genre.values());
    private static final double INTENT_STRENGTH = 1.0;
    private static final double INTENT_SHARPNESS = 4;

    private final SimulatedTruth truth;
    private final TasteSpace space;
    private final double tasteStrength;
    private final double[] popularity;
    private final double[][] intentFactors;

    BrowsingModel(FilmWorld world, TasteSpace space) {
        this.truth = world.truth();
        this.space = space;
        this.tasteStrength = world.parameters().tasteStrength();
        int items = truth.items();
        popularity = new double[items];
        intentFactors = new double[INTENTS.size()][items];
        for (int item = 0; item < items; item++) {
            popularity[item] = PopularityLaw.weight(
                    truth.popularityRank(item), world.parameters().zipfExponent());
            double[] place = truth.place(item);
            for (int intent = 0; intent < INTENTS.size(); intent++) {
                double affinity = TasteSpace.dot(space.genre(INTENTS.get(intent)), place);
                intentFactors[intent][item] = StrictMath.exp(INTENT_STRENGTH * affinity);
            }
        }
    }

    /** Weights of the intents, in the order of the genres, of a viewer in an epoch. */
    double[] intentWeights(int user, int epoch) {
        double[] taste = truth.taste(user, epoch);
        double[] weights = new double[INTENTS.size()];
        for (int intent = 0; intent < weights.length; intent++) {
            Genre genre = INTENTS.get(intent);
            double affinity = TasteSpace.dot(taste, space.genre(genre));
            weights[intent] = genre.weight() * StrictMath.exp(INTENT_SHARPNESS * affinity);
        }
        return weights;
    }

    /** Weights of all films for a viewer in an epoch, before the intent of a session and what was watched. */
    double[] filmWeights(int user, int epoch) {
        double[] weights = new double[popularity.length];
        for (int item = 0; item < weights.length; item++) {
            weights[item] = popularity[item] * StrictMath.exp(tasteStrength * truth.affinityInEpoch(user, item, epoch));
        }
        return weights;
    }

    /** Weights of the films in one session: those of the epoch, moved by the intent, times 0 or 1 by candidate. */
    double[] sessionWeights(double[] filmWeights, int intent, double[] candidate) {
        double[] factors = intentFactors[intent];
        double[] weights = new double[filmWeights.length];
        for (int item = 0; item < weights.length; item++) {
            weights[item] = filmWeights[item] * factors[item] * candidate[item];
        }
        return weights;
    }
}
