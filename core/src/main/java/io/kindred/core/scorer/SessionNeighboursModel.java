package io.kindred.core.scorer;

import io.kindred.core.artifact.ArtifactReader;
import io.kindred.core.artifact.ArtifactWriter;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.SparseMatrix;
import io.kindred.core.math.TopK;
import io.kindred.core.model.Explains;
import io.kindred.core.model.FoldIn;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.SessionAware;
import io.kindred.core.model.UserItemScorer;
import java.io.IOException;
import java.util.Arrays;

/**
 * The serving form {@code user-similarity} whose neighbours are found when a query comes: session-based nearest neighbours.
 * The sessions are the training users' histories. Of the sessions that share an item with the query the most recent are
 * taken, of these the most similar, and {@code score(i) = sum over neighbours n with i of sim(n) * match(n) * (1 +
 * idfWeight * ln(sessions / sessions with i))} (Jannach and Ludewig, When Recurrent Neural Networks Meet the Neighborhood,
 * 2017; Ludewig and Jannach, Evaluation of Session-based Recommendation Algorithms, 2018). Items of no neighbour are not
 * scored.
 *
 * <p>Each item's sessions are kept in order of recency and cut at the size of the sample, which loses none that a sample can
 * have. A query merges the lists of at most {@value SessionNeighbourhood#MOST_ITEMS} items and stops at the size of the
 * sample, so its work does not grow with the number of sessions. Sessions, histories and known users, whose own session is
 * among their neighbours, are treated alike.
 */
