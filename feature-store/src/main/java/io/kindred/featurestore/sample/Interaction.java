package io.kindred.featurestore.sample;

/**
 * One film watched by one viewer; a viewer watches a film at most once.
 *
 * @param user dense index of the viewer
 * @param item dense index of the film
 * @param rating 1 to 5 in half stars, or NaN when the viewer gave none
 * @param time Unix seconds
 * @param session number of the session, unique over all viewers
 * @param recommended true if the viewer clicked on it in a slate, false if they found it themselves
 */
public record Interaction(int user, int item, double rating, long time, int session, boolean recommended) {
    /** Whether the viewer gave a rating. */
    public boolean rated() {
        return !Double.isNaN(rating);
    }
}
