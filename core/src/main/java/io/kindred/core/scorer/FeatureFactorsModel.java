package io.kindred.core.scorer;

import io.kindred.core.artifact.ArtifactReader;
import io.kindred.core.artifact.ArtifactWriter;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.model.ColdStartCapable;
import io.kindred.core.model.ModelInfo;
import java.io.IOException;
import java.util.Map;

/**
 * Factors that are sums of feature embeddings. The vectors of known users and of all items are summed already, so they cost
 * what plain factors cost; the embeddings of the user features are kept for users of whom nothing else is known. A history is
 * folded in by least squares on the item vectors.
 */
public final class FeatureFactorsModel extends FoldInFactorsModel implements ColdStartCapable {
    private final FeatureEmbeddings embeddings;

    /**
     * @param userFactors users x d, summed from the users' features
     * @param itemFactors items x d, summed from the items' features; an item that nobody had has a vector too
     * @param embeddings of dimension d
     */
    public FeatureFactorsModel(
            ModelInfo info,
            Vocabulary users,
            Vocabulary items,
            UserHistories histories,
            FloatMatrix userFactors,
            FloatMatrix itemFactors,
            FeatureEmbeddings embeddings) {
        super(info, users, items, histories, userFactors, itemFactors);
        this.embeddings = embeddings.fitting(itemFactors);
    }

    FeatureFactorsModel(
            ModelInfo info,
            Vocabulary users,
            Vocabulary items,
            UserHistories histories,
            FloatMatrix userFactors,
            FloatMatrix itemFactors,
            UserFoldIn foldIn,
            FeatureEmbeddings embeddings) {
        super(info, users, items, histories, userFactors, itemFactors, foldIn);
        this.embeddings = embeddings.fitting(itemFactors);
    }

    static FeatureFactorsModel load(
            ModelInfo info,
            ArtifactReader in,
            Vocabulary users,
            Vocabulary items,
            UserHistories histories,
            FloatMatrix userFactors,
            FloatMatrix itemFactors,
            UserFoldIn foldIn)
            throws IOException {
        return new FeatureFactorsModel(
                info, users, items, histories, userFactors, itemFactors, foldIn, FeatureEmbeddings.load(in));
    }

    @Override
    void saveForm(ArtifactWriter out) throws IOException {
        super.saveForm(out);
        embeddings.save(out);
    }

    /** The embeddings of the user features. */
    public FeatureEmbeddings embeddings() {
        return embeddings;
    }

    /** Scores from the embeddings of the given features; NaN everywhere where none of them is known. */
    @Override
    public void scoreFeatures(Map<String, Object> features, float[] scores) {
        embeddings.score(features, itemVectors(), scores);
    }
}
