package io.kindred.core.scorer;

import io.kindred.core.artifact.ArtifactReader;
import io.kindred.core.artifact.ArtifactWriter;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.math.SparseMatrix;
import io.kindred.core.math.TopK;
import io.kindred.core.model.Explains;
import io.kindred.core.model.FoldIn;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.neighbours.ProfileIndex;
import io.kindred.core.neighbours.ProfileWeights;
import io.kindred.core.neighbours.SimilarityMeasure;
import io.kindred.core.neighbours.SparseRow;
import io.kindred.core.neighbours.Weighting;
import java.io.IOException;
import java.util.Arrays;

/**
 * User-kNN over whole profiles: a user-similarity model that finds the neighbours of a history it was not trained with by the
 * similarity it was trained with. A training user's own history gets the same bits either way, since neither the user nor
 * anybody with exactly the same items, who has nothing to recommend, is a neighbour.
 *
 * <p>Every similarity of profiles is a sum over the items two users have in common, so a score splits exactly into the shares
 * of the history's items.
 */
public final class UserKnnModel extends UserSimilarityModel implements FoldIn, Explains {
    private final int k;
    private final SimilarityMeasure measure;
    private final ProfileWeights weights;
    private volatile ProfileIndex index;

    /**
     * @param neighbours users x users; the k nearest of each user, best first
     * @param profiles users x items, of values above 0; the columns of each row ascend
     * @param k how many neighbours of a history score, at least 1
     */
    public UserKnnModel(
            ModelInfo info,
            Vocabulary users,
            Vocabulary items,
            UserHistories histories,
            SparseMatrix neighbours,
            SparseMatrix profiles,
            int k,
            SimilarityMeasure measure,
            ProfileWeights weights) {
        super(info, users, items, histories, neighbours, profiles, 0);
        if (k < 1 || weights.idf().length != items.size()) {
            throw new IllegalArgumentException("a user-knn model of " + items.size() + " items cannot have " + k
                    + " neighbours and weights of " + weights.idf().length + " items");
        }
        this.k = k;
        this.measure = measure;
        this.weights = weights;
    }

    static UserKnnModel load(
            ModelInfo info,
            Vocabulary users,
            Vocabulary items,
            UserHistories histories,
            SparseMatrix neighbours,
            SparseMatrix profiles,
            ArtifactReader in)
            throws IOException {
        FloatMatrix idf = in.matrix("item_idf");
        if (idf.rows() != 1) {
            throw new IllegalArgumentException("item_idf has " + idf.rows() + " rows instead of 1");
        }
        return new UserKnnModel(
                info,
                users,
                items,
                histories,
                neighbours,
                profiles,
                Settings.integer(in, "neighbours"),
                Settings.measure(in),
                new ProfileWeights(
                        Settings.choice(in, "weighting", Weighting.values()),
                        in.number("bm25_k1"),
                        in.number("bm25_b"),
                        in.number("average_length"),
                        idf.row(0)));
    }

    @Override
    void saveForm(ArtifactWriter out) throws IOException {
        super.saveForm(out);
        out.matrix("item_idf", FloatMatrix.of(weights.idf(), 1, weights.idf().length));
        out.setting("neighbours", k);
        Settings.save(measure, out);
        out.setting("weighting", Settings.code(weights.weighting()));
        out.setting("bm25_k1", weights.k1());
        out.setting("bm25_b", weights.b());
        out.setting("average_length", weights.averageLength());
    }

    /** NaN for every item where nobody is similar to the history. */
    @Override
    public void scoreHistory(int[] items, float[] historyWeights, float[] scores) {
        TopK.Ranked nearest = nearest(HistoryProfile.of(items, historyWeights));
        Arrays.fill(scores, nearest.size() == 0 ? Float.NaN : 0f);
        for (int n = 0; n < nearest.size(); n++) {
            profiles().addRow(nearest.indices()[n], nearest.scores()[n], scores);
        }
    }

    @Override
    public Explanation explain(int[] items, float[] historyWeights) {
        HistoryProfile history = HistoryProfile.of(items, historyWeights);
        TopK.Ranked nearest = nearest(history);
        float[] own = weights.of(history.items(), history.values());
        return (item, limit) -> {
            double[] amounts = new double[own.length];
            for (int n = 0; n < nearest.size(); n++) {
                int neighbour = nearest.indices()[n];
                int at = SparseRow.find(profiles(), neighbour, item);
                if (at >= 0) {
                    share(neighbour, nearest.scores()[n] * (double) profiles().value(at), history, own, amounts);
                }
            }
            Contributions found = new Contributions();
            for (int h = 0; h < amounts.length; h++) {
                found.add(history.items()[h], (float) amounts[h]);
            }
            return found.largest(limit);
        };
    }

    /** Splits what a neighbour adds by the terms of the inner product with the history. */
    private void share(int neighbour, double amount, HistoryProfile history, float[] own, double[] amounts) {
        int[] columns = SparseRow.columns(profiles(), neighbour);
        float[] theirs = weights.of(columns, SparseRow.values(profiles(), neighbour));
        double[] terms = new double[own.length];
        double dot = 0;
        int at = 0;
        for (int h = 0; h < own.length; h++) {
            while (at < columns.length && columns[at] < history.items()[h]) {
                at++;
            }
            if (at < columns.length && columns[at] == history.items()[h]) {
                terms[h] = (double) own[h] * theirs[at];
                dot += terms[h];
            }
        }
        for (int h = 0; h < own.length && dot > 0; h++) {
            amounts[h] += amount * terms[h] / dot;
        }
    }

    private TopK.Ranked nearest(HistoryProfile history) {
        TopK best = new TopK(Math.min(k, users().size()));
        index().search().nearest(-1, history.items(), history.values(), best);
        return best.drain();
    }

    private ProfileIndex index() {
        ProfileIndex known = index;
        if (known == null) {
            synchronized (this) {
                known = index;
                if (known == null) {
                    known = new ProfileIndex(profiles(), weights, measure, true);
                    index = known;
                }
            }
        }
        return known;
    }
}
