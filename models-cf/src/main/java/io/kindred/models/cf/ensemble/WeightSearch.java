package io.kindred.models.cf.ensemble;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.math.TopK;
import io.kindred.core.model.Cancellation;
import io.kindred.core.model.UserItemScorer;
import io.kindred.core.scorer.Fusion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Finds the weights of a sum of scores that rank held-out items best: coordinate search on the mean ndcg of lists of
 * {@value #CUTOFF} for at most {@value #MAX_USERS} users. A user's candidates are the best {@value #CANDIDATES} of each member,
 * which hold the top of any sensible sum, so that little is kept. The same input gives the same weights.
 */
final class WeightSearch {
    private static final int CUTOFF = 10;
    private static final int MAX_USERS = 2000;
    private static final int CANDIDATES = 100;
    private static final int MAX_ROUNDS = 20;
    private static final float[] FACTORS = {0f, 0.5f, 0.8f, 1.25f, 2f};

    private final List<UserItemScorer> members;
    private final Fusion fusion;

    /**
     * A user to be ranked for.
     *
     * @param shares {@code shares[m][c]} is what member m adds to candidate c at weight 1
     * @param relevant whether each candidate was held out
     * @param ideal the discounted gain of a perfect list of all that was held out
     */
    private record Question(float[][] shares, boolean[] relevant, double ideal) {}

    WeightSearch(List<UserItemScorer> members, Fusion fusion) {
        this.members = members;
        this.fusion = fusion;
    }

    /**
     * @param known what the members were trained on; not ranked
     * @param heldOut what is to be found
     * @return weights with sum 1
     */
    float[] best(Interactions known, Interactions heldOut, long seed, Cancellation cancellation)
            throws InterruptedException {
        List<Question> questions = questions(known, heldOut, seed, cancellation);
        float[] best = null;
        double bestGain = -1;
        for (int start = -1; start < members.size(); start++) {
            float[] weights = new float[members.size()];
            Arrays.fill(weights, start < 0 ? 1f : 0.1f);
            if (start >= 0) {
                weights[start] = 1f;
            }
            double gain = climb(weights, questions, cancellation);
            if (gain > bestGain) {
                best = weights;
                bestGain = gain;
            }
        }
        float sum = 0;
        for (float weight : best) {
            sum += weight;
        }
        for (int m = 0; m < best.length; m++) {
            best[m] /= sum;
        }
        return best;
    }

    /** Changes one weight after the other as long as that helps; returns the gain. */
    private double climb(float[] weights, List<Question> questions, Cancellation cancellation)
            throws InterruptedException {
        double gain = gain(weights, questions);
        boolean better = true;
        for (int round = 0; better && round < MAX_ROUNDS; round++) {
            better = false;
            for (int m = 0; m < weights.length; m++) {
                cancellation.check();
                float before = weights[m];
                float chosen = before;
                for (float factor : FACTORS) {
                    weights[m] = before == 0f ? 0.1f * factor : before * factor;
                    double changed = any(weights) ? gain(weights, questions) : -1;
                    if (changed > gain) {
                        gain = changed;
                        chosen = weights[m];
                        better = true;
                    }
                }
                weights[m] = chosen;
            }
        }
        return gain;
    }

    private static boolean any(float[] weights) {
        for (float weight : weights) {
            if (weight > 0) {
                return true;
            }
        }
        return false;
    }

    private static double gain(float[] weights, List<Question> questions) {
        double total = 0;
        for (Question question : questions) {
            TopK list = new TopK(Math.min(CUTOFF, question.relevant().length));
            for (int c = 0; c < question.relevant().length; c++) {
                float score = 0;
                for (int m = 0; m < weights.length; m++) {
                    score += weights[m] * question.shares()[m][c];
                }
                list.offer(c, score);
            }
            TopK.Ranked ranked = list.drain();
            double dcg = 0;
            for (int r = 0; r < ranked.size(); r++) {
                dcg += question.relevant()[ranked.indices()[r]] ? discount(r) : 0;
            }
            total += dcg / question.ideal();
        }
        return questions.isEmpty() ? 0 : total / questions.size();
    }

    private static double discount(int rank) {
        return Math.log(2) / Math.log(rank + 2.0);
    }

    private List<Question> questions(Interactions known, Interactions heldOut, long seed, Cancellation cancellation)
            throws InterruptedException {
        SparseRows targets = heldOut.byUser();
        int[] users = new int[targets.rowCount()];
        int n = 0;
        for (int u = 0; u < users.length; u++) {
            if (targets.length(u) > 0) {
                users[n++] = u;
            }
        }
        SplittableRandom random = new SplittableRandom(seed);
        List<Question> questions = new ArrayList<>();
        for (int q = 0; q < Math.min(n, MAX_USERS); q++) {
            cancellation.check();
            int other = q + random.nextInt(n - q);
            int user = users[other];
            users[other] = users[q];
            Question question = question(user, known.byUser(), targets);
            if (question.relevant().length > 0) {
                questions.add(question);
            }
        }
        return questions;
    }

    private Question question(int user, SparseRows known, SparseRows targets) {
        int items = known.columnCount();
        BitSet seen = marked(known, user);
        BitSet relevant = marked(targets, user);
        BitSet candidates = new BitSet(items);
        float[][] shares = new float[members.size()][items];
        float[] scores = new float[items];
        for (int m = 0; m < members.size(); m++) {
            if (members.get(m).canScore(user)) {
                members.get(m).scoreAll(user, scores);
                TopK best = new TopK(Math.min(CANDIDATES, items));
                for (int i = 0; i < items; i++) {
                    if (!seen.get(i)) {
                        best.offer(i, scores[i]);
                    }
                }
                TopK.Ranked ranked = best.drain();
                for (int r = 0; r < ranked.size(); r++) {
                    candidates.set(ranked.indices()[r]);
                }
                fusion.add(scores, seen, 1f, shares[m]);
            }
        }
        int[] chosen = candidates.stream().toArray();
        float[][] kept = new float[members.size()][chosen.length];
        boolean[] hits = new boolean[chosen.length];
        for (int c = 0; c < chosen.length; c++) {
            hits[c] = relevant.get(chosen[c]);
            for (int m = 0; m < kept.length; m++) {
                kept[m][c] = shares[m][chosen[c]];
            }
        }
        double ideal = 0;
        for (int r = 0; r < Math.min(CUTOFF, relevant.cardinality()); r++) {
            ideal += discount(r);
        }
        return new Question(kept, hits, ideal);
    }

    private static BitSet marked(SparseRows rows, int user) {
        BitSet items = new BitSet(rows.columnCount());
        for (int p = rows.start(user); p < rows.end(user); p++) {
            items.set(rows.column(p));
        }
        return items;
    }
}
