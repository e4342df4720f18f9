package io.kindred.evaluation.metric;

import static io.kindred.evaluation.TestData.interactions;
import static io.kindred.evaluation.TestData.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.data.FeatureColumn;
import io.kindred.core.data.FeatureTable;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.FloatMatrix;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Every metric of a list against a calculation by hand. */
class ListMetricsTest {
    private static final Offset<Double> EXACT = within(1e-12);

    /**
     * Training: four users; i0 is had by all of u0..u3, i1 by u1 and u2, i2 by u1, i3 by u2 and u3, i4 by u3, i5..i7 by nobody.
     */
    private static final Interactions TRAIN = interactions(
            4,
            8,
            TimeKind.ORDER,
            new int[] {0, 0},
            new int[] {1, 0},
            new int[] {2, 0},
            new int[] {3, 0},
            new int[] {1, 1},
            new int[] {2, 1},
            new int[] {1, 2},
            new int[] {2, 3},
            new int[] {3, 3},
            new int[] {3, 4});

    /** u0 is given i3, i1, i5, i2 and relevant are i1, i2, i6. */
    private static UserCase answered() {
        Interactions target = interactions(4, 8, TimeKind.ORDER, new int[] {0, 1}, new int[] {0, 2}, new int[] {0, 6});
        UserCase user = new UserCase(task(TRAIN, target));
        user.open(0);
        user.answer(new int[] {3, 1, 5, 2}, 4);
        return user;
    }

    private static double[] at(ListMetric metric, UserCase user, int... at) {
        double[] values = new double[at.length];
        metric.measure(user, at, values);
        return values;
    }

    @Test
    void hit() {
        // No hit at rank 1; i1 at rank 2.
        assertThat(at(AccuracyMetric.HIT, answered(), 1, 2, 4)).containsExactly(0, 1, 1);
    }

    @Test
    void recallDividesByAllRelevant() {
        // 0, 1 and 2 hits of 3 relevant.
        assertThat(at(AccuracyMetric.RECALL, answered(), 1, 2, 4))
                .containsExactly(new double[] {0, 1 / 3.0, 2 / 3.0}, EXACT);
    }

    @Test
    void cappedRecallDividesByWhatFits() {
        // 1 hit of min(3, 2); 2 hits of min(3, 4).
        assertThat(at(AccuracyMetric.RECALL_CAPPED, answered(), 1, 2, 4))
                .containsExactly(new double[] {0, 1 / 2.0, 2 / 3.0}, EXACT);
    }

    @Test
    void precisionDividesByKEvenWhereTheListIsShorter() {
        assertThat(at(AccuracyMetric.PRECISION, answered(), 2, 4, 10))
                .containsExactly(new double[] {0.5, 0.5, 0.2}, EXACT);
    }

    @Test
    void ndcg() {
        // At 2: gain 1/log2(3) = 0.63093; ideal for min(3, 2) = 1 + 0.63093. At 4: 0.63093 + 1/log2(5) = 0.63093 +
        // 0.43068;
        // ideal for 3 relevant = 1 + 0.63093 + 0.5.
        double[] values = at(AccuracyMetric.NDCG, answered(), 1, 2, 4);

        assertThat(values[0]).isZero();
        assertThat(values[1]).isCloseTo(0.6309297535714575 / 1.6309297535714575, EXACT);
        assertThat(values[2]).isCloseTo((0.6309297535714575 + 0.43067655807339306) / 2.1309297535714578, EXACT);
    }

    @Test
    void mrr() {
        assertThat(at(AccuracyMetric.MRR, answered(), 1, 2, 4)).containsExactly(0, 0.5, 0.5);
    }

    @Test
    void mapDividesByWhatFits() {
        // At 2: precision 1/2 at rank 2, over min(3, 2). At 4: (1/2 + 2/4) / 3.
        assertThat(at(AccuracyMetric.MAP, answered(), 1, 2, 4)).containsExactly(new double[] {0, 0.25, 1 / 3.0}, EXACT);
    }

