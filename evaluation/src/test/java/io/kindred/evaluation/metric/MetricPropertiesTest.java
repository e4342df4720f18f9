package io.kindred.evaluation.metric;

import static io.kindred.evaluation.TestData.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.data.Interactions;
import io.kindred.evaluation.TestData;
import io.kindred.evaluation.stats.SplitMix64;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MetricPropertiesTest {
    /** A user with at least one relevant item, or null. */
    private static UserCase user(long seed) {
        Interactions data = TestData.random(seed, 1, 40, 25);
        Interactions train = data.filter((user, item, value, time, position) -> item % 2 == 0);
        UserCase user = new UserCase(task(train, data));
        user.open(0);
        return user.relevantCount() == 0 ? null : user;
    }

    private static int[] candidates(UserCase user) {
        return IntStream.range(0, user.itemCount()).filter(user::isCandidate).toArray();
    }

    @Property
    void accuracyLiesBetweenZeroAndOne(@ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int k) {
        UserCase user = user(seed);
        if (user == null) {
            return;
        }
        int[] list = candidates(user);
        new SplitMix64(seed).shuffle(list, 0, list.length);
        user.answer(list, Math.min(k, list.length));

        for (AccuracyMetric metric : AccuracyMetric.values()) {
            assertThat(metric.at(user, k)).as(metric.label()).isBetween(0.0, 1.0);
        }
    }

    @Property
    void aListThatStartsWithEverythingRelevantIsPerfect(@ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int k) {
        UserCase user = user(seed);
        if (user == null) {
            return;
        }
        int[] list = IntStream.concat(
                        Arrays.stream(candidates(user)).filter(user::isRelevant),
                        Arrays.stream(candidates(user)).filter(item -> !user.isRelevant(item)))
                .toArray();
        user.answer(list, list.length);

        assertThat(AccuracyMetric.NDCG.at(user, k)).isCloseTo(1, within(1e-12));
        assertThat(AccuracyMetric.MAP.at(user, k)).isCloseTo(1, within(1e-12));
        assertThat(AccuracyMetric.MRR.at(user, k)).isEqualTo(1);
        assertThat(AccuracyMetric.RECALL_CAPPED.at(user, k)).isEqualTo(1);
        assertThat(AccuracyMetric.RECALL.at(user, user.itemCount())).isEqualTo(1);
    }

    @Property
    void movingAHitUpNeverHurts(@ForAll long seed, @ForAll @IntRange(min = 2, max = 20) int k) {
        UserCase user = user(seed);
        if (user == null) {
            return;
        }
        int[] list = candidates(user);
        new SplitMix64(seed).shuffle(list, 0, list.length);
        user.answer(list, list.length);
        double ndcg = AccuracyMetric.NDCG.at(user, k);
        double map = AccuracyMetric.MAP.at(user, k);
        for (int r = 1; r < list.length; r++) {
            if (user.isRelevant(list[r]) && !user.isRelevant(list[r - 1])) {
                int moved = list[r];
                list[r] = list[r - 1];
                list[r - 1] = moved;
                break;
            }
        }

        user.answer(list, list.length);

        assertThat(AccuracyMetric.NDCG.at(user, k)).isGreaterThanOrEqualTo(ndcg - 1e-12);
        assertThat(AccuracyMetric.MAP.at(user, k)).isGreaterThanOrEqualTo(map - 1e-12);
    }

    @Property(tries = 100)
    void cosinesFromBitSetsAndFromListsAgree(@ForAll long seed) {
        Interactions train = TestData.random(seed, 150, 12, 10);
        IncidenceCosine cosine = new IncidenceCosine(train);
        boolean[][] has = new boolean[12][150];
        train.filter((user, item, value, time, position) -> has[item][user] = true);

        for (int a = 0; a < 12; a++) {
            for (int b = 0; b < 12; b++) {
                int both = 0;
                int left = 0;
                int right = 0;
                for (int u = 0; u < 150; u++) {
                    both += has[a][u] && has[b][u] ? 1 : 0;
                    left += has[a][u] ? 1 : 0;
                    right += has[b][u] ? 1 : 0;
                }
                double expected = left == 0 || right == 0 ? 0 : both / Math.sqrt((double) left * right);
                assertThat(cosine.cosine(a, b)).isCloseTo(expected, within(1e-12));
            }
        }
    }

    @Property(tries = 100)
    void cosinesOfWholeListsHaveTheBitsOfPairs(@ForAll long seed, @ForAll @IntRange(min = 1, max = 400) int users) {
        // Few users make every item frequent, many make most items rare.
        Interactions train = TestData.random(seed, users, 60, 5);
        IncidenceCosine cosine = new IncidenceCosine(train);
        ListCosines lists = cosine.lists();
        SplitMix64 draws = new SplitMix64(seed);
        int[] list = IntStream.range(0, 60).toArray();
        for (int turn = 0; turn < 3; turn++) {
            draws.shuffle(list, 0, list.length);
            lists.clear();
            for (int r = 0; r < 30; r++) {
                double expected = 0;
                for (int q = 0; q < r; q++) {
                    expected += cosine.cosine(list[q], list[r]);
                }
                assertThat(lists.add(list[r])).isEqualTo(expected);
            }
        }
    }
}
