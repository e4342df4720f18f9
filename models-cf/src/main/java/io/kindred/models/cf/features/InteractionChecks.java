package io.kindred.models.cf.features;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;

/** What the hybrid models ask of interactions, with a line for people where it is not so. Stateless. */
public final class InteractionChecks {
    private InteractionChecks() {}

    /**
     * @throws KindredException if there is not one interaction
     */
    public static void notEmpty(String model, Interactions interactions) {
        if (interactions.size() == 0) {
            throw new KindredException(model + " cannot be trained: the training data have no interactions");
        }
    }

    /**
     * For interactions without repeats.
     *
     * @throws KindredException if every user with interactions had every item
     */
    public static void somethingToRank(String model, Interactions interactions) {
        long users = 0;
        for (int u = 0; u < interactions.userCount(); u++) {
            users += interactions.byUser().length(u) > 0 ? 1 : 0;
        }
        if (interactions.size() == users * interactions.itemCount()) {
            throw new KindredException(
                    model + " cannot be trained: every user of the training data had every one of the "
                            + interactions.itemCount() + " items, so there is nothing to rank them above");
        }
    }
}
