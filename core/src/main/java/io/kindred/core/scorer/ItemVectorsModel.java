package io.kindred.core.scorer;

import io.kindred.core.artifact.ArtifactReader;
import io.kindred.core.artifact.ArtifactWriter;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.model.ColdStartCapable;
import io.kindred.core.model.Explains;
import io.kindred.core.model.FoldIn;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.SimilarItems;
import io.kindred.core.model.UserItemScorer;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

/**
 * The serving form {@code item-vectors}: items as weighted terms. A history's profile is the weighted sum of its items' terms,
 * and an item's score is the inner product of profile and item, over the profile's length where the form is a cosine. It needs
 * no interactions with an item; an item without terms cannot be scored. Somebody without a history can be answered from words:
 * any feature of a query that is text is taken as a profile.
 *
 * <p>Scores of a known user are computed from the training history in chronological order, so that a known user and a fold-in
 * with the same history get the same bits.
 */
public final class ItemVectorsModel extends ServingModel
        implements UserItemScorer, FoldIn, SimilarItems, Explains, ColdStartCapable {
    private static final String COSINE = "cosine";

    private final TermIndex terms;
    private final boolean cosine;

    /**
     * @param cosine whether scores are divided by the length of the profile, which does not change their order
     */
    public ItemVectorsModel(
            ModelInfo info,
            Vocabulary users,
            Vocabulary items,
            UserHistories histories,
            TermIndex terms,
            boolean cosine) {
        super(info, users, items, histories);
        if (terms.itemCount() != items.size()) {
            throw new IllegalArgumentException(
                    "the terms are of " + terms.itemCount() + " items instead of " + items.size());
        }
        this.terms = terms;
        this.cosine = cosine;
    }

    static ItemVectorsModel load(ModelInfo info, ArtifactReader in) throws IOException {
        Vocabulary users = in.vocabulary("users");
        Vocabulary items = in.vocabulary("items");
        return new ItemVectorsModel(
                info,
                users,
                items,
                in.histories("histories", items.size()),
                TermIndex.load(in, items.size()),
                in.number(COSINE) != 0);
    }

    @Override
    void saveForm(ArtifactWriter out) throws IOException {
        terms.save(out);
        out.setting(COSINE, cosine ? 1 : 0);
    }

    /** The terms and their weights. */
    public TermIndex terms() {
        return terms;
    }

    @Override
    public boolean canScore(int user) {
        for (int item : histories().of(user)) {
            if (terms.describes(item)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void scoreAll(int user, float[] scores) {
        scoreHistory(histories().of(user), null, scores);
    }

    @Override
    public void scoreHistory(int[] history, float[] weights, float[] scores) {
        score(terms.profile(history, weights), scores);
    }

    @Override
    public void scoreSimilar(int item, float[] scores) {
        scoreHistory(new int[] {item}, null, scores);
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] == 0f) {
                scores[i] = Float.NaN;
            }
        }
        scores[item] = Float.NaN;
    }

    /** Scores from the words of every feature that is text; NaN everywhere where none of them is a term. */
    @Override
    public void scoreFeatures(Map<String, Object> features, float[] scores) {
        score(terms.profile(features), scores);
    }

    private void score(TermIndex.Profile profile, float[] scores) {
        double length = profile.length();
        if (!(length > 0)) {
            Arrays.fill(scores, Float.NaN);
            return;
        }
        Arrays.fill(scores, 0f);
        terms.addScores(profile, cosine ? (float) (1 / length) : 1f, scores);
        for (int i = 0; i < scores.length; i++) {
            if (!terms.describes(i)) {
                scores[i] = Float.NaN;
            }
        }
    }

    @Override
    public Explanation explain(int[] history, float[] weights) {
        double length = terms.profile(history, weights).length();
        if (!(length > 0)) {
            return Explanation.NONE;
        }
        return (item, limit) -> {
            Contributions found = new Contributions();
            for (int h = 0; h < history.length; h++) {
                double weight = (weights == null ? 1.0 : weights[h]) / (cosine ? length : 1.0);
                found.add(history[h], (float) (weight * terms.product(history[h], item)));
            }
            return found.largest(limit);
        };
    }
}
