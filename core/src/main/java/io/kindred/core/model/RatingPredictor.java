package io.kindred.core.model;

/** Predicts ratings on the scale of the training values. */
public interface RatingPredictor extends Recommender {
    /** The predicted rating of an item by a user, both given by index; NaN if there is none. */
    float predictRating(int user, int item);
}
