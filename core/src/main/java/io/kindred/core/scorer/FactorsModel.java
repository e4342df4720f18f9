package io.kindred.core.scorer;

import io.kindred.core.artifact.ArtifactReader;
import io.kindred.core.artifact.ArtifactWriter;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.model.EmbeddingModel;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.SimilarItems;
import io.kindred.core.model.UserItemScorer;
import java.io.IOException;

/**
 * The serving form {@code factors}: {@code score(u, i) = userFactors[u] . itemFactors[i]}. Biases are columns of the factors
 * (a constant 1 on the other side). Models that can also fold in unseen users are an {@link ImplicitFactorsModel}, which was
 * trained with the least-squares objective and so can explain itself, or a {@link FoldInFactorsModel}; one whose score is a
 * rating is a {@link RatingFactorsModel}; one that follows sessions is a {@link SessionFactorsModel}.
 */
public sealed class FactorsModel extends ServingModel implements UserItemScorer, SimilarItems, EmbeddingModel
        permits ImplicitFactorsModel, FoldInFactorsModel, RatingFactorsModel, SessionFactorsModel {
    private final FloatMatrix userFactors;
    private final FloatMatrix itemFactors;

    /**
     * @param userFactors users x d; a row of zeros is a user of whom nothing was learnt
     * @param itemFactors items x d
     */
    public FactorsModel(
            ModelInfo info,
            Vocabulary users,
            Vocabulary items,
            UserHistories histories,
            FloatMatrix userFactors,
            FloatMatrix itemFactors) {
        super(info, users, items, histories);
        if (userFactors.rows() != users.size()
                || itemFactors.rows() != items.size()
                || userFactors.columns() != itemFactors.columns()) {
            throw new IllegalArgumentException("factors of " + userFactors.rows() + " x " + userFactors.columns()
                    + " and "
                    + itemFactors.rows() + " x " + itemFactors.columns() + " do not fit " + users.size() + " users and "
                    + items.size() + " items");
        }
        this.userFactors = userFactors;
        this.itemFactors = itemFactors;
    }

    static FactorsModel load(ModelInfo info, ArtifactReader in) throws IOException {
        Vocabulary users = in.vocabulary("users");
        Vocabulary items = in.vocabulary("items");
        UserHistories histories = in.histories("histories", items.size());
        FloatMatrix userFactors = in.matrix("user_factors");
        FloatMatrix itemFactors = in.matrix("item_factors");
        if (in.has(ImplicitFactorsModel.GRAM)) {
            ImplicitFoldIn foldIn = ImplicitFoldIn.load(in, ImplicitFactorsModel.GRAM);
            return new ImplicitFactorsModel(info, users, items, histories, userFactors, itemFactors, foldIn);
        }
        if (in.has(RatingFoldIn.DEFAULT_USER)) {
            return RatingFactorsModel.load(info, users, items, histories, userFactors, itemFactors, in);
        }
        if (in.has(SessionFactorsModel.TRANSITIONS)) {
            return SessionFactorsModel.load(info, in, users, items, histories, userFactors, itemFactors);
        }
        if (FoldInFactorsModel.isIn(in)) {
            UserFoldIn foldIn = FoldInFactorsModel.loadFoldIn(in);
            if (FeatureEmbeddings.isIn(in)) {
                return FeatureFactorsModel.load(info, in, users, items, histories, userFactors, itemFactors, foldIn);
            }
            return new FoldInFactorsModel(info, users, items, histories, userFactors, itemFactors, foldIn);
        }
        return new FactorsModel(info, users, items, histories, userFactors, itemFactors);
    }

    @Override
    void saveForm(ArtifactWriter out) throws IOException {
        out.matrix("user_factors", userFactors);
        out.matrix("item_factors", itemFactors);
    }

    /** Users x d. */
    public final FloatMatrix userFactors() {
        return userFactors;
    }

    @Override
    public final FloatMatrix itemVectors() {
        return itemFactors;
    }

    @Override
    public final void userVector(int user, float[] target) {
        userFactors.copyRow(user, target);
    }

    @Override
    public final boolean canScore(int user) {
        for (float component : userFactors.row(user)) {
            if (component != 0f) {
                return true;
            }
        }
        return false;
    }

    @Override
    public final void scoreAll(int user, float[] scores) {
        itemFactors.dots(userFactors.row(user), 0, itemFactors.rows(), scores, 0);
    }

    @Override
    public final void score(int user, int[] items, float[] scores) {
        float[] vector = userFactors.row(user);
        for (int j = 0; j < items.length; j++) {
            scores[j] = itemFactors.dot(vector, items[j]);
        }
    }

    /** Cosine similarity of the item vectors; NaN for an item whose vector is zero. */
    @Override
    public void scoreSimilar(int item, float[] scores) {
        Cosines.score(itemFactors, item, scores);
    }
}
