package io.kindred.evaluation.metric;

import static io.kindred.evaluation.TestData.interactions;
import static io.kindred.evaluation.TestData.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.evaluation.TestData;
import io.kindred.evaluation.stats.SplitMix64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RankingAucTest {
    private static double auc(float[] scores, int... relevant) {
        int[][] rows = new int[relevant.length][];
        for (int r = 0; r < rows.length; r++) {
            rows[r] = new int[] {0, relevant[r]};
        }
        Interactions train = interactions(1, scores.length, TimeKind.ORDER, new int[] {0, 0});
        UserCase user = new UserCase(task(train, interactions(1, scores.length, TimeKind.ORDER, rows)));
        user.open(0);
        user.maskScores(scores);
        return new RankingAuc().of(user, scores);
    }

    @Test
    void countsPairsInTheRightOrder() {
        // i0 trains. Relevant i1 (3) and i3 (1) against i2 (2) and i4 (0): 3>2, 3>0, 1<2, 1>0 -> 3 of 4.
        assertThat(auc(new float[] {9, 3, 2, 1, 0}, 1, 3)).isEqualTo(0.75);
    }

    @Test
    void equalScoresCountHalfSoAConstantModelGetsAHalf() {
        assertThat(auc(new float[] {1, 1, 1, 1, 1}, 1)).isEqualTo(0.5);
        assertThat(auc(new float[] {1, 1, 1, 1, 1}, 4, 2)).isEqualTo(0.5);
    }

    @Test
    void anItemWithoutAScoreIsBehindAllWithOne() {
        // i1 without a score against i2 (1), i3 and i4 (none): 0 + 1/2 + 1/2 of 3.
        assertThat(auc(new float[] {9, Float.NaN, 1, Float.NaN, Float.NaN}, 1)).isCloseTo(1 / 3.0, within(1e-12));
        // i2 (1) against i1, i3, i4 without.
        assertThat(auc(new float[] {9, Float.NaN, 1, Float.NaN, Float.NaN}, 2)).isEqualTo(1);
    }

    @Test
    void isNotDefinedWhereEveryCandidateIsRelevant() {
        assertThat(auc(new float[] {9, 1, 2}, 1, 2)).isNaN();
    }

    @Property(tries = 200)
    void agreesWithCountingAllPairs(@ForAll long seed) {
        SplitMix64 draws = new SplitMix64(seed);
        int items = 3 + draws.nextInt(draws.nextInt(4) == 0 ? 400 : 40);
        Interactions data = TestData.random(seed, 1, items, draws.nextInt(2) == 0 ? 12 : items);
        Interactions train = data.filter((u, i, v, t, position) -> i % 3 == 0);
        UserCase user = new UserCase(task(train, data));
        user.open(0);
        float[] scores = new float[items];
        for (int i = 0; i < items; i++) {
            // Few different values, so that there are ties, also between 0 and -0.
            int value = draws.nextInt(5);
            scores[i] = value == 4 ? Float.NaN : value == 3 ? -0f : value;
        }
        user.maskScores(scores);
        double expected = pairs(user, scores);

        double actual = user.relevantCount() == 0 ? Double.NaN : new RankingAuc().of(user, scores);

        assertThat(Double.isNaN(actual)).isEqualTo(Double.isNaN(expected));
        if (!Double.isNaN(actual)) {
            assertThat(actual).isCloseTo(expected, within(1e-12));
        }
    }

    private static double pairs(UserCase user, float[] scores) {
        double won = 0;
        int all = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores.length; j++) {
                if (user.isRelevant(i) && user.isCandidate(j) && !user.isRelevant(j)) {
                    float a = Float.isNaN(scores[i]) ? Float.NEGATIVE_INFINITY : scores[i];
                    float b = Float.isNaN(scores[j]) ? Float.NEGATIVE_INFINITY : scores[j];
                    won += a > b ? 1 : a == b ? 0.5 : 0;
                    all++;
                }
            }
        }
        return won / all;
    }
}
