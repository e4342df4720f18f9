package io.kindred.core.scorer;

import io.kindred.core.artifact.ArtifactReader;
import io.kindred.core.artifact.ArtifactWriter;

/**
 * Between which values ratings lie.
 *
 * @param least the lowest rating
 * @param greatest the highest rating, at least the lowest
 */
public record RatingScale(float least, float greatest) {
    public RatingScale {
        if (!(least <= greatest && Float.isFinite(least) && Float.isFinite(greatest))) {
            throw new IllegalArgumentException("ratings from " + least + " to " + greatest + " are no scale");
        }
    }

    static RatingScale load(ArtifactReader in) {
        return new RatingScale((float) in.number("rating_min"), (float) in.number("rating_max"));
    }

    void save(ArtifactWriter out) {
        out.setting("rating_min", least);
        out.setting("rating_max", greatest);
    }

    /** The nearest rating on the scale; NaN stays NaN. */
    public float clip(float rating) {
        return Math.max(least, Math.min(greatest, rating));
    }

    /** The rating that stands at a place of a history: clipped to the scale, the top of it where there are no ratings. */
    float of(float[] ratings, int place) {
        return ratings == null ? greatest : clip(ratings[place]);
    }
}
