package io.kindred.models.cf.incremental;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.model.Recommender;

/** A model's training histories together with what has happened since. Stateless and thread-safe. */
public final class GrownInteractions {
    private GrownInteractions() {}

    /**
     * The union, each user's old items before the new ones, over the vocabularies of the new interactions.
     *
     * @param base the earlier model; the order of its histories is kept, values and times of its training are not known
     * @param delta the new interactions; their vocabularies begin with those of the model
     * @param oldValue the value an old interaction gets
     * @return without repeats of a pair; the last one counts
     * @throws KindredException if an id of the model is missing or was renumbered
     */
    public static Interactions of(Recommender base, Interactions delta, float oldValue) {
        requirePrefix(base.users(), delta.users(), "users");
        requirePrefix(base.items(), delta.items(), "items");
        UserHistories histories = base.histories();
        SparseRows added = delta.byUser();
        Interactions.Builder builder = Interactions.builder(delta.users(), delta.items(), TimeKind.ORDER);
        for (int u = 0; u < delta.userCount(); u++) {
            if (u < histories.userCount()) {
                for (int item : histories.of(u)) {
                    builder.add(u, item, oldValue, builder.size());
                }
            }
            for (int p = added.start(u); p < added.end(u); p++) {
                builder.add(u, added.column(p), added.value(p), builder.size());
            }
        }
        return builder.build().distinct();
    }

    private static void requirePrefix(Vocabulary earlier, Vocabulary later, String what) {
        int[] places = earlier.mapTo(later);
        for (int i = 0; i < places.length; i++) {
            if (places[i] != i) {
                throw new KindredException("the " + what + " of an update must begin with the " + earlier.size()
                        + " of the model in their order, but '" + earlier.idOf(i) + "', number " + i
                        + " of the model, " + (places[i] < 0 ? "is missing" : "is number " + places[i])
                        + "; extend the model's vocabulary with Vocabulary.extend()");
            }
        }
    }
}
