package io.kindred.models.cf.pairwise;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.data.TimeKind;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.TopK;
import io.kindred.core.scorer.FactorsModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/**
 * MovieLens 100K, divided at random.
 *
 * @param train what is learnt from
 * @param masked for each user the items that are no candidates
 * @param test for each user the items to be found
 */
record MovieLens(Interactions train, BitSet[] masked, BitSet[] test) {
    private static final int K = 10;

    /** The means over users with something to be found. */
    record Figures(double auc, double precision, double recall, double ndcg) {}

    /**
     * The protocol of LightFM's own tests on this data: ten ratings of each user held out, ratings of at least 4 are
     * positives, and nothing is masked.
     */
    static MovieLens asLightFm(long seed) {
        return divided(seed, 4, false, n -> 10, n -> 0);
    }

    /** A tenth of each user's ratings is test, a tenth validation and masked like training; all are positives. */
    static MovieLens random80To10To10(long seed) {
        return divided(seed, 0, true, n -> Math.round(n * 0.1f), n -> Math.round(n * 0.1f));
    }

    private static MovieLens divided(
            long seed, float minRating, boolean mask, IntUnaryOperator testOf, IntUnaryOperator validationOf) {
        Interactions all = ratingsOrSkip();
        SplittableRandom random = new SplittableRandom(seed);
        SparseRows rows = all.byUser();
        Interactions.Builder train = Interactions.builder(all.users(), all.items(), TimeKind.ORDER);
        BitSet[] masked = new BitSet[all.userCount()];
        BitSet[] test = new BitSet[all.userCount()];
        for (int u = 0; u < all.userCount(); u++) {
            int n = rows.length(u);
            int[] order = new int[n];
            for (int i = 0; i < n; i++) {
                int other = random.nextInt(i + 1);
                order[i] = order[other];
                order[other] = rows.start(u) + i;
            }
            masked[u] = new BitSet();
            test[u] = new BitSet();
            int tests = testOf.applyAsInt(n);
            int validations = validationOf.applyAsInt(n);
            for (int i = 0; i < n; i++) {
                if (rows.value(order[i]) < minRating) {
                    continue;
                }
                int item = rows.column(order[i]);
                if (i < tests) {
                    test[u].set(item);
                } else if (mask) {
                    masked[u].set(item);
                }
                if (i >= tests + validations) {
                    train.add(u, item);
                }
            }
        }
        return new MovieLens(train.build(), masked, test);
    }

    private static Interactions ratingsOrSkip() {
        Path shared = Path.of(System.getProperty("kindred.shared", "../../shared"));
        Path file = shared.resolve("data/ml-100k/ml-100k.inter.gz");
        Assumptions.assumeTrue(
                Files.isRegularFile(file),
                "there is no " + file + "; set -Dkindred.shared to the folder that has data/ml-100k");
        Vocabulary.Builder users = Vocabulary.builder();
        Vocabulary.Builder items = Vocabulary.builder();
        int[][] ratings = new int[100_000][];
        int size = 0;
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] words = line.split("\t");
                ratings[size++] =
                        new int[] {users.add(words[0]), items.add(words[1]), (int) Float.parseFloat(words[2])};
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Interactions.Builder builder = Interactions.builder(users.build(), items.build(), TimeKind.NONE);
        for (int n = 0; n < size; n++) {
            builder.add(ratings[n][0], ratings[n][1], ratings[n][2], 0);
        }
        return builder.build();
    }

    /** Ranks all items that are not masked. */
    Figures measure(FactorsModel model) {
        double auc = 0;
        double precision = 0;
        double recall = 0;
        double ndcg = 0;
        int users = 0;
        float[] scores = new float[train.itemCount()];
        for (int u = 0; u < test.length; u++) {
            int wanted = test[u].cardinality();
            if (wanted == 0) {
                continue;
            }
            users++;
            model.scoreAll(u, scores);
            masked[u].stream().forEach(item -> scores[item] = Float.NaN);
            TopK best = new TopK(scores.length);
            best.offerAll(scores);
            int[] order = best.drain().indices();
            int found = 0;
            double gain = 0;
            double ideal = 0;
            double above = 0;
            for (int rank = 0; rank < order.length; rank++) {
                double discount = rank < K ? Math.log(2) / Math.log(rank + 2) : 0;
                ideal += rank < wanted ? discount : 0;
                if (test[u].get(order[rank])) {
                    above += rank - found;
                    found++;
                    gain += discount;
                    precision += rank < K ? 1.0 / K : 0;
                    recall += rank < K ? 1.0 / wanted : 0;
                }
            }
            ndcg += gain / ideal;
            auc += 1 - above / ((double) wanted * (order.length - wanted));
        }
        return new Figures(auc / users, precision / users, recall / users, ndcg / users);
    }
}
