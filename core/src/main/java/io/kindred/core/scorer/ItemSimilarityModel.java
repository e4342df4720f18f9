package io.kindred.core.scorer;

import io.kindred.core.artifact.ArtifactReader;
import io.kindred.core.artifact.ArtifactWriter;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.SparseMatrix;
import io.kindred.core.model.Explains;
import io.kindred.core.model.FoldIn;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.SimilarItems;
import io.kindred.core.model.UserItemScorer;
import java.io.IOException;
import java.util.Arrays;

/**
 * The serving form {@code item-similarity}: {@code score(i) = sum over j in history of weight(j) * W[j, i]}. It carries
 * kNN, EASE, SLIM and RP3beta alike; a trainer that thinks of neighbours per target item stores the transpose.
 *
 * <p>Scores of a known user are computed from the training history in chronological order, so that a known user and a
 * fold-in with the same history get the same bits.
 */
public final class ItemSimilarityModel extends ServingModel implements UserItemScorer, FoldIn, SimilarItems, Explains {
    private final SparseMatrix weights;

    /**
     * @param weights items x items; row j holds what an interaction with j adds to the score of each column
     */
    public ItemSimilarityModel(
            ModelInfo info, Vocabulary users, Vocabulary items, UserHistories histories, SparseMatrix weights) {
        super(info, users, items, histories);
        if (weights.rows() != items.size() || weights.columns() != items.size()) {
            throw new IllegalArgumentException("an item-similarity model needs " + items.size() + " x " + items.size()
                    + " weights, got " + weights.rows() + " x " + weights.columns());
        }
        this.weights = weights;
    }

    static ServingModel load(ModelInfo info, ArtifactReader in) throws IOException {
        Vocabulary users = in.vocabulary("users");
        Vocabulary items = in.vocabulary("items");
        UserHistories histories = in.histories("histories", items.size());
        if (in.has("item_neighbours")) {
            return ItemRatingsModel.load(info, users, items, histories, in);
        }
        return new ItemSimilarityModel(info, users, items, histories, in.sparse("item_weights", items.size()));
    }

    @Override
    void saveForm(ArtifactWriter out) throws IOException {
        out.sparse("item_weights", weights);
    }

    /** Items x items: what an interaction with the row adds to the score of the column. */
    public SparseMatrix weights() {
        return weights;
    }

    @Override
    public boolean canScore(int user) {
        return histories().length(user) > 0;
    }

    @Override
    public void scoreAll(int user, float[] scores) {
        scoreHistory(histories().of(user), null, scores);
    }

    @Override
    public void scoreHistory(int[] history, float[] historyWeights, float[] scores) {
        Arrays.fill(scores, 0f);
        for (int h = 0; h < history.length; h++) {
            weights.addRow(history[h], historyWeights == null ? 1f : historyWeights[h], scores);
        }
    }

    @Override
    public void scoreSimilar(int item, float[] scores) {
        new ItemWeights(weights).similar(item, scores);
    }

    @Override
    public Explanation explain(int[] history, float[] historyWeights) {
        ItemWeights pairs = new ItemWeights(weights);
        return (item, limit) -> {
            Contributions found = new Contributions();
            for (int h = 0; h < history.length; h++) {
                found.add(history[h], pairs.of(history[h], item) * (historyWeights == null ? 1f : historyWeights[h]));
            }
            return found.largest(limit);
        };
    }
}
