package io.kindred.evaluation;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.id.Vocabulary;
import io.kindred.evaluation.split.RankingTask;
import io.kindred.evaluation.stats.SplitMix64;
import java.util.stream.IntStream;

/** Small data sets for tests. Users are called u0, u1, ..., items i0, i1, ... */
public final class TestData {
    private TestData() {}

    public static Vocabulary ids(String prefix, int count) {
        return Vocabulary.of(IntStream.range(0, count).mapToObj(i -> prefix + i).toList());
    }

    /** Rows of user, item and, where there are three or more numbers, time and value; in input order. */
    public static Interactions interactions(int users, int items, TimeKind kind, int[]... rows) {
        return interactions(ids("u", users), ids("i", items), kind, rows);
    }

    public static Interactions interactions(Vocabulary users, Vocabulary items, TimeKind kind, int[]... rows) {
        Interactions.Builder builder = Interactions.builder(users, items, kind);
        for (int[] row : rows) {
            builder.add(row[0], row[1], row.length > 3 ? row[3] : 1f, row.length > 2 ? row[2] : builder.size());
        }
        return builder.build();
    }

    /** A random data set with skewed item popularity, repeats, equal timestamps and some users without interactions. */
    public static Interactions random(long seed, int users, int items, int perUser) {
        SplitMix64 draws = new SplitMix64(seed);
        Interactions.Builder builder = Interactions.builder(ids("u", users), ids("i", items), TimeKind.TIMESTAMP);
        for (int u = 0; u < users; u++) {
            int n = draws.nextInt(perUser + 1);
            for (int j = 0; j < n; j++) {
                int item = Math.min(draws.nextInt(items), draws.nextInt(items));
                builder.add(u, item, 1 + draws.nextInt(5), 1_000_000 + draws.nextInt(1000));
            }
        }
        return builder.build();
    }

    public static Interactions none(Interactions like) {
        return like.filter((user, item, value, time, position) -> false);
    }

    public static RankingTask task(Interactions train, Interactions target) {
        return new RankingTask(train, none(train), none(train), target);
    }
}