public final class SessionNeighboursModel extends ServingModel
        implements UserItemScorer, SessionAware, FoldIn, Explains {
    /** The part that tells this variant from a plain {@link UserSimilarityModel}. */
    static final String INDEX = "item_sessions";

    private final SparseMatrix index;
    private final SessionNeighbourhood rule;
    private final float[] itemWeights;

    /**
     * @param index items x users; row i has the sessions with item i, most recent first, each with its rank by recency (0 for
     *     the most recent of all) as its value; cut at the size of the sample
     */
    public SessionNeighboursModel(
            ModelInfo info,
            Vocabulary users,
            Vocabulary items,
            UserHistories histories,
            SparseMatrix index,
            SessionNeighbourhood rule) {
        super(info, users, items, histories);
        if (index.rows() != items.size() || index.columns() != users.size()) {
            throw new IllegalArgumentException("a session index needs " + items.size() + " x " + users.size()
                    + " entries, got " + index.rows() + " x " + index.columns());
        }
        this.index = index;
        this.rule = rule;
        this.itemWeights = new float[items.size()];
        int sessions = 0;
        for (int u = 0; u < users.size(); u++) {
            sessions += histories.length(u) > 0 ? 1 : 0;
        }
        for (int i = 0; i < itemWeights.length; i++) {
            double idf = Math.log((double) Math.max(1, sessions) / Math.max(1, histories.count(i)));
            itemWeights[i] = (float) (1 + rule.idfWeight() * idf);
        }
    }

    static SessionNeighboursModel load(ModelInfo info, ArtifactReader in) throws IOException {
        Vocabulary users = in.vocabulary("users");
        Vocabulary items = in.vocabulary("items");
        return new SessionNeighboursModel(
                info,
                users,
                items,
                in.histories("histories", items.size()),
                in.sparse(INDEX, users.size()),
                SessionNeighbourhood.load(in));
    }

    @Override
    void saveForm(ArtifactWriter out) throws IOException {
        out.sparse(INDEX, index);
        rule.save(out);
    }

    /** Whether somebody else shares an item with the user. */
    @Override
    public boolean canScore(int user) {
        for (int item : histories().of(user)) {
            int sessions = index.end(item) - index.start(item);
            if (sessions > 1 || (sessions == 1 && index.column(index.start(item)) != user)) {
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
    public void scoreSession(int[] session, float[] scores) {
        scoreHistory(session, null, scores);
    }

    @Override
    public void scoreHistory(int[] history, float[] weights, float[] scores) {
        Arrays.fill(scores, Float.NaN);
        Neighbours found = neighbours(new SessionItems(history, weights, rule));
        for (int n = 0; n < found.amounts().length; n++) {
            for (int item : histories().of(found.sessions()[n])) {
                float amount = (float) (found.amounts()[n] * itemWeights[item]);
                scores[item] = Float.isNaN(scores[item]) ? amount : scores[item] + amount;
            }
        }
    }

    /** The nearest sessions, best first, and what each adds to its items. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Neighbours(int[] sessions, double[] amounts) {}

    private Neighbours neighbours(SessionItems query) {
        int most = (int) Math.min(rule.sampleSize(), listed(query));
        int[] sessions = new int[most];
        int[] lastShared = new int[most];
        TopK best = new TopK(Math.min(rule.neighbours(), most));
        int[] at = new int[query.size()];
        for (int q = 0; q < at.length; q++) {
            at[q] = index.start(query.item(q));
        }
        for (int n = 0; n < most; n++) {
            int next = mostRecent(query, at);
            if (next < 0) {
                break;
            }
            float rank = index.value(at[next]);
            sessions[n] = index.column(at[next]);
            double shared = 0;
            for (int q = 0; q < at.length; q++) {
                if (at[q] < index.end(query.item(q)) && index.value(at[q]) == rank) {
                    shared += query.weight(q);
                    lastShared[n] = query.step(q);
                    at[q]++;
                }
            }
            if (shared > 0) {
                best.offer(n, (float) (shared * perShare(query, sessions[n])));
            }
        }
        TopK.Ranked ranked = best.drain();
        int[] chosen = new int[ranked.size()];
        double[] amounts = new double[ranked.size()];
        for (int r = 0; r < chosen.length; r++) {
            int n = ranked.indices()[r];
            chosen[r] = sessions[n];
            amounts[r] = ranked.scores()[r] * rule.matchWeighting().ofStep(lastShared[n]);
        }
        return new Neighbours(chosen, amounts);
    }

    private long listed(SessionItems query) {
        long listed = 0;
        for (int q = 0; q < query.size(); q++) {
            listed += index.end(query.item(q)) - index.start(query.item(q));
        }
        return listed;
    }

    /** The list whose next session is the most recent, or -1 when all are at their end. */
    private int mostRecent(SessionItems query, int[] at) {
        int next = -1;
        float least = Float.POSITIVE_INFINITY;
        for (int q = 0; q < at.length; q++) {
            if (at[q] < index.end(query.item(q)) && index.value(at[q]) < least) {
                least = index.value(at[q]);
                next = q;
            }
        }
        return next;
    }

    /** What a shared weight of 1 adds to the similarity with a session. */
    private double perShare(SessionItems query, int session) {
        double other = rule.similarity() == SessionNeighbourhood.Similarity.COSINE
                ? Math.sqrt(Math.max(1, histories().length(session)))
                : 1;
        return 1 / (query.norm() * other);
    }

    /** Splits what each neighbour adds among the items that it shares with the history, by their weights. */
    @Override
    public Explanation explain(int[] history, float[] weights) {
        SessionItems query = new SessionItems(history, weights, rule);
        Neighbours nearest = neighbours(query);
        return (item, limit) -> {
            double[] amounts = new double[query.size()];
            for (int n = 0; n < nearest.amounts().length; n++) {
                int[] session = histories().of(nearest.sessions()[n]);
                if (contains(session, item)) {
                    split(query, session, nearest.amounts()[n] * itemWeights[item], amounts);
                }
            }
            Contributions found = new Contributions();
            for (int q = 0; q < amounts.length; q++) {
                found.add(query.item(q), (float) amounts[q]);
            }
            return found.largest(limit);
        };
    }

    private static void split(SessionItems query, int[] session, double amount, double[] amounts) {
        double shared = 0;
        for (int other : session) {
            int q = query.indexOf(other);
            shared += q < 0 ? 0 : query.weight(q);
        }
        for (int other : session) {
            int q = query.indexOf(other);
            if (q >= 0) {
                amounts[q] += amount * query.weight(q) / shared;
            }
        }
    }

    private static boolean contains(int[] items, int item) {
        for (int other : items) {
            if (other == item) {
                return true;
            }
        }
        return false;
    }
}
