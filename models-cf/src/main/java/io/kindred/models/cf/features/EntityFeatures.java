package io.kindred.models.cf.features;

import io.kindred.core.data.FeatureEncoding;
import io.kindred.core.data.FeatureTable;
import io.kindred.core.data.SparseRows;
import io.kindred.core.math.SparseMatrix;
import java.util.Arrays;

/**
 * Each user or item as a few weighted features: first the indicators of its metadata, then, where asked for, an indicator of
 * its own (its identity) of weight 1. One without interactions gets no identity: nothing could be learnt of it, and what it is
 * like comes from its metadata alone. Immutable and thread-safe.
 */
public final class EntityFeatures {
    private final FeatureEncoding encoding;
    private final int rows;
    private final int[] starts;
    private final int[] features;
    private final float[] weights;

    private EntityFeatures(FeatureEncoding encoding, int[] starts, int[] features, float[] weights) {
        this.encoding = encoding;
        this.rows = starts.length - 1;
        this.starts = starts;
        this.features = features;
        this.weights = weights;
    }

    /**
     * The features of one side.
     *
     * @param interactions the rows of that side, to see who has any
     * @param identities whether each gets an indicator of its own
     * @param minCount how many rows must have a category
     */
    public static EntityFeatures of(FeatureTable table, SparseRows interactions, boolean identities, int minCount) {
        FeatureEncoding encoding = EncodingLearner.learn(table, minCount);
        SparseMatrix metadata = encoding.encode(table);
        int rows = interactions.rowCount();
        int own = encoding.names().size();
        int[] starts = new int[rows + 1];
        int[] features = new int[metadata.size() + rows];
        float[] weights = new float[features.length];
        int size = 0;
        for (int r = 0; r < rows; r++) {
            for (int p = metadata.start(r); p < metadata.end(r); p++) {
                features[size] = metadata.column(p);
                weights[size++] = metadata.value(p);
            }
            if (identities && interactions.length(r) > 0) {
                features[size] = own + r;
                weights[size++] = 1f;
            }
            starts[r + 1] = size;
        }
        return new EntityFeatures(encoding, starts, Arrays.copyOf(features, size), Arrays.copyOf(weights, size));
    }

    /** How the metadata were encoded. */
    public FeatureEncoding encoding() {
        return encoding;
    }

    /** How many metadata indicators there are; they come first. */
    public int metadataCount() {
        return encoding.names().size();
    }

    /** How many features there are: the metadata indicators and a place for each row's identity. */
    public int featureCount() {
        return metadataCount() + rows;
    }

    public int rows() {
        return rows;
    }

    public int start(int row) {
        return starts[row];
    }

    public int end(int row) {
        return starts[row + 1];
    }

    public int feature(int position) {
        return features[position];
    }

    public float weight(int position) {
        return weights[position];
    }

    /** Whether nothing is known of a row. */
    public boolean isEmpty(int row) {
        return starts[row] == starts[row + 1];
    }

    /** How many entries all rows have together. */
    public int size() {
        return features.length;
    }
}
