package io.kindred.core.scorer;

import io.kindred.core.artifact.ArtifactReader;
import io.kindred.core.artifact.ArtifactWriter;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.SparseMatrix;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.UserItemScorer;
import java.io.IOException;
import java.util.Arrays;

/**
 * The serving form {@code user-similarity}:
 * {@code score(u, i) = selfWeight * P[u, i] + sum over v of N[u, v] * P[v, i]}, where P are the users' profiles and N the
 * weights of each user's neighbours. With a weight on the user's own profile it carries TIFU-kNN. A model that can also find the
 * neighbours of unseen users is a {@link UserKnnModel}.
 */
public sealed class UserSimilarityModel extends ServingModel implements UserItemScorer permits UserKnnModel {
    private final SparseMatrix neighbours;
    private final SparseMatrix profiles;
    private final double selfWeight;

    /**
     * @param neighbours users x users; row u holds the weight of each neighbour of u
     * @param profiles users x items; row v holds what v adds to the score of each item, per unit of weight
     * @param selfWeight the weight of a user's own profile, finite; 0 for none
     */
    public UserSimilarityModel(
            ModelInfo info,
            Vocabulary users,
            Vocabulary items,
            UserHistories histories,
            SparseMatrix neighbours,
            SparseMatrix profiles,
            double selfWeight) {
        super(info, users, items, histories);
        requireShapes(users.size(), items.size(), neighbours, profiles);
        if (!Double.isFinite(selfWeight)) {
            throw new IllegalArgumentException("the weight of a user's own profile is " + selfWeight);
        }
        this.neighbours = neighbours;
        this.profiles = profiles;
        this.selfWeight = selfWeight;
    }

    /** Checks that neighbours are users x users and profiles users x items. */
    static void requireShapes(int users, int items, SparseMatrix neighbours, SparseMatrix profiles) {
        if (neighbours.rows() != users || neighbours.columns() != users) {
            throw new IllegalArgumentException("a user-similarity model needs " + users + " x " + users
                    + " neighbour weights, got " + neighbours.rows() + " x " + neighbours.columns());
        }
        if (profiles.rows() != users || profiles.columns() != items) {
            throw new IllegalArgumentException("a user-similarity model needs " + users + " x " + items
                    + " profiles, got " + profiles.rows() + " x " + profiles.columns());
        }
    }

    static ServingModel load(ModelInfo info, ArtifactReader in) throws IOException {
        Vocabulary users = in.vocabulary("users");
        Vocabulary items = in.vocabulary("items");
        UserHistories histories = in.histories("histories", items.size());
        if (in.has("ratings")) {
            return UserRatingsModel.load(info, users, items, histories, in);
        }
        SparseMatrix neighbours = in.sparse("neighbours", users.size());
        SparseMatrix profiles = in.sparse("profiles", items.size());
        if (in.has("item_idf")) {
            return UserKnnModel.load(info, users, items, histories, neighbours, profiles, in);
        }
        return new UserSimilarityModel(info, users, items, histories, neighbours, profiles, in.number("self_weight"));
    }

    @Override
    void saveForm(ArtifactWriter out) throws IOException {
        out.sparse("neighbours", neighbours);
        out.sparse("profiles", profiles);
        out.setting("self_weight", selfWeight);
    }

    /** Users x users: the weight of each neighbour. */
    public final SparseMatrix neighbours() {
        return neighbours;
    }

    /** Users x items: what each user adds to the score of an item. */
    public final SparseMatrix profiles() {
        return profiles;
    }

    /** Whether the user has a neighbour, or a profile of their own that counts. */
    @Override
    public final boolean canScore(int user) {
        return neighbours.start(user) < neighbours.end(user)
                || (selfWeight != 0 && profiles.start(user) < profiles.end(user));
    }

    @Override
    public final void scoreAll(int user, float[] scores) {
        Arrays.fill(scores, 0f);
        if (selfWeight != 0) {
            profiles.addRow(user, (float) selfWeight, scores);
        }
        for (int p = neighbours.start(user); p < neighbours.end(user); p++) {
            profiles.addRow(neighbours.column(p), neighbours.value(p), scores);
        }
    }
}
