package io.kindred.evaluation;

import static io.kindred.evaluation.TestData.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.model.Recommender;
import io.kindred.core.scorer.Dispatcher;
import io.kindred.core.scorer.FactorsModel;
import io.kindred.core.scorer.Strategy;
import io.kindred.evaluation.split.RankingTask;
import io.kindred.evaluation.stats.SplitMix64;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class EvaluatorPropertiesTest {
    @Property(tries = 20)
    void blocksAndThreadsDoNotChangeABit(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 5) int threads,
            @ForAll @IntRange(min = 1, max = 70) int block) {
        // Enough users for the item vectors to be copied.
        RankingTask task = EvaluatorTest.lastOut(TestData.random(seed, 150, 50, 15));
        EvaluationOptions options = EvaluationOptions.at(1, 5, 20);
        for (Recommender model : models(task, seed)) {
            RankingResult one = new Evaluator(options.withThreads(1).withUsersPerBlock(1)).evaluate(model, task);

            RankingResult other =
                    new Evaluator(options.withThreads(threads).withUsersPerBlock(block)).evaluate(model, task);

            assertThat(other.perUser().columns().keySet())
                    .isEqualTo(one.perUser().columns().keySet());
            one.perUser()
                    .columns()
                    .forEach((name, values) ->
                            assertThat(other.perUser().column(name)).as(name).isEqualTo(values));
            assertThat(other.overall()).isEqualTo(one.overall());
            assertThat(other.itemGroups()).isEqualTo(one.itemGroups());
            assertThat(other.ways()).isEqualTo(one.ways());
            assertThat(other.tiedLists()).isEqualTo(one.tiedLists());
        }
    }

    private static Recommender[] models(RankingTask task, long seed) {
        return new Recommender[] {
            randomFactors(task.train(), seed, 13),
            EvaluatorTest.similarities(task.train()),
            new FakeModel(task.train(), (user, item) -> (user * 7 + item * 3) % 5)
        };
    }

    @Property(tries = 25)
    void blockedFactorsGiveTheScoresOfTheServingPath(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 70) int columns, @ForAll boolean forManyUsers) {
        RankingTask task = EvaluatorTest.lastOut(TestData.random(seed, 20, 700, 15));
        FactorsModel model = randomFactors(task.train(), seed, columns);
        int[] users = IntStream.range(0, 20).toArray();
        float[][] scores = new float[20][700];
        Strategy[] ways = new Strategy[20];

        new UserScorer(model, task, forManyUsers ? 10_000 : 20).score(users, 0, 20, scores, ways);

        for (int u = 0; u < 20; u++) {
            float[] served = new float[700];
            Strategy way = Dispatcher.score(model, u, new int[0], new int[0], Map.of(), served);
            assertThat(ways[u]).isEqualTo(way);
            assertThat(scores[u]).isEqualTo(served);
        }
    }

    @Property(tries = 25)
    void theOrderOfUsersDoesNotMatter(@ForAll long seed) {
        Interactions data = TestData.random(seed, 40, 50, 15);
        int[] moved = IntStream.range(0, 40).toArray();
        new SplitMix64(seed).shuffle(moved, 0, 40);
        Interactions.Builder builder = Interactions.builder(ids("u", 40), ids("i", 50), TimeKind.TIMESTAMP);
        data.filter((user, item, value, time, position) ->
                builder.add(moved[user], item, value, time).size() > 0);
        RankingTask task = EvaluatorTest.lastOut(data);
        RankingTask permuted = EvaluatorTest.lastOut(builder.build());
        int[] back = new int[40];
        for (int u = 0; u < 40; u++) {
            back[moved[u]] = u;
        }
        FakeModel model = new FakeModel(task.train(), (user, item) -> (user * 31 + item * 17) % 23);
        FakeModel same = new FakeModel(permuted.train(), (user, item) -> (back[user] * 31 + item * 17) % 23);

        RankingResult one = new Evaluator(EvaluationOptions.at(5, 10)).evaluate(model, task);
        RankingResult other = new Evaluator(EvaluationOptions.at(5, 10)).evaluate(same, permuted);

        for (String name : one.perUser().columns().keySet()) {
            assertThat(other.metric(name)).as(name).isCloseTo(one.metric(name), within(1e-9));
        }
        assertThat(other.overall()).isEqualTo(one.overall());
    }

    /** Some users have a row of zeros and some a row of NaN, so that every way of answering comes up. */
    private static FactorsModel randomFactors(Interactions train, long seed, int columns) {
        SplitMix64 draws = new SplitMix64(seed);
        float[] users = new float[train.userCount() * columns];
        for (int i = 0; i < users.length; i++) {
            int row = i / columns;
            users[i] = row % 10 == 3 ? 0 : row % 10 == 4 ? Float.NaN : (float) draws.nextDouble() - 0.5f;
        }
        float[] items = new float[train.itemCount() * columns];
        for (int i = 0; i < items.length; i++) {
            items[i] = (float) draws.nextDouble() - 0.5f;
        }
        return EvaluatorTest.factors(
                train,
                FloatMatrix.of(users, train.userCount(), columns),
                FloatMatrix.of(items, train.itemCount(), columns));
    }
}
