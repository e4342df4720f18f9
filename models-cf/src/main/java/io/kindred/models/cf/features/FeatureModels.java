package io.kindred.models.cf.features;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.UserHistories;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.scorer.FeatureEmbeddings;
import io.kindred.core.scorer.FeatureFactorsModel;
import io.kindred.core.scorer.FoldInFactorsModel;

/**
 * Makes models that rank of vectors that were summed from features. All matrices have the biases in their last column. The users' biases
 * do not change the order of a user's items, so in a model the users' last column is the constant that meets the items' bias.
 *
 * @param info of the model to be
 * @param interactions in training, without repeats
 * @param histories of the interactions
 */
public record FeatureModels(ModelInfo info, Interactions interactions, UserHistories histories) {
    /**
     * A model that ranks; without user features it has no cold start.
     *
     * @param userFeatures who has which features
     * @param userSums users x (d + 1); changed
     * @param userEmbeddings user metadata indicators x (d + 1); changed
     * @param itemSums items x (d + 1)
     */
    public TrainedModel ranking(
            EntityFeatures userFeatures, FloatMatrix userSums, FloatMatrix userEmbeddings, FloatMatrix itemSums) {
        FeatureEmbeddings embeddings = embeddings(userFeatures, userSums, userEmbeddings);
        if (userFeatures.metadataCount() == 0) {
            return FoldInFactorsModel.leastSquares(
                    info, interactions.users(), interactions.items(), histories, userSums, itemSums);
        }
        return new FeatureFactorsModel(
                info, interactions.users(), interactions.items(), histories, userSums, itemSums, embeddings);
    }

    private static FeatureEmbeddings embeddings(
            EntityFeatures userFeatures, FloatMatrix userSums, FloatMatrix userEmbeddings) {
        int bias = userSums.columns() - 1;
        for (int u = 0; u < userSums.rows(); u++) {
            userSums.array()[u * (bias + 1) + bias] = userFeatures.isEmpty(u) ? 0f : 1f;
        }
        for (int f = 0; f < userEmbeddings.rows(); f++) {
            userEmbeddings.array()[f * (bias + 1) + bias] = 0f;
        }
        float[] base = new float[bias + 1];
        base[bias] = 1f;
        return new FeatureEmbeddings(userFeatures.encoding(), userEmbeddings, base);
    }
}
