package io.kindred.evaluation.split;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import java.util.List;
import java.util.Map;

/**
 * {@code strong-generalization}: whole users are held out of training; of each, a random share of interactions is handed over
 * with the query and the rest is to be predicted (Marlin, Collaborative Filtering: A Machine Learning Perspective, 2004;
 * Liang et al., Variational Autoencoders for Collaborative Filtering, 2018). Users with one interaction are never held out.
 *
 * @param seed of the draws
 * @param fractions shares of the users
 * @param foldIn share of a held-out user's interactions that is handed over
 * @param validation whether there are validation users; otherwise they train
 */
public record StrongGeneralization(long seed, Fractions fractions, double foldIn, boolean validation)
        implements Splitter {
    static final String NAME = "strong-generalization";

    @Override
    public String protocol() {
        return NAME;
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of(
                "seed",
                seed,
                "train",
                fractions.train(),
                "valid",
                fractions.validation(),
                "test",
                fractions.test(),
                "foldIn",
                foldIn,
                "validation",
                validation);
    }

    @Override
    public Split split(Interactions data) {
        HeldOutUsers heldOut = new HeldOutUsers(data, seed, foldIn);
        int[] users = heldOut.shuffled();
        if (users.length < 2) {
            throw new KindredException(
                    "the protocol 'strong-generalization' needs at least two users with two interactions"
                            + " each; the data has " + users.length);
        }
        int tests = fractions.testOf(users.length);
        int validations = validation ? fractions.validationOf(users.length, tests) : 0;
        Parts parts = new Parts(data);
        for (int i = 0; i < tests; i++) {
            heldOut.toTest(users[i], parts);
        }
        for (int i = tests; i < tests + validations; i++) {
            heldOut.toValidation(users[i], parts);
        }
        return new Split(NAME, settings(), List.of(parts.fold(0)));
    }
}
