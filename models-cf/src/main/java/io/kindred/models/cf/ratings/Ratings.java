package io.kindred.models.cf.ratings;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.data.TrainingData;
import io.kindred.core.data.UserHistories;
import io.kindred.core.scorer.RatingScale;

/**
 * Ratings to learn from. Immutable and thread-safe.
 *
 * @param interactions without repeats: of the ratings of a pair the last one counts
 * @param histories of the same interactions
 * @param mean of all ratings
 * @param scale from the lowest to the highest rating there is
 */
public record Ratings(Interactions interactions, UserHistories histories, double mean, RatingScale scale) {
    /**
     * The ratings in training data.
     *
     * @param model names the model in the error
     * @throws KindredException if there are no interactions, or they carry no ratings: every value is 1
     */
    public static Ratings of(String model, TrainingData data) {
        Interactions interactions = data.interactions().distinct();
        if (interactions.size() == 0) {
            throw new KindredException(model + " cannot be trained: the training data have no interactions");
        }
        SparseRows rows = interactions.byUser();
        float least = rows.value(0);
        float greatest = least;
        double sum = 0;
        for (int p = 0; p < rows.size(); p++) {
            float value = rows.value(p);
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
            sum += value;
        }
        if (least == 1f && greatest == 1f) {
            throw new KindredException(
                    model + " needs ratings, but every interaction of the training data has the value 1;"
                            + " use data with a column of ratings, or a model that learns from what happened alone, such as als");
        }
        return new Ratings(
                interactions, UserHistories.of(interactions), sum / rows.size(), new RatingScale(least, greatest));
    }

    /** How many users there are, with and without ratings. */
    public int userCount() {
        return interactions.userCount();
    }

    /** How many items there are, with and without ratings. */
    public int itemCount() {
        return interactions.itemCount();
    }

    /** Rows are users. */
    public SparseRows byUser() {
        return interactions.byUser();
    }

    /** Rows are items. */
    public SparseRows byItem() {
        return interactions.byItem();
    }

    /** How many ratings there are. */
    public int size() {
        return interactions.size();
    }
}
