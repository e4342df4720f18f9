package io.kindred.core.scorer;

import io.kindred.core.artifact.ArtifactReader;
import io.kindred.core.artifact.ArtifactWriter;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.model.FoldIn;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.UserItemScorer;
import java.io.IOException;

/** The serving form {@code popularity}: one score per item, the same for everybody. */
public final class PopularityModel extends ServingModel implements UserItemScorer, FoldIn {
    private final FloatMatrix itemScores;

    /**
     * @param itemScores a matrix of one row with a score per item; NaN where an item must not be recommended
     */
    public PopularityModel(
            ModelInfo info, Vocabulary users, Vocabulary items, UserHistories histories, FloatMatrix itemScores) {
        super(info, users, items, histories);
        if (itemScores.rows() != 1 || itemScores.columns() != items.size()) {
            throw new IllegalArgumentException("a popularity model needs 1 x " + items.size() + " scores, got "
                    + itemScores.rows() + " x " + itemScores.columns());
        }
        this.itemScores = itemScores;
    }

    static PopularityModel load(ModelInfo info, ArtifactReader in) throws IOException {
        Vocabulary users = in.vocabulary("users");
        Vocabulary items = in.vocabulary("items");
        return new PopularityModel(
                info, users, items, in.histories("histories", items.size()), in.matrix("item_scores"));
    }

    @Override
    void saveForm(ArtifactWriter out) throws IOException {
        out.matrix("item_scores", itemScores);
    }

    @Override
    public boolean canScore(int user) {
        return true;
    }

    @Override
    public void scoreAll(int user, float[] scores) {
        itemScores.copyRow(0, scores);
    }

    @Override
    public void score(int user, int[] items, float[] scores) {
        for (int j = 0; j < items.length; j++) {
            scores[j] = itemScores.get(0, items[j]);
        }
    }

    @Override
    public void scoreHistory(int[] history, float[] weights, float[] scores) {
        itemScores.copyRow(0, scores);
    }
}
