package io.kindred.core.scorer;

import io.kindred.core.artifact.ArtifactReader;
import io.kindred.core.artifact.ArtifactWriter;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.SparseMatrix;
import io.kindred.core.math.TopK;
import io.kindred.core.model.FoldIn;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.RatingPredictor;
import io.kindred.core.model.UserItemScorer;
import io.kindred.core.neighbours.RatingCentres;
import io.kindred.core.neighbours.RatingNeighbours;
import io.kindred.core.neighbours.SimilarityMeasure;
import io.kindred.core.neighbours.SparseRow;
import java.io.IOException;

/**
 * User-kNN on ratings, a variant of {@code user-similarity}: a rating is predicted from those that the k most similar users gave
 * the item. Of each user only so many neighbours are stored; who is not among them does not count. Lists are ordered by the
 * predicted rating, which {@link #predictRating} alone clips to the scale. A history from outside finds its neighbours by the
 * similarity of the training.
 */
public final class UserRatingsModel extends ServingModel implements UserItemScorer, FoldIn, RatingPredictor {
    private final SparseMatrix neighbours;
    private final SparseMatrix ratings;
    private final int stored;
    private final RatingRule rule;
    private final SimilarityMeasure measure;
    private final RatingCentres centres;
    private volatile RatingNeighbours search;

    /**
     * @param neighbours users x users with their similarities, best first
     * @param ratings users x items; the columns of each row ascend
     * @param stored how many neighbours a user has at most
     */
    public UserRatingsModel(
            ModelInfo info,
            Vocabulary users,
            Vocabulary items,
            UserHistories histories,
            SparseMatrix neighbours,
            SparseMatrix ratings,
            int stored,
            RatingRule rule,
            SimilarityMeasure measure) {
        super(info, users, items, histories);
        UserSimilarityModel.requireShapes(users.size(), items.size(), neighbours, ratings);
        this.neighbours = neighbours;
        this.ratings = ratings;
        this.stored = stored;
        this.rule = rule;
        this.measure = measure;
        this.centres = new RatingCentres(
                rule.aggregation(),
                rule.minNeighbours(),
                ratings,
                rule.baseline().mean(),
                rule.baseline().userBiases(ratings),
                rule.baseline().itemBiasesAsDoubles());
    }

    static UserRatingsModel load(
            ModelInfo info, Vocabulary users, Vocabulary items, UserHistories histories, ArtifactReader in)
            throws IOException {
        return new UserRatingsModel(
                info,
                users,
                items,
                histories,
                in.sparse("neighbours", users.size()),
                in.sparse("ratings", items.size()),
                Settings.integer(in, "stored"),
                RatingRule.load(in, items.size()),
                Settings.measure(in));
    }

    @Override
    void saveForm(ArtifactWriter out) throws IOException {
        out.sparse("neighbours", neighbours);
        out.sparse("ratings", ratings);
        out.setting("stored", stored);
        rule.save(out);
        Settings.save(measure, out);
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
        scoreAll(SparseRow.columns(neighbours, user), SparseRow.values(neighbours, user), centres.of(user), scores);
    }

    /** Weights are ratings, clipped to the scale; without weights every item of the history is rated at its top. */
    @Override
    public void scoreHistory(int[] items, float[] weights, float[] scores) {
        HistoryProfile history = HistoryProfile.ofRatings(items, weights, rule.scale());
        double bias = rule.baseline().userBias(history.items(), history.values());
        TopK.Ranked nearest = search().nearest(history.items(), history.values(), bias, stored);
        scoreAll(nearest.indices(), nearest.scores(), centres.of(history.values(), bias), scores);
    }

    private void scoreAll(int[] nearest, float[] similarities, RatingCentres.Centre own, float[] scores) {
        double[] weighted = new double[scores.length];
        double[] weights = new double[scores.length];
        int[] counts = new int[scores.length];
        for (int n = 0; n < nearest.length; n++) {
            int neighbour = nearest[n];
            double similarity = similarities[n];
            for (int p = ratings.start(neighbour); p < ratings.end(neighbour); p++) {
                int item = ratings.column(p);
                if (counts[item] < rule.k()) {
                    counts[item]++;
                    weighted[item] +=
                            similarity * centres.relative(neighbour, centres.columnBias(item), ratings.value(p));
                    weights[item] += similarity;
                }
            }
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float) centres.predict(
                    own, centres.knowsColumn(i), centres.columnBias(i), weighted[i], weights[i], counts[i]);
        }
    }

    @Override
    public float predictRating(int user, int item) {
        double weighted = 0;
        double weights = 0;
        int count = 0;
        double bias = centres.columnBias(item);
        for (int n = neighbours.start(user); n < neighbours.end(user) && count < rule.k(); n++) {
            int neighbour = neighbours.column(n);
            int at = SparseRow.find(ratings, neighbour, item);
            if (at >= 0) {
                double similarity = neighbours.value(n);
                count++;
                weighted += similarity * centres.relative(neighbour, bias, ratings.value(at));
                weights += similarity;
            }
        }
        return rule.scale().clip((float)
                centres.predict(centres.of(user), centres.knowsColumn(item), bias, weighted, weights, count));
    }

    private RatingNeighbours search() {
        RatingNeighbours known = search;
        if (known == null) {
            synchronized (this) {
                known = search;
                if (known == null) {
                    known = new RatingNeighbours(
                            ratings,
                            measure,
                            rule.baseline().mean(),
                            rule.baseline().userBiases(ratings),
                            rule.baseline().itemBiasesAsDoubles());
                    search = known;
                }
            }
        }
        return known;
    }
}
