package io.kindred.models.cf.vsknn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.Explains;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.Dispatcher;
import io.kindred.core.scorer.PositionWeighting;
import io.kindred.core.scorer.RecommendationQuery;
import io.kindred.core.scorer.Recommendations;
import io.kindred.core.scorer.SessionNeighbourhood.Similarity;
import io.kindred.core.scorer.SessionNeighboursModel;
import io.kindred.core.scorer.Strategy;
import io.kindred.core.tck.ContractData;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Hand calculation: sessions u0: 0, 1, 2; u1: 0, 3; u2: 1, 3, 4, 5; u3: 5; u3 is the most recent. */
final class VsKnnTrainerTest {
    private static final int[][] SESSIONS = {{0, 1, 2}, {0, 3}, {1, 3, 4, 5}, {5}};

    @Test
    void plainNeighboursWeighAllPlacesTheSame() throws InterruptedException {
        float[] scores = session(train(plain(10, 10), SESSIONS), 0, 1);

        // Cosine: u0 2 / (sqrt 2 sqrt 3), u1 1 / (sqrt 2 sqrt 2), u2 1 / (sqrt 2 sqrt 4).
        float u0 = (float) (2 / Math.sqrt(6));
        float u2 = (float) (1 / Math.sqrt(8));
        assertClose(scores, u0 + 0.5f, u0 + u2, u0, 0.5f + u2, u2, u2);
    }

    @Test
    void itemsOfNoNeighbourAreNotScored() throws InterruptedException {
        SessionNeighboursModel model = train(plain(10, 10), SESSIONS);

        assertClose(session(model, 2), 0.57735f, 0.57735f, 0.57735f, Float.NaN, Float.NaN, Float.NaN);
        assertThat(model.canScore(3)).isTrue();
        assertThat(train(plain(10, 10), new int[] {0, 1}, new int[] {2}).canScore(1))
                .isFalse();
    }

    @Test
    void onlyTheMostSimilarCount() throws InterruptedException {
        float[] scores = session(train(plain(1, 10), SESSIONS), 0, 1);

        float u0 = (float) (2 / Math.sqrt(6));
        assertClose(scores, u0, u0, u0, Float.NaN, Float.NaN, Float.NaN);
    }

    @Test
    void onlyTheMostRecentAreSampled() throws InterruptedException {
        float[] scores = session(train(plain(10, 2), SESSIONS), 0, 1);

        // u2 and u1 are more recent than u0, which is more similar.
        float u2 = (float) (1 / Math.sqrt(8));
        assertClose(scores, 0.5f, u2, Float.NaN, 0.5f + u2, u2, u2);
    }

    @Test
    void laterPlacesAndLaterMatchesCountMore() throws InterruptedException {
        VsKnnParameters parameters = new VsKnnParameters(
                10, 10, 20, Similarity.VECTOR, PositionWeighting.DIVISION, PositionWeighting.DIVISION, 0);

        float[] scores = session(train(parameters, SESSIONS), 0, 1);

        // Places weigh 1/2 and 1; a match is 1 step (item 1) or 2 steps (item 0) back:
        // u0 1.5 / 2 * 1, u1 0.5 / 2 * 1/2, u2 1 / 2 * 1.
        assertClose(scores, 0.875f, 1.25f, 0.75f, 0.625f, 0.5f, 0.5f);
    }

    @Test
    void lastOccurrenceOfARepeatedItemGivesItsPlace() throws InterruptedException {
        VsKnnParameters parameters = new VsKnnParameters(
                10, 10, 20, Similarity.VECTOR, PositionWeighting.QUADRATIC, PositionWeighting.SAME, 0);

        float[] scores = session(train(parameters, SESSIONS), 2, 5, 2);

        // Two different items: item 2 at place 3 of 3 weighs 1, item 5 at place 2 weighs 4/9.
        assertClose(scores, 0.5f, 0.5f + 2f / 9, 0.5f, 2f / 9, 2f / 9, 4f / 9);
    }

