package io.kindred.core.scorer;

import io.kindred.core.artifact.ArtifactReader;
import io.kindred.core.artifact.ArtifactWriter;
import io.kindred.core.data.FeatureEncoding;
import io.kindred.core.math.FloatMatrix;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

/**
 * A vector for each user feature, so that a user of whom nothing but features is known gets the vector
 * {@code base + sum of weight * embedding}. Immutable and thread-safe.
 */
public final class FeatureEmbeddings {
    private final FeatureEncoding encoding;
    private final FloatMatrix vectors;
    private final float[] base;

    /**
     * @param encoding how features become indicators
     * @param vectors indicators x d
     * @param base d numbers that every user's vector starts from; not copied
     */
    public FeatureEmbeddings(FeatureEncoding encoding, FloatMatrix vectors, float[] base) {
        if (vectors.rows() != encoding.names().size() || vectors.columns() != base.length) {
            throw new IllegalArgumentException("embeddings of " + vectors.rows() + " x " + vectors.columns() + " for "
                    + encoding.names().size() + " features of dimension " + base.length);
        }
        this.encoding = encoding;
        this.vectors = vectors;
        this.base = base;
    }

    static FeatureEmbeddings load(ArtifactReader in) throws IOException {
        FloatMatrix edges = in.matrix("user_feature_edges");
        if (edges.columns() != 1) {
            throw new IllegalArgumentException("a feature has " + edges.columns() + " edges instead of 1");
        }
        float[] edge = new float[edges.rows()];
        for (int f = 0; f < edge.length; f++) {
            edge[f] = edges.get(f, 0);
        }
        FloatMatrix base = in.matrix("user_base");
        if (base.rows() != 1) {
            throw new IllegalArgumentException("the users' base has " + base.rows() + " rows instead of 1");
        }
        return new FeatureEmbeddings(
                new FeatureEncoding(in.vocabulary("user_features"), edge),
                in.matrix("user_feature_vectors"),
                base.row(0));
    }

    void save(ArtifactWriter out) throws IOException {
        out.vocabulary("user_features", encoding.names());
        out.matrix("user_feature_edges", FloatMatrix.of(encoding.edges(), vectors.rows(), 1));
        out.matrix("user_feature_vectors", vectors);
        out.matrix("user_base", FloatMatrix.of(base, 1, base.length));
    }

    /** Whether an artifact has the parts of {@link #save}. */
    static boolean isIn(ArtifactReader in) {
        return in.has("user_feature_vectors");
    }

    /** These embeddings, if they have the dimension of the items' factors. */
    FeatureEmbeddings fitting(FloatMatrix itemFactors) {
        if (base.length != itemFactors.columns()) {
            throw new IllegalArgumentException(
                    "the feature embeddings have dimension " + base.length + ", the factors " + itemFactors.columns());
        }
        return this;
    }

    /** How features become indicators. */
    public FeatureEncoding encoding() {
        return encoding;
    }

    /** Scores items for a user of whom only features are known; NaN everywhere where none of them is known. */
    void score(Map<String, Object> features, FloatMatrix itemFactors, float[] scores) {
        float[] vector = base.clone();
        boolean[] any = {false};
        encoding.encode(features, (index, weight) -> {
            any[0] = true;
            float[] embedding = vectors.row(index);
            for (int f = 0; f < embedding.length; f++) {
                vector[f] = Math.fma(weight, embedding[f], vector[f]);
            }
        });
        if (any[0]) {
            itemFactors.dots(vector, 0, itemFactors.rows(), scores, 0);
        } else {
            Arrays.fill(scores, Float.NaN);
        }
    }
}
