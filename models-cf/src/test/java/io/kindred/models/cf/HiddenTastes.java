package io.kindred.models.cf;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.TopK;
import io.kindred.core.model.FoldIn;
import io.kindred.core.model.UserItemScorer;
import io.kindred.core.tck.ContractData;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Generated users whose choices follow tastes of four dimensions and the items' popularity, with a fifth of each user's
 * items hidden; models are measured by the ndcg@10 with which they find those.
 *
 * @param shown what models may learn from
 * @param hidden each user's hidden items
 */
public record HiddenTastes(Interactions shown, int[][] hidden) {
    private static final int K = 10;
    private static final int DIMENSIONS = 4;

    /** Every user has {@code perUser} items, a fifth of which is hidden. */
    public static HiddenTastes of(long seed, int users, int items, int perUser) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] traits = new double[items][DIMENSIONS + 1];
        for (double[] trait : traits) {
            Arrays.setAll(trait, d -> random.nextGaussian());
        }
        Interactions.Builder builder = Interactions.builder(
                ContractData.vocabulary("u", users), ContractData.vocabulary("i", items), TimeKind.ORDER);
        int[][] hidden = new int[users][];
        float[] utilities = new float[items];
        for (int u = 0; u < users; u++) {
            double[] taste = random.doubles(DIMENSIONS).map(x -> 4 * x - 2).toArray();
            for (int i = 0; i < items; i++) {
                // Gumbel's trick: the largest are a draw without replacement with probabilities exp(utility).
                double utility = 0.7 * traits[i][DIMENSIONS] - Math.log(-Math.log(random.nextDouble()));
                for (int d = 0; d < DIMENSIONS; d++) {
                    utility += taste[d] * traits[i][d];
                }
                utilities[i] = (float) utility;
            }
            TopK best = new TopK(perUser);
            best.offerAll(utilities);
            int[] chosen = best.drain().indices();
            for (int n = chosen.length - 1; n > 0; n--) {
                int other = random.nextInt(n + 1);
                int swapped = chosen[n];
                chosen[n] = chosen[other];
                chosen[other] = swapped;
            }
            hidden[u] = Arrays.copyOf(chosen, perUser / 5);
            for (int n = perUser / 5; n < perUser; n++) {
                builder.add(u, chosen[n]);
            }
        }
        return new HiddenTastes(builder.build(), hidden);
    }

    /** The interactions of the first users with the first items, over vocabularies of them alone. */
    public TrainingData first(int users, int items) {
        Vocabulary userIds = ContractData.vocabulary("u", users);
        Vocabulary itemIds = ContractData.vocabulary("i", items);
        Interactions.Builder builder = Interactions.builder(userIds, itemIds, TimeKind.ORDER);
        for (int u = 0; u < users; u++) {
            for (int item : shown.byUser().columnsOf(u)) {
                if (item < items) {
                    builder.add(u, item);
                }
            }
        }
        return TrainingData.of(builder.build());
    }

    /** What {@link #first} leaves out, over the whole vocabularies. */
    public TrainingData rest(int users, int items) {
        return TrainingData.of(shown.filter((user, item, value, time, position) -> user >= users || item >= items));
    }

    /** The mean ndcg@10 of the users {@code [from, to)}, scored as known ones. */
    public double ndcg(UserItemScorer model, int from, int to) {
        return mean(from, to, (user, scores) -> model.scoreAll(user, scores));
    }

    /** The mean ndcg@10 of the users {@code [from, to)}, scored from their shown items. */
    public double foldInNdcg(FoldIn model, int from, int to) {
        return mean(
                from, to, (user, scores) -> model.scoreHistory(shown.byUser().columnsOf(user), null, scores));
    }

    private double mean(int from, int to, Scoring scoring) {
        double sum = 0;
        float[] scores = new float[shown.itemCount()];
        for (int u = from; u < to; u++) {
            scoring.score(u, scores);
            for (int item : shown.byUser().columnsOf(u)) {
                scores[item] = Float.NaN;
            }
            TopK best = new TopK(K);
            best.offerAll(scores);
            int[] list = best.drain().indices();
            double gain = 0;
            double ideal = 0;
            for (int rank = 0; rank < K; rank++) {
                double discount = Math.log(2) / Math.log(2 + rank);
                ideal += rank < hidden[u].length ? discount : 0;
                for (int item : hidden[u]) {
                    gain += rank < list.length && list[rank] == item ? discount : 0;
                }
            }
            sum += gain / ideal;
        }
        return sum / (to - from);
    }

    private interface Scoring {
        void score(int user, float[] scores);
    }
}