    @Test
    void onlyTheLastItemsOfASessionAreLookedAt() throws InterruptedException {
        VsKnnParameters two = new VsKnnParameters(
                10, 10, 2, Similarity.COSINE, PositionWeighting.DIVISION, PositionWeighting.LINEAR, 0);
        SessionNeighboursModel model = train(two, SESSIONS);

        assertThat(session(model, 4, 5, 0, 1)).containsExactly(session(model, 0, 1));
    }

    @Test
    void rareItemsGainByTheirInverseFrequency() throws InterruptedException {
        VsKnnParameters parameters =
                new VsKnnParameters(10, 10, 20, Similarity.VECTOR, PositionWeighting.SAME, PositionWeighting.SAME, 2);

        float[] scores = session(train(parameters, SESSIONS), 2);

        // One neighbour of similarity 1; items 0 and 1 are in 2 of 4 sessions, item 2 in 1.
        float two = (float) (1 + 2 * Math.log(2));
        assertClose(scores, two, two, (float) (1 + 2 * Math.log(4)), Float.NaN, Float.NaN, Float.NaN);
    }

    @Test
    void weightsOfAHistoryScaleItsPlaces() throws InterruptedException {
        VsKnnParameters parameters =
                new VsKnnParameters(10, 10, 20, Similarity.VECTOR, PositionWeighting.SAME, PositionWeighting.SAME, 0);
        float[] scores = new float[6];

        train(parameters, SESSIONS).scoreHistory(new int[] {0, 4}, new float[] {3, 0}, scores);

        // u2 has only item 4, of weight 0, in common and is no neighbour.
        assertClose(scores, 3, 1.5f, 1.5f, 1.5f, Float.NaN, Float.NaN);
    }

    @Test
    void agreesWithLookingAtEverySession() throws InterruptedException {
        TrainingData data = ContractData.random(4, 200, 30, 1_500);
        VsKnnParameters parameters = new VsKnnParameters(
                15, 40, 6, Similarity.COSINE, PositionWeighting.QUADRATIC, PositionWeighting.LOGARITHMIC, 0.5);
        SessionNeighboursModel model = train(parameters, data);
        SplittableRandom random = new SplittableRandom(9);

        for (int run = 0; run < 50; run++) {
            int[] session = random.ints(1 + random.nextInt(8), 0, 30).toArray();
            assertClose(session(model, session), NaiveVsKnn.scores(data.interactions(), parameters, session));
        }
    }

    @Test
    void contributionsAddUpToTheScore() throws InterruptedException {
        SessionNeighboursModel model = train(new VsKnnProvider().defaults(), ContractData.random(4, 60, 20, 500));
        int[] history = {3, 7, 3, 12};
        float[] scores = new float[20];
        model.scoreSession(history, scores);

        for (int item = 0; item < 20; item++) {
            double sum = model.explain(item, history, null, 10).stream()
                    .mapToDouble(Explains.Contribution::amount)
                    .sum();
            assertThat((float) sum).isCloseTo(Float.isNaN(scores[item]) ? 0 : scores[item], within(1e-4f));
        }
    }

    @Test
    void sessionsAreAnsweredWithReasons() throws InterruptedException {
        RecommendationQuery query =
                RecommendationQuery.builder().session(List.of("i2")).k(5).build();

        Recommendations answer = Dispatcher.recommend(train(plain(10, 10), SESSIONS), query);

        assertThat(answer.strategy()).isEqualTo(Strategy.SESSION);
        assertThat(answer.items()).extracting(Recommendations.Item::id).containsExactly("i0", "i1");
        assertThat(answer.items().getFirst().reasons())
                .extracting(Recommendations.Reason::item)
                .containsExactly("i2");
    }

    @Test
    void dataWithoutOrderNeedEqualPlaces() throws InterruptedException {
        TrainingData unordered = TrainingData.of(sessions(TimeKind.NONE, SESSIONS));

        assertThat(session(train(plain(10, 10), unordered), 2)[0]).isPositive();
        assertThatThrownBy(() -> train(new VsKnnProvider().defaults(), unordered))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("placeWeighting=same and matchWeighting=same");
        assertThatThrownBy(() -> train(plain(10, 10), ContractData.empty())).hasMessageContaining("no interactions");
    }

