package io.kindred.evaluation.split;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code k-fold-users}: {@code strong-generalization} with every user held out in one of k folds. With validation the users of
 * the fold after it, in a circle, are validation users. Users with one interaction always train.
 *
 * @param seed of the draws
 * @param folds how many
 * @param foldIn share of a held-out user's interactions that is handed over
 * @param validation whether there are validation users; otherwise they train
 */
public record KFoldUsers(long seed, int folds, double foldIn, boolean validation) implements Splitter {
    static final String NAME = "k-fold-users";

    @Override
    public String protocol() {
        return NAME;
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of("seed", seed, "folds", folds, "foldIn", foldIn, "validation", validation);
    }

    @Override
    public Split split(Interactions data) {
        HeldOutUsers heldOut = new HeldOutUsers(data, seed, foldIn);
        int[] users = heldOut.shuffled();
        if (users.length < folds || (validation && folds < 3)) {
            throw new KindredException("the protocol 'k-fold-users' cannot make " + folds + " folds of " + users.length
                    + " users with two or more interactions; it needs one such user a fold, and three folds when there is"
                    + " validation");
        }
        List<Fold> result = new ArrayList<>(folds);
        for (int f = 0; f < folds; f++) {
            Parts parts = new Parts(data);
            int next = (f + 1) % folds;
            for (int i = 0; i < users.length; i++) {
                if (i % folds == f) {
                    heldOut.toTest(users[i], parts);
                } else if (validation && i % folds == next) {
                    heldOut.toValidation(users[i], parts);
                }
            }
            result.add(parts.fold(0));
        }
        return new Split(NAME, settings(), result);
    }
}
