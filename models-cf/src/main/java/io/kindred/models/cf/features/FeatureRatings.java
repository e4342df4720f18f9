package io.kindred.models.cf.features;

import io.kindred.core.math.FloatMatrix;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.scorer.FeatureEmbeddings;
import io.kindred.core.scorer.FeatureRatingsModel;
import io.kindred.core.scorer.RatingFactorsModel;
import io.kindred.core.scorer.RatingFoldIn;
import io.kindred.models.cf.ratings.Ratings;

/**
 * Makes models that predict ratings of vectors that were summed from features. A rating is
 * {@code constant + b_u + b_i + p'q}; its terms become the columns {@code [p, b_u, 1]} and {@code [q, 1, constant + b_i]}.
 *
 * @param info of the model to be
 * @param ratings it was trained on
 * @param constant of every rating
 * @param foldInConstant ridge strength with which an unseen user is learnt from a history, see {@link RatingFoldIn}
 * @param foldInPerRating ridge strength that each rating adds
 */
public record FeatureRatings(
        ModelInfo info, Ratings ratings, double constant, double foldInConstant, double foldInPerRating) {
    /**
     * A model; without user features it has no cold start.
     *
     * @param userFeatures who has which features
     * @param userSums users x (d + 1), the bias last
     * @param userEmbeddings user metadata indicators x (d + 1), the weight last
     * @param itemSums items x (d + 1), the bias last
     */
    public TrainedModel model(
            EntityFeatures userFeatures, FloatMatrix userSums, FloatMatrix userEmbeddings, FloatMatrix itemSums) {
        int d = userSums.columns();
        FloatMatrix users = FloatMatrix.zeros(userSums.rows(), d + 1);
        for (int u = 0; u < users.rows(); u++) {
            if (!userFeatures.isEmpty(u)) {
                System.arraycopy(userSums.array(), u * d, users.array(), u * (d + 1), d);
                users.array()[u * (d + 1) + d] = 1f;
            }
        }
        FloatMatrix items = FloatMatrix.zeros(itemSums.rows(), d + 1);
        for (int i = 0; i < items.rows(); i++) {
            System.arraycopy(itemSums.array(), i * d, items.array(), i * (d + 1), d - 1);
            items.array()[i * (d + 1) + d - 1] = 1f;
            items.array()[i * (d + 1) + d] = (float) (constant + itemSums.get(i, d - 1));
        }
        FloatMatrix vectors = FloatMatrix.zeros(userEmbeddings.rows(), d + 1);
        for (int f = 0; f < vectors.rows(); f++) {
            System.arraycopy(userEmbeddings.array(), f * d, vectors.array(), f * (d + 1), d);
        }
        float[] base = new float[d + 1];
        base[d] = 1f;
        RatingFoldIn foldIn =
                new RatingFoldIn(FloatMatrix.of(base.clone(), 1, d + 1), d, foldInConstant, foldInPerRating);
        if (vectors.rows() == 0) {
            return new RatingFactorsModel(
                    info,
                    ratings.interactions().users(),
                    ratings.interactions().items(),
                    ratings.histories(),
                    users,
                    items,
                    ratings.scale(),
                    foldIn,
                    d - 1);
        }
        return new FeatureRatingsModel(
                info,
                ratings.interactions().users(),
                ratings.interactions().items(),
                ratings.histories(),
                users,
                items,
                ratings.scale(),
                foldIn,
                d - 1,
                new FeatureEmbeddings(userFeatures.encoding(), vectors, base));
    }
}