    private static VsKnnParameters plain(int neighbours, int sampleSize) {
        return new VsKnnParameters(
                neighbours, sampleSize, 20, Similarity.COSINE, PositionWeighting.SAME, PositionWeighting.SAME, 0);
    }

    private static Interactions sessions(TimeKind timeKind, int[]... rows) {
        Interactions.Builder builder = Interactions.builder(
                ContractData.vocabulary("u", rows.length), ContractData.vocabulary("i", 6), timeKind);
        for (int u = 0; u < rows.length; u++) {
            for (int item : rows[u]) {
                builder.add(u, item);
            }
        }
        return builder.build();
    }

    private static SessionNeighboursModel train(VsKnnParameters parameters, int[]... rows) throws InterruptedException {
        return train(parameters, TrainingData.of(sessions(TimeKind.ORDER, rows)));
    }

    private static SessionNeighboursModel train(VsKnnParameters parameters, TrainingData data)
            throws InterruptedException {
        return (SessionNeighboursModel) new VsKnnTrainer(parameters).train(data, TrainingContext.ofSeed(1));
    }

    private static float[] session(SessionNeighboursModel model, int... session) {
        float[] scores = new float[model.items().size()];
        model.scoreSession(session, scores);
        return scores;
    }

    private static void assertClose(float[] actual, float... expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            if (Float.isNaN(expected[i])) {
                assertThat(actual[i]).as("item %d", i).isNaN();
            } else {
                assertThat(actual[i]).as("item %d", i).isCloseTo(expected[i], within(1e-5f * (1 + expected[i])));
            }
        }
    }

    /** The method as the paper tells it, looking at every session; written for this test alone. */
    private static final class NaiveVsKnn {
        static float[] scores(Interactions data, VsKnnParameters parameters, int[] session) {
            int from = Math.max(0, session.length - parameters.lastItems());
            int length = session.length - from;
            Map<Integer, Integer> placeOf = new HashMap<>();
            for (int p = 1; p <= length; p++) {
                placeOf.put(session[from + p - 1], p);
            }
            double norm = Math.sqrt(placeOf.values().stream()
                    .mapToDouble(p -> Math.pow((double) p / length, 4))
                    .sum());
            int[] inSessions = new int[data.itemCount()];
            for (int u = 0; u < data.userCount(); u++) {
                Arrays.stream(data.byUser().columnsOf(u)).distinct().forEach(i -> inSessions[i]++);
            }
            record Candidate(int user, long last, double similarity, int step) {}
            List<Candidate> sample = IntStream.range(0, data.userCount())
                    .mapToObj(u -> {
                        List<Integer> items = Arrays.stream(data.byUser().columnsOf(u))
                                .distinct()
                                .boxed()
                                .toList();
                        List<Integer> places = items.stream()
                                .filter(placeOf::containsKey)
                                .map(placeOf::get)
                                .toList();
                        double similarity = places.stream()
                                        .mapToDouble(p -> Math.pow((double) p / length, 2))
                                        .sum()
                                / (norm * Math.sqrt(items.size()));
                        int last = places.stream().mapToInt(p -> p).max().orElse(0);
                        return new Candidate(
                                u, data.byUser().time(data.byUser().end(u) - 1), similarity, length - last + 1);
                    })
                    .filter(c -> c.similarity() > 0)
                    .sorted(Comparator.comparingLong(Candidate::last)
                            .thenComparingInt(Candidate::user)
                            .reversed())
                    .limit(parameters.sampleSize())
                    .sorted(Comparator.comparingDouble(c -> -(float) c.similarity()))
                    .limit(parameters.neighbours())
                    .toList();
            float[] scores = new float[data.itemCount()];
            Arrays.fill(scores, Float.NaN);
            for (Candidate c : sample) {
                double match = 1 / Math.log10(c.step() + 1.7);
                Arrays.stream(data.byUser().columnsOf(c.user())).distinct().forEach(i -> {
                    double idf = Math.log((double) data.userCount() / inSessions[i]);
                    float amount = (float) (c.similarity() * match * (1 + parameters.idfWeight() * idf));
                    scores[i] = Float.isNaN(scores[i]) ? amount : scores[i] + amount;
                });
            }
            return scores;
        }
    }
}
