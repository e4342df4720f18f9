package io.kindred.models.cf.hybridmf;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.data.TrainingData;
import io.kindred.core.math.TopK;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.model.UserItemScorer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * The test of LightFM on MovieLens 100K: of every user ten interactions are held out, and items are ranked that the user did not
 * have in training. LightFM's documentation gives an area under the curve of .90 for WARP and .86 for BPR, and a precision at 10
 * of .11 and .10 (its example movielens_implicit, ten factors).
 */
@Tag("slow")
final class HybridMfQualityTest {
    private static final int HELD_OUT = 10;

    private static TrainingData all;

    @BeforeAll
    static void read() {
        all = MovieLens.orSkip();
    }

    @Test
    void warpReachesWhatLightFmDoesAndBeatsBpr(TestReporter reporter) throws InterruptedException {
        BitSet test = new BitSet();
        SplittableRandom random = new SplittableRandom(1);
        SparseRows rows = all.interactions().byUser();
        for (int u = 0; u < rows.rowCount(); u++) {
            for (int n = 0; n < HELD_OUT; ) {
                int p = rows.start(u) + random.nextInt(rows.length(u));
                if (!test.get(p)) {
                    test.set(p);
                    n++;
                }
            }
        }
        Measured warp = measure(Loss.WARP, test, new BitSet());
        Measured bpr = measure(Loss.BPR, test, new BitSet());
        reporter.publishEntry(Map.of("warp", warp.toString(), "bpr", bpr.toString()));

        assertThat(warp.auc()).isGreaterThan(0.90);
        assertThat(warp.precision()).isGreaterThan(bpr.precision()).isGreaterThan(0.11);
    }

    @Test
    void newFilmsAreRankedByGenreAndYear(TestReporter reporter) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(2);
        BitSet newItems = new BitSet();
        for (int i = 0; i < all.interactions().itemCount(); i++) {
            newItems.set(i, random.nextInt(5) == 0);
        }
        BitSet test = new BitSet();
        SparseRows rows = all.interactions().byUser();
        for (int p = 0; p < rows.size(); p++) {
            test.set(p, newItems.get(rows.column(p)));
        }

        Measured measured = measure(Loss.WARP, test, newItems);
        reporter.publishEntry("new films", measured.toString());

        // Ranked among themselves; chance is .5.
        assertThat(measured.auc()).isGreaterThan(0.6);
    }

    private record Measured(double auc, double precision) {}

    /**
     * @param test positions of the interactions held out
     * @param only the items to rank; none for all that the user did not have in training
     */
    private static Measured measure(Loss loss, BitSet test, BitSet only) throws InterruptedException {
        Interactions train = all.interactions().filter((user, item, value, time, p) -> !test.get(p));
        HybridMfParameters parameters =
                new HybridMfParameters(32, 20, 0.05, 0, 0, loss, 20, 5, 5, 10, true, true, 2, false);
        UserItemScorer model = (UserItemScorer)
                new HybridMfTrainer(parameters).train(all.withInteractions(train), TrainingContext.ofSeed(1));
        int items = train.itemCount();
        float[] scores = new float[items];
        double aucs = 0;
        double precisions = 0;
        int users = 0;
        SparseRows rows = all.interactions().byUser();
        for (int u = 0; u < rows.rowCount(); u++) {
            BitSet candidates = new BitSet();
            candidates.set(0, items);
            BitSet relevant = new BitSet();
            for (int p = rows.start(u); p < rows.end(u); p++) {
                if (test.get(p)) {
                    relevant.set(rows.column(p));
                } else {
                    candidates.clear(rows.column(p));
                }
            }
            if (!only.isEmpty()) {
                candidates.and(only);
            }
            if (relevant.isEmpty()) {
                continue;
            }
            model.scoreAll(u, scores);
            aucs += auc(scores, candidates, relevant);
            TopK best = new TopK(10);
            candidates.stream().forEach(i -> best.offer(i, scores[i]));
            precisions +=
                    Arrays.stream(best.drain().indices()).filter(relevant::get).count() / 10.0;
            users++;
        }
        return new Measured(aucs / users, precisions / users);
    }

    private static double auc(float[] scores, BitSet candidates, BitSet relevant) {
        double right = 0;
        long pairs = 0;
        for (int i = relevant.nextSetBit(0); i >= 0; i = relevant.nextSetBit(i + 1)) {
            for (int j = candidates.nextSetBit(0); j >= 0; j = candidates.nextSetBit(j + 1)) {
                if (!relevant.get(j)) {
                    right += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        return right / pairs;
    }
}