    @Test
    void noveltyIsInBitsAndAnItemNobodyHasCountsTheNumberOfUsers() {
        // Shares: i3 2/4 -> 1 bit, i1 2/4 -> 1 bit, i5 nobody -> log2(4) = 2 bits, i2 1/4 -> 2 bits.
        assertThat(at(new Novelty(new TrainingStatistics(TRAIN)), answered(), 2, 4))
                .containsExactly(new double[] {1, 1.5}, EXACT);
    }

    @Test
    void noveltyOfAnEmptyListIsNotDefined() {
        UserCase user = answered();
        user.answer(new int[0], 0);

        assertThat(at(new Novelty(new TrainingStatistics(TRAIN)), user, 2)).containsExactly(Double.NaN);
    }

    @Test
    void diversityIsOneMinusTheMeanCosineOfPairs() {
        // Users: i3 {2, 3}, i1 {1, 2}, i5 {}, i2 {1}. Cosines: i3-i1 1/2; i3-i5 0; i1-i5 0; i3-i2 0; i1-i2 1/sqrt(2);
        // i5-i2 0.
        double[] values = at(new Diversity(new IncidenceCosine(TRAIN)), answered(), 1, 2, 3, 4);

        assertThat(values[0]).isNaN();
        assertThat(values[1]).isCloseTo(0.5, EXACT);
        assertThat(values[2]).isCloseTo(1 - 0.5 / 3, EXACT);
        assertThat(values[3]).isCloseTo(1 - (0.5 + Math.sqrt(0.5)) / 6, EXACT);
    }

    @Test
    void diversityOfVectors() {
        // i3 = (1, 0), i1 = (3, 4): cosine 0.6; i5 is missing and i2 zero: cosine 0 with all.
        float[] vectors = {0, 1, 3, 4, 0, 0, 1, 0, 1, 1, Float.NaN, Float.NaN, 1, 1, 1, 1};

        double[] values = at(new Diversity(new VectorCosine(FloatMatrix.of(vectors, 8, 2))), answered(), 2, 4);

        assertThat(values).containsExactly(new double[] {0.4, 0.9}, EXACT);
    }

    @Test
    void serendipityCountsHitsThatPopularityWouldNotGive() {
        // Candidates of u0 by popularity: i1 (2 users), i3 (2), i2 (1), i4 (1), i5, i6, i7. At 2 expected are i1, i3:
        // the hit i1
        // is no surprise. At 4 expected are i1, i3, i2, i4: neither hit is one. At 3 expected are i1, i3, i2.
        assertThat(at(new Serendipity(new TrainingStatistics(TRAIN)), answered(), 2, 3, 4))
                .containsExactly(0, 0, 0);

        UserCase user = answered();
        user.answer(new int[] {6, 2}, 2);
        // At 1 expected is i1, and i6 is relevant: 1/1. At 2: i6 and i2 are relevant and not among i1, i3: 2/2. At 3 i2
        // is
        // expected: 1/3.
        assertThat(at(new Serendipity(new TrainingStatistics(TRAIN)), user, 1, 2, 3))
                .containsExactly(new double[] {1, 1, 1 / 3.0}, EXACT);
    }

    @Test
    void popularityLiftComparesWithTheUsersOwnHistory() {
        // u0 has i0 with 4 users. The first two entries have 2 and 2: (2 - 4) / 4. All four: (2 + 2 + 0 + 1) / 4 =
        // 1.25.
        assertThat(at(new PopularityLift(new TrainingStatistics(TRAIN)), answered(), 2, 4))
                .containsExactly(new double[] {-0.5, (1.25 - 4) / 4}, EXACT);
    }

    @Test
    void popularityLiftOfAUserWithoutHistoryIsNotDefined() {
        Interactions train = interactions(2, 3, TimeKind.ORDER, new int[] {0, 0});
        UserCase user = new UserCase(task(train, interactions(2, 3, TimeKind.ORDER, new int[] {1, 1})));
        user.open(1);
        user.answer(new int[] {0, 1}, 2);

        assertThat(at(new PopularityLift(new TrainingStatistics(train)), user, 2))
                .containsExactly(Double.NaN);
    }

