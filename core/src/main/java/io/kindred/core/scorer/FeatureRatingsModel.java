package io.kindred.core.scorer;

import io.kindred.core.artifact.ArtifactReader;
import io.kindred.core.artifact.ArtifactWriter;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.RatingPredictor;
import java.io.IOException;

/**
 * Feature factors trained on ratings: the rating is the score, which ranks the items of one user, plus an offset that is the
 * same for all items of that user, kept within the scale of the ratings.
 */
public final class FeatureRatingsModel extends FeatureFactorsModel implements RatingPredictor {
    private final Scale scale;

    /**
     * What turns a score into a rating.
     *
     * @param offsets 1 x users
     * @param least the lowest rating
     * @param greatest the highest rating
     */
    public record Scale(FloatMatrix offsets, double least, double greatest) {
        static Scale load(ArtifactReader in) throws IOException {
            return new Scale(in.matrix("user_offsets"), in.number("least_rating"), in.number("greatest_rating"));
        }

        void save(ArtifactWriter out) throws IOException {
            out.matrix("user_offsets", offsets);
            out.setting("least_rating", least);
            out.setting("greatest_rating", greatest);
        }
    }

    /** A form as {@link FeatureFactorsModel} with a scale. */
    public FeatureRatingsModel(
            ModelInfo info,
            Vocabulary users,
            Vocabulary items,
            UserHistories histories,
            FloatMatrix userFactors,
            FloatMatrix itemFactors,
            FeatureEmbeddings embeddings,
            Scale scale) {
        super(info, users, items, histories, userFactors, itemFactors, embeddings);
        this.scale = fitting(scale, users);
    }

    FeatureRatingsModel(
            ModelInfo info,
            Vocabulary users,
            Vocabulary items,
            UserHistories histories,
            FloatMatrix userFactors,
            FloatMatrix itemFactors,
            UserFoldIn foldIn,
            FeatureEmbeddings embeddings,
            Scale scale) {
        super(info, users, items, histories, userFactors, itemFactors, foldIn, embeddings);
        this.scale = fitting(scale, users);
    }

    private static Scale fitting(Scale scale, Vocabulary users) {
        if (scale.offsets().rows() != 1 || scale.offsets().columns() != users.size()) {
            throw new IllegalArgumentException("the offsets are "
                    + scale.offsets().rows() + " x " + scale.offsets().columns() + " for " + users.size() + " users");
        }
        if (!(scale.least() <= scale.greatest())) {
            throw new IllegalArgumentException("the ratings range from " + scale.least() + " to " + scale.greatest());
        }
        return scale;
    }

    @Override
    void saveForm(ArtifactWriter out) throws IOException {
        super.saveForm(out);
        scale.save(out);
    }

    @Override
    public float predictRating(int user, int item) {
        double rating = (double) scale.offsets().get(0, user)
                + itemVectors().dot(userFactors().row(user), item);
        return (float) Math.min(scale.greatest(), Math.max(scale.least(), rating));
    }
}
