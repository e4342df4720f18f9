package io.kindred.core.scorer;

import io.kindred.core.artifact.ArtifactWriter;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.model.ColdStartCapable;
import io.kindred.core.model.ModelInfo;
import java.io.IOException;
import java.util.Map;

/**
 * Factors that predict ratings and are sums of feature embeddings, so that a user of whom nothing but features is known can be
 * answered: {@link RatingFactorsModel} with what {@link FeatureFactorsModel} adds.
 */
public final class FeatureRatingsModel extends RatingFactorsModel implements ColdStartCapable {
    private final FeatureEmbeddings embeddings;

    /** Parts as in {@link RatingFactorsModel}, and embeddings of the same dimension. */
    public FeatureRatingsModel(
            ModelInfo info,
            Vocabulary users,
            Vocabulary items,
            UserHistories histories,
            FloatMatrix userFactors,
            FloatMatrix itemFactors,
            RatingScale scale,
            RatingFoldIn foldIn,
            int similarityColumns,
            FeatureEmbeddings embeddings) {
        super(info, users, items, histories, userFactors, itemFactors, scale, foldIn, similarityColumns);
        this.embeddings = embeddings.fitting(itemFactors);
    }

    @Override
    void saveForm(ArtifactWriter out) throws IOException {
        super.saveForm(out);
        embeddings.save(out);
    }

    /** Scores from the embeddings of the given features; NaN everywhere where none of them is known. */
    @Override
    public void scoreFeatures(Map<String, Object> features, float[] scores) {
        embeddings.score(features, itemVectors(), scores);
    }
}