    @Test
    void aTargetItemFromTrainingIsNeitherCandidateNorRelevantAndRepeatsCountOnce() {
        Interactions target = interactions(4, 8, TimeKind.ORDER, new int[] {0, 0}, new int[] {0, 6}, new int[] {0, 6});
        UserCase user = new UserCase(task(TRAIN, target));

        user.open(0);

        assertThat(user.isCandidate(0)).isFalse();
        assertThat(user.relevantCount()).isEqualTo(1);
        assertThat(user.candidateCount()).isEqualTo(7);
        assertThat(user.historySize()).isEqualTo(1);
    }

    @Test
    void turningToAnotherUserForgetsTheFirst() {
        Interactions target = interactions(4, 8, TimeKind.ORDER, new int[] {0, 6}, new int[] {1, 5});
        UserCase user = new UserCase(task(TRAIN, target));
        user.open(1);

        user.open(0);

        assertThat(user.isCandidate(1)).isTrue();
        assertThat(user.isRelevant(5)).isFalse();
        assertThat(user.isRelevant(6)).isTrue();
        assertThat(user.candidateCount()).isEqualTo(7);
    }

    @Test
    void averagePopularity() {
        // i3 and i1 are had by 2 users each, i5 by nobody, i2 by one.
        assertThat(at(new AveragePopularity(new TrainingStatistics(TRAIN)), answered(), 2, 4))
                .containsExactly(new double[] {2, 1.25}, EXACT);
    }

    @Test
    void longTailShare() {
        // Of 10 pairs i0 has 4, i1 and i3 two each, i2 and i4 one each; ranks i0 i1 i3 i2 i4 i5 ..., so the tail begins
        // where 8
        // pairs are passed: at i2. In the list i5 and i2 are in it.
        Groups popularity = Groups.byPopularity(new TrainingStatistics(TRAIN));

        assertThat(at(new LongTailShare(popularity), answered(), 2, 4)).containsExactly(new double[] {0, 0.5}, EXACT);
    }

    @Test
    void calibrationComparesCategoriesOfListAndHistory() {
        // History of u0: i0 (drama, war): p = 1/2, 1/2. List: i3 drama; i1 drama and war; i5 unknown; i2 comedy. At 2
        // the list
        // has drama 1.5 and war 0.5 of 2: q = 3/4, 1/4, smoothed 0.99 q + 0.01 p.
        double two = 0.5 * Math.log(0.5 / (0.99 * 0.75 + 0.005)) + 0.5 * Math.log(0.5 / (0.99 * 0.25 + 0.005));
        // At 4 comedy joins with 1 of 3; the unknown item is left out.
        double four = 0.5 * Math.log(0.5 / (0.99 * 0.5 + 0.005)) + 0.5 * Math.log(0.5 / (0.99 / 6 + 0.005));

        Calibration metric = new Calibration(genres());

        assertThat(metric.label()).isEqualTo("calibration-kl-genres");
        assertThat(at(metric, answered(), 2, 4)).containsExactly(new double[] {two, four}, within(1e-12));
    }

    @Test
    void aListWithoutCategoriesIsTheWorstCalibrated() {
        UserCase user = answered();
        user.answer(new int[] {5}, 1);

        assertThat(at(new Calibration(genres()), user, 1)).containsExactly(new double[] {Math.log(100)}, within(1e-12));
    }

    @Test
    void aListLikeTheHistoryIsCalibrated() {
        UserCase user = answered();
        user.answer(new int[] {1, 6}, 2);

        assertThat(at(new Calibration(genres()), user, 2)).containsExactly(new double[] {0}, within(1e-12));
    }

    private static Groups genres() {
        // i0, i1 and i6 drama and war, i2 comedy, i3 and i4 drama, i5 and i7 nothing.
        return Groups.byColumn(
                new FeatureTable(
                        TRAIN.items(),
                        List.of(new FeatureColumn.Categories(
                                "genres",
                                Vocabulary.of(List.of("drama", "war", "comedy")),
                                new int[] {0, 2, 4, 5, 6, 7, 7, 9, 9},
                                new int[] {0, 1, 0, 1, 2, 0, 0, 0, 1},
                                false))),
                "genres");
    }
}
