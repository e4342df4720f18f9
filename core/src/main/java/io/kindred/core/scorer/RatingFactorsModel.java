package io.kindred.core.scorer;

import io.kindred.core.artifact.ArtifactReader;
import io.kindred.core.artifact.ArtifactWriter;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.model.FoldIn;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.RatingPredictor;
import java.io.IOException;
import java.util.Arrays;

/**
 * Factors whose inner product is a rating: the mean and the biases are columns, so that {@code [p, b_u, 1] . [q, 1, mu + b_i]}
 * is {@code mu + b_u + b_i + p'q}. Lists are ordered by the predicted rating; only {@link #predictRating} clips it to the scale,
 * for at its top all would be equal. A user of whom nothing was learnt (a row of zeros) has no list of their own, but their
 * ratings are predicted with the vector of a default user, which {@link #scoreHistory} moves towards a history of ratings.
 */
public sealed class RatingFactorsModel extends FactorsModel implements FoldIn, RatingPredictor
        permits FeatureRatingsModel {
    private final RatingScale scale;
    private final RatingFoldIn foldIn;
    private final int similarityColumns;

    /**
     * @param userFactors users x d; a row of zeros is a user of whom nothing was learnt
     * @param itemFactors items x d
     * @param similarityColumns how many of the first columns say what an item is like; with 0 no items are similar
     */
    public RatingFactorsModel(
            ModelInfo info,
            Vocabulary users,
            Vocabulary items,
            UserHistories histories,
            FloatMatrix userFactors,
            FloatMatrix itemFactors,
            RatingScale scale,
            RatingFoldIn foldIn,
            int similarityColumns) {
        super(info, users, items, histories, userFactors, itemFactors);
        if (foldIn.dimension() != itemFactors.columns()) {
            throw new IllegalArgumentException(
                    "the default user has dimension " + foldIn.dimension() + ", the factors " + itemFactors.columns());
        }
        if (similarityColumns < 0 || similarityColumns > itemFactors.columns()) {
            throw new IllegalArgumentException(
                    "similarity by " + similarityColumns + " of " + itemFactors.columns() + " columns");
        }
        this.scale = scale;
        this.foldIn = foldIn;
        this.similarityColumns = similarityColumns;
    }

    static RatingFactorsModel load(
            ModelInfo info,
            Vocabulary users,
            Vocabulary items,
            UserHistories histories,
            FloatMatrix userFactors,
            FloatMatrix itemFactors,
            ArtifactReader in)
            throws IOException {
        double columns = in.number("similarity_columns");
        if (columns != Math.rint(columns)) {
            throw new IllegalArgumentException("similarity_columns is " + columns);
        }
        RatingScale scale = RatingScale.load(in);
        RatingFoldIn foldIn = RatingFoldIn.load(in);
        if (FeatureEmbeddings.isIn(in)) {
            return new FeatureRatingsModel(
                    info,
                    users,
                    items,
                    histories,
                    userFactors,
                    itemFactors,
                    scale,
                    foldIn,
                    (int) columns,
                    FeatureEmbeddings.load(in));
        }
        return new RatingFactorsModel(
                info, users, items, histories, userFactors, itemFactors, scale, foldIn, (int) columns);
    }

    @Override
    void saveForm(ArtifactWriter out) throws IOException {
        super.saveForm(out);
        scale.save(out);
        foldIn.save(out);
        out.setting("similarity_columns", similarityColumns);
    }

    /** Between which values predicted ratings lie. */
    public final RatingScale scale() {
        return scale;
    }

    @Override
    public final float predictRating(int user, int item) {
        float[] vector = canScore(user) ? userFactors().row(user) : foldIn.defaultVector();
        return scale.clip(itemVectors().dot(vector, item));
    }

    /** Weights are ratings, clipped to the scale; without weights every item of the history is rated at its top. */
    @Override
    public final void scoreHistory(int[] history, float[] weights, float[] scores) {
        float[] vector = foldIn.solve(itemVectors(), scale, history, weights);
        itemVectors().dots(vector, 0, itemVectors().rows(), scores, 0);
    }

    /** Cosine similarity of the columns that say what an item is like, without biases; NaN where they are zero. */
    @Override
    public final void scoreSimilar(int item, float[] scores) {
        Arrays.fill(scores, Float.NaN);
        float[] vector = itemVectors().row(item);
        double norm = Math.sqrt(dot(vector, vector));
        if (norm == 0) {
            return;
        }
        float[] other = new float[vector.length];
        for (int i = 0; i < scores.length; i++) {
            itemVectors().copyRow(i, other);
            double otherNorm = Math.sqrt(dot(other, other));
            if (i != item && otherNorm > 0) {
                scores[i] = (float) (dot(vector, other) / (norm * otherNorm));
            }
        }
    }

    private double dot(float[] a, float[] b) {
        double sum = 0;
        for (int c = 0; c < similarityColumns; c++) {
            sum += (double) a[c] * b[c];
        }
        return sum;
    }
}
