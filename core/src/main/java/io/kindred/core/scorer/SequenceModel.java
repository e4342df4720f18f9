package io.kindred.core.scorer;

import io.kindred.core.artifact.ArtifactReader;
import io.kindred.core.artifact.ArtifactWriter;
import io.kindred.core.data.UserHistories;
import io.kindred.core.encoder.SelfAttentionEncoder;
import io.kindred.core.encoder.SequenceEncoder;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.model.FoldIn;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.SessionAware;
import io.kindred.core.model.SimilarItems;
import io.kindred.core.model.UserItemScorer;
import java.io.IOException;

/**
 * The serving form {@code network} for sequences: an encoder makes a vector of the items somebody had, in their order, and an
 * item's score is its inner product with the item's vector. Computed in plain Java, so it needs no engine. Sessions, histories
 * handed over and known users, of whom the training history counts, are treated alike.
 */
public final class SequenceModel extends ServingModel implements UserItemScorer, SessionAware, FoldIn, SimilarItems {
    private static final String ITEMS = "item_factors";
    private static final String WEIGHTS = "encoder";

    private final FloatMatrix itemVectors;
    private final SelfAttentionEncoder encoder;
    private final float[] weights;

    /**
     * @param itemVectors items x d, of inputs and outputs alike
     * @param weights of the encoder, see {@link SelfAttentionEncoder}
     */
    public SequenceModel(
            ModelInfo info,
            Vocabulary users,
            Vocabulary items,
            UserHistories histories,
            FloatMatrix itemVectors,
            SelfAttentionEncoder.Shape shape,
            float[] weights) {
        super(info, users, items, histories);
        this.encoder = new SelfAttentionEncoder(shape, weights);
        if (itemVectors.rows() != items.size() || itemVectors.columns() != encoder.inputColumns()) {
            throw new IllegalArgumentException("item vectors of " + itemVectors.rows() + " x " + itemVectors.columns()
                    + " do not fit " + items.size() + " items and an encoder of " + encoder.inputColumns());
        }
        this.itemVectors = itemVectors;
        this.weights = weights.clone();
    }

    static SequenceModel load(ModelInfo info, ArtifactReader in) throws IOException {
        Vocabulary users = in.vocabulary("users");
        Vocabulary items = in.vocabulary("items");
        FloatMatrix vectors = in.matrix(ITEMS);
        SelfAttentionEncoder.Shape shape = new SelfAttentionEncoder.Shape(
                vectors.columns(),
                Settings.integer(in, "heads"),
                Settings.integer(in, "layers"),
                Settings.integer(in, "inner"),
                Settings.integer(in, "length"));
        FloatMatrix weights = in.matrix(WEIGHTS);
        if (weights.rows() != 1 || weights.columns() != shape.weights()) {
            throw new IllegalArgumentException("the encoder has " + weights.rows() + " x " + weights.columns()
                    + " weights instead of 1 x " + shape.weights());
        }
        return new SequenceModel(
                info, users, items, in.histories("histories", items.size()), vectors, shape, weights.row(0));
    }

    @Override
    void saveForm(ArtifactWriter out) throws IOException {
        SelfAttentionEncoder.Shape shape = encoder.shape();
        out.matrix(ITEMS, itemVectors);
        out.matrix(WEIGHTS, FloatMatrix.of(weights.clone(), 1, weights.length));
        out.setting("heads", shape.heads());
        out.setting("layers", shape.layers());
        out.setting("inner", shape.inner());
        out.setting("length", shape.length());
    }

    /** What makes a vector of a sequence. */
    public SequenceEncoder encoder() {
        return encoder;
    }

    /** Items x d. */
    public FloatMatrix itemVectors() {
        return itemVectors;
    }

    @Override
    public boolean canScore(int user) {
        return histories().of(user).length > 0;
    }

    @Override
    public void scoreAll(int user, float[] scores) {
        scoreSession(histories().of(user), scores);
    }

    @Override
    public void scoreSession(int[] session, float[] scores) {
        float[] vector = new float[encoder.outputColumns()];
        encoder.encode(itemVectors, session, vector);
        itemVectors.dots(vector, 0, itemVectors.rows(), scores, 0);
    }

    /** As {@link #scoreSession}, whatever the weights. */
    @Override
    public void scoreHistory(int[] history, float[] weights, float[] scores) {
        scoreSession(history, scores);
    }

    /** The cosine of the items' vectors. */
    @Override
    public void scoreSimilar(int item, float[] scores) {
        Cosines.score(itemVectors, item, scores);
    }
}
