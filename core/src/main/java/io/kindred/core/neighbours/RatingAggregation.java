package io.kindred.core.neighbours;

/**
 * How a rating is predicted from the ratings of neighbours: a mean of what they rated weighted by similarity, of which some are
 * taken relative to a centre and set on the row's own centre again. The order is part of saved models: new ones go last.
 */
public enum RatingAggregation {
    /** No ratings are predicted: items are ranked by the sum of similarities. */
    NONE,
    /** The weighted mean of the neighbours' ratings; without enough neighbours the mean of all ratings. */
    BASIC,
    /** Ratings relative to the row's mean (Resnick et al., GroupLens, 1994). */
    WITH_MEANS,
    /** Ratings relative to the row's mean, in units of its standard deviation (Herlocker et al., 1999). */
    Z_SCORE,
    /** Ratings relative to the baseline estimate {@code mean + user bias + item bias} (Koren, 2010). */
    BASELINE
}
