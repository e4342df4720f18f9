package io.kindred.models.cf.als;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.model.UserItemScorer;
import io.kindred.core.tck.ContractData;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Interactions that follow from hidden tastes: each user has the items with the largest {@code 2.4 a'b / sqrt(8)} plus
 * popularity plus Gumbel noise, a draw without replacement from the softmax. Items differ in popularity.
 *
 * @param train nine tenths of each user's items
 * @param heldOut the others, by user
 */
record LatentTastes(Interactions train, int[][] heldOut) {
    private static final int TASTES = 8;
    private static final int K = 10;

    static LatentTastes generate(int users, int items, int perUser, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] likes = gaussians(users, random);
        double[][] traits = gaussians(items, random);
        Interactions.Builder builder = Interactions.builder(
                ContractData.vocabulary("u", users), ContractData.vocabulary("i", items), TimeKind.NONE);
        int[][] heldOut = new int[users][];
        for (int u = 0; u < users; u++) {
            double[] appeal = new double[items];
            for (int i = 0; i < items; i++) {
                double sum = 0;
                for (int f = 0; f < TASTES; f++) {
                    sum += likes[u][f] * traits[i][f];
                }
                appeal[i] = 2.4 * sum / Math.sqrt(TASTES)
                        - 0.8 * Math.log(i + 10)
                        - Math.log(-Math.log(random.nextDouble(1e-12, 1)));
            }
            int[] had = IntStream.range(0, items)
                    .boxed()
                    .sorted((a, b) -> Double.compare(appeal[b], appeal[a]))
                    .limit(perUser)
                    .mapToInt(Integer::intValue)
                    .toArray();
            int test = perUser / 10;
            for (int n = 0; n < test; n++) {
                int other = random.nextInt(n, perUser);
                int swapped = had[n];
                had[n] = had[other];
                had[other] = swapped;
            }
            heldOut[u] = Arrays.copyOf(had, test);
            for (int n = test; n < perUser; n++) {
                builder.add(u, had[n], 1f, 0);
            }
        }
        return new LatentTastes(builder.build(), heldOut);
    }

    private static double[][] gaussians(int rows, SplittableRandom random) {
        double[][] values = new double[rows][TASTES];
        for (double[] row : values) {
            Arrays.setAll(row, f -> random.nextGaussian());
        }
        return values;
    }

    /** The interactions of the first users with the first items: what was known earlier. */
    Interactions early(int users, int items) {
        return select(prefix(train.users(), users), prefix(train.items(), items), true);
    }

    /** What {@link #early} does not have, over the whole vocabularies. */
    Interactions late(int users, int items) {
        return select(train.users(), train.items(), false, users, items);
    }

    private Interactions select(Vocabulary users, Vocabulary items, boolean early) {
        return select(users, items, early, users.size(), items.size());
    }

    private Interactions select(Vocabulary users, Vocabulary items, boolean early, int earlyUsers, int earlyItems) {
        Interactions.Builder builder = Interactions.builder(users, items, TimeKind.NONE);
        for (int u = 0; u < train.userCount(); u++) {
            for (int item : train.byUser().columnsOf(u)) {
                // One in twenty of the known users' interactions with known items is late as well.
                boolean isEarly = u < earlyUsers && item < earlyItems && (u + item) % 20 != 0;
                if (isEarly == early) {
                    builder.add(u, item, 1f, 0);
                }
            }
        }
        return builder.build();
    }

    private static Vocabulary prefix(Vocabulary ids, int size) {
        return Vocabulary.of(ids.ids().subList(0, size));
    }

    /** ndcg at 10 over all users, full ranking of the items that are not in training. */
    double ndcg(UserItemScorer model) {
        double total = 0;
        float[] scores = new float[train.itemCount()];
        for (int u = 0; u < train.userCount(); u++) {
            model.scoreAll(u, scores);
            for (int item : train.byUser().columnsOf(u)) {
                scores[item] = Float.NEGATIVE_INFINITY;
            }
            double gain = 0;
            double ideal = 0;
            for (int n = 0; n < heldOut[u].length; n++) {
                float score = scores[heldOut[u][n]];
                int above = 0;
                for (float other : scores) {
                    above += other > score ? 1 : 0;
                }
                gain += above < K ? 1 / Math.log(above + 2) : 0;
                ideal += n < K ? 1 / Math.log(n + 2) : 0;
            }
            total += gain / ideal;
        }
        return total / train.userCount();
    }
}
