package io.kindred.models.cf.features;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.UserHistories;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.scorer.FeatureEmbeddings;
import io.kindred.core.scorer.FeatureFactorsModel;
import io.kindred.core.scorer.FeatureRatingsModel;
import io.kindred.core.scorer.ImplicitFoldIn;

/**
 * Makes models of vectors that were summed from features. All matrices have the biases in their last column. The users' biases
 * do not change the order of a user's items, so in a model the users' last column is the constant that meets the items' bias.
 *
 * @param info of the model to be
 * @param interactions in training, without repeats
 * @param histories of the interactions
 */
public record FeatureModels(ModelInfo info, Interactions interactions, UserHistories histories) {
    /** Confidence of a pair without interaction when a history is folded in; one with has 1 more. */
    private static final double UNOBSERVED_WEIGHT = 0.1;

    /** Strength of the fold-in's regularisation in shares of the mean of the Gram matrix's diagonal. */
    private static final double FOLD_IN_SHARE = 0.1;

    /**
     * A model that ranks.
     *
     * @param userFeatures who has which features
     * @param userSums users x (d + 1); changed
     * @param userEmbeddings user metadata indicators x (d + 1); changed
     * @param itemSums items x (d + 1)
     */
    public TrainedModel ranking(
            EntityFeatures userFeatures, FloatMatrix userSums, FloatMatrix userEmbeddings, FloatMatrix itemSums) {
        FeatureEmbeddings embeddings = embeddings(userFeatures, userSums, userEmbeddings);
        return new FeatureFactorsModel(
                info,
                interactions.users(),
                interactions.items(),
                histories,
                userSums,
                itemSums,
                foldIn(itemSums),
                embeddings);
    }

    /**
     * A model that predicts ratings.
     *
     * @param scale the offset of each user and the range of the ratings
     */
    public TrainedModel rating(
            EntityFeatures userFeatures,
            FloatMatrix userSums,
            FloatMatrix userEmbeddings,
            FloatMatrix itemSums,
            FeatureRatingsModel.Scale scale) {
        FeatureEmbeddings embeddings = embeddings(userFeatures, userSums, userEmbeddings);
        return new FeatureRatingsModel(
                info,
                interactions.users(),
                interactions.items(),
                histories,
                userSums,
                itemSums,
                foldIn(itemSums),
                embeddings,
                scale);
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

    private static ImplicitFoldIn foldIn(FloatMatrix items) {
        int d = items.columns();
        double[] sums = new double[d * d];
        float[] row = new float[d];
        for (int i = 0; i < items.rows(); i++) {
            items.copyRow(i, row);
            for (int a = 0; a < d; a++) {
                for (int b = 0; b <= a; b++) {
                    sums[a * d + b] += (double) row[a] * row[b];
                }
            }
        }
        FloatMatrix gram = FloatMatrix.zeros(d, d);
        double trace = 0;
        for (int a = 0; a < d; a++) {
            trace += sums[a * d + a];
            for (int b = 0; b <= a; b++) {
                float value = (float) (UNOBSERVED_WEIGHT * sums[a * d + b]);
                gram.array()[a * d + b] = value;
                gram.array()[b * d + a] = value;
            }
        }
        double regularization = Math.max(1e-6, FOLD_IN_SHARE * UNOBSERVED_WEIGHT * trace / d);
        return new ImplicitFoldIn(gram, 1, regularization, UNOBSERVED_WEIGHT, 0);
    }
}
