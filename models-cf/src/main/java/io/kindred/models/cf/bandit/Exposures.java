package io.kindred.models.cf.bandit;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.data.UserHistories;
import io.kindred.core.model.TrainingContext;

/** What interactions mean to a bandit. Stateless. */
final class Exposures {
    /** Settings of an artifact are doubles, which hold whole numbers of this size exactly. */
    private static final long SEED_BITS = (1L << 48) - 1;

    private Exposures() {}

    /** What users had: all interactions, or of exposures only those that earned something, so that the others come again. */
    static UserHistories histories(RewardSource source, Interactions interactions) {
        return UserHistories.of(rewarded(source, interactions));
    }

    /**
     * The interactions that go into histories.
     *
     * @throws KindredException if an exposure's value is not a reward from 0 to 1
     */
    static Interactions rewarded(RewardSource source, Interactions interactions) {
        if (source == RewardSource.IMPLICIT) {
            return interactions;
        }
        SparseRows rows = interactions.byUser();
        for (int u = 0; u < rows.rowCount(); u++) {
            for (int p = rows.start(u); p < rows.end(u); p++) {
                if (!(rows.value(p) >= 0 && rows.value(p) <= 1)) {
                    throw new KindredException("the interaction of user '"
                            + interactions.users().idOf(u) + "' with item '"
                            + interactions.items().idOf(rows.column(p)) + "' has the value " + rows.value(p)
                            + ", but with rewards=exposures values are rewards from 0 to 1; set rewards=implicit");
                }
            }
        }
        return interactions.filter((user, item, value, time, position) -> value > 0);
    }

    /** How many users have a history. */
    static int activeUsers(UserHistories histories) {
        int active = 0;
        for (int u = 0; u < histories.userCount(); u++) {
            active += histories.length(u) > 0 ? 1 : 0;
        }
        return active;
    }

    /** The seed of a model's draws. */
    static long drawSeed(TrainingContext context) {
        return context.seed() & SEED_BITS;
    }
}
