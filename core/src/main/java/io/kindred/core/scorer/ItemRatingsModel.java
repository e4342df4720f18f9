package io.kindred.core.scorer;

import io.kindred.core.artifact.ArtifactReader;
import io.kindred.core.artifact.ArtifactWriter;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.SparseMatrix;
import io.kindred.core.model.FoldIn;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.RatingPredictor;
import io.kindred.core.model.SimilarItems;
import io.kindred.core.model.UserItemScorer;
import io.kindred.core.neighbours.RatingCentres;
import io.kindred.core.neighbours.SparseRow;
import java.io.IOException;
import java.util.Arrays;

/**
 * Item-kNN on ratings, a variant of {@code item-similarity}: a rating is predicted from those that the user gave the k items most
 * similar to it. Of each item only so many neighbours are stored; what is not among them does not count. Lists are ordered by
 * the predicted rating, which {@link #predictRating} alone clips to the scale.
 */
public final class ItemRatingsModel extends ServingModel
        implements UserItemScorer, FoldIn, SimilarItems, RatingPredictor {
    private final SparseMatrix neighbours;
    private final SparseMatrix ratings;
    private final RatingRule rule;
    private final double[] userBiases;
    private final RatingCentres centres;

    /**
     * @param neighbours items x items with their similarities, best first
     * @param ratings users x items; the columns of each row ascend
     */
    public ItemRatingsModel(
            ModelInfo info,
            Vocabulary users,
            Vocabulary items,
            UserHistories histories,
            SparseMatrix neighbours,
            SparseMatrix ratings,
            RatingRule rule) {
        super(info, users, items, histories);
        if (neighbours.rows() != items.size()
                || neighbours.columns() != items.size()
                || ratings.rows() != users.size()
                || ratings.columns() != items.size()) {
            throw new IllegalArgumentException("neighbours of " + neighbours.rows() + " x " + neighbours.columns()
                    + " and ratings of " + ratings.rows() + " x " + ratings.columns() + " do not fit " + users.size()
                    + " users and " + items.size() + " items");
        }
        this.neighbours = neighbours;
        this.ratings = ratings;
        this.rule = rule;
        this.userBiases = rule.baseline().userBiases(ratings);
        this.centres = new RatingCentres(
                rule.aggregation(),
                rule.minNeighbours(),
                ratings.transposed(),
                rule.baseline().mean(),
                rule.baseline().itemBiasesAsDoubles(),
                userBiases);
    }

    static ItemRatingsModel load(
            ModelInfo info, Vocabulary users, Vocabulary items, UserHistories histories, ArtifactReader in)
            throws IOException {
        return new ItemRatingsModel(
                info,
                users,
                items,
                histories,
                in.sparse("item_neighbours", items.size()),
                in.sparse("ratings", items.size()),
                RatingRule.load(in, items.size()));
    }

    @Override
    void saveForm(ArtifactWriter out) throws IOException {
        out.sparse("item_neighbours", neighbours);
        out.sparse("ratings", ratings);
        rule.save(out);
    }

    /** Users x items: what was rated. */
    public SparseMatrix ratings() {
        return ratings;
    }

    /** Whether the user has rated something. */
    @Override
    public boolean canScore(int user) {
        return ratings.start(user) < ratings.end(user);
    }

    @Override
    public void scoreAll(int user, float[] scores) {
        score(SparseRow.columns(ratings, user), SparseRow.values(ratings, user), centres.columnBias(user), scores);
    }

    /** Weights are ratings, clipped to the scale; without weights every item of the history is rated at its top. */
    @Override
    public void scoreHistory(int[] items, float[] weights, float[] scores) {
        HistoryProfile history = HistoryProfile.ofRatings(items, weights, rule.scale());
        double bias = centres.usesBiases() ? rule.baseline().userBias(history.items(), history.values()) : 0;
        score(history.items(), history.values(), bias, scores);
    }

    private void score(int[] rated, float[] values, double bias, float[] scores) {
        double[] relative = new double[scores.length];
        Arrays.fill(relative, Double.NaN);
        for (int p = 0; p < rated.length; p++) {
            relative[rated[p]] = centres.relative(rated[p], bias, values[p]);
        }
        for (int i = 0; i < scores.length; i++) {
            double weighted = 0;
            double weights = 0;
            int count = 0;
            int most = Math.min(rule.k(), rated.length);
            for (int n = neighbours.start(i); n < neighbours.end(i) && count < most; n++) {
                double rating = relative[neighbours.column(n)];
                if (!Double.isNaN(rating)) {
                    double similarity = neighbours.value(n);
                    count++;
                    weighted += similarity * rating;
                    weights += similarity;
                }
            }
            scores[i] = (float) centres.predict(centres.of(i), rated.length > 0, bias, weighted, weights, count);
        }
    }

    @Override
    public float predictRating(int user, int item) {
        double bias = centres.columnBias(user);
        double weighted = 0;
        double weights = 0;
        int count = 0;
        for (int n = neighbours.start(item); n < neighbours.end(item) && count < rule.k(); n++) {
            int neighbour = neighbours.column(n);
            int at = SparseRow.find(ratings, user, neighbour);
            if (at >= 0) {
                double similarity = neighbours.value(n);
                count++;
                weighted += similarity * centres.relative(neighbour, bias, ratings.value(at));
                weights += similarity;
            }
        }
        return rule.scale()
                .clip((float) centres.predict(centres.of(item), canScore(user), bias, weighted, weights, count));
    }

    @Override
    public void scoreSimilar(int item, float[] scores) {
        new ItemWeights(neighbours).similar(item, scores);
    }
}
