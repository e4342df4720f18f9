package io.kindred.core.tck;

import io.kindred.core.data.FeatureColumn;
import io.kindred.core.data.FeatureTable;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.Provenance;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.id.Vocabulary;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Small data sets that models stumble over. */
public final class ContractData {
    /** Unix seconds of the first interaction: 1 January 2024. */
    public static final long START = 1_704_067_200L;

    /** The top of the scale in {@link #random}. */
    public static final float TOP_RATING = 5f;

    /** Values are ratings from here on. */
    static final int LOWEST_RATING = 1;
    /** No value is a higher rating. */
    static final int HIGHEST_RATING = 5;

    private ContractData() {}

    /** The ids u0, u1, ... for the prefix "u". */
    public static Vocabulary vocabulary(String prefix, int size) {
        return Vocabulary.of(IntStream.range(0, size).mapToObj(i -> prefix + i).toList());
    }

    /**
     * Random tastes: user u prefers the items of {@code u % 4}; values are ratings 1 to 5, times are Unix seconds, features
     * are a number and a text for each user and item. Every user has at least three interactions; pairs may repeat.
     */
    public static TrainingData random(long seed, int users, int items, int interactions) {
        SplittableRandom random = new SplittableRandom(seed);
        Vocabulary userIds = vocabulary("u", users);
        Vocabulary itemIds = vocabulary("i", items);
        Interactions.Builder builder = Interactions.builder(userIds, itemIds, TimeKind.TIMESTAMP);
        for (int n = 0; n < Math.max(interactions, 3 * users); n++) {
            int user = n < 3 * users ? n % users : random.nextInt(users);
            int item = random.nextInt(4) > 0
                    ? random.nextInt(Math.ceilDiv(items, 4)) * 4 + user % 4
                    : random.nextInt(items);
            builder.add(user, Math.min(item, items - 1), 1 + random.nextInt(5), START + random.nextInt(10_000_000));
        }
        return new TrainingData(
                builder.build(), features(userIds, random), features(itemIds, random), Provenance.memory());
    }

    /** Ids, but not one interaction. */
    public static TrainingData empty() {
        return TrainingData.of(Interactions.builder(vocabulary("u", 3), vocabulary("i", 4), TimeKind.TIMESTAMP)
                .build());
    }

    /** Not even ids. */
    public static TrainingData withoutIds() {
        return TrainingData.of(Interactions.builder(Vocabulary.empty(), Vocabulary.empty(), TimeKind.TIMESTAMP)
                .build());
    }

    /** One user who had three of five items. */
    public static TrainingData oneUser() {
        return TrainingData.of(Interactions.builder(vocabulary("u", 1), vocabulary("i", 5), TimeKind.TIMESTAMP)
                .add(0, 3, 1f, START)
                .add(0, 1, 1f, START + 60)
                .add(0, 4, 1f, START + 120)
                .build());
    }

    /** One item that two of three users had. */
    public static TrainingData oneItem() {
        return TrainingData.of(Interactions.builder(vocabulary("u", 3), vocabulary("i", 1), TimeKind.TIMESTAMP)
                .add(0, 0, 1f, START)
                .add(2, 0, 1f, START + 60)
                .build());
    }

    /** As {@link #random} with every fifth user and every fifth item left without interactions. */
    public static TrainingData coldRows() {
        TrainingData data = random(11, 40, 30, 400);
        return data.withInteractions(
                data.interactions().filter((user, item, value, time, position) -> !isCold(user) && !isCold(item)));
    }

    /** Whether {@link #coldRows} left a user or item without interactions. */
    public static boolean isCold(int row) {
        return row % 5 == 0;
    }

    /** Every interaction of {@link #random} three times over, with other values and times. */
    public static TrainingData duplicates() {
        TrainingData data = random(13, 30, 20, 200);
        Interactions once = data.interactions();
        Interactions.Builder builder = Interactions.builder(once.users(), once.items(), TimeKind.TIMESTAMP);
        for (int copy = 0; copy < 3; copy++) {
            for (int u = 0; u < once.userCount(); u++) {
                for (int p = once.byUser().start(u); p < once.byUser().end(u); p++) {
                    builder.add(
                            u, once.byUser().column(p), 1 + copy, once.byUser().time(p) + copy);
                }
            }
        }
        return data.withInteractions(builder.build());
    }

    /**
     * News for a model of {@code data}: two interactions of every sixth user, among them ones with new items, and six of each
     * of five new users, who had some of the new items as well. There are four new items.
     */
    public static TrainingData news(TrainingData data) {
        Interactions old = data.interactions();
        Vocabulary users = extended(old.users(), "u", 5);
        Vocabulary items = extended(old.items(), "i", 4);
        SplittableRandom random = new SplittableRandom(23);
        Interactions.Builder builder = Interactions.builder(users, items, TimeKind.TIMESTAMP);
        long time = START + 10_000_000;
        for (int u = 0; u < old.userCount(); u += 6) {
            builder.add(u, old.itemCount() + u % 4, 1 + random.nextInt(5), time++);
            builder.add(u, random.nextInt(old.itemCount() / 4) * 4 + u % 4, 1 + random.nextInt(5), time++);
        }
        for (int u = old.userCount(); u < users.size(); u++) {
            for (int n = 0; n < 5; n++) {
                builder.add(u, n * 4 + u % 4, 1 + random.nextInt(5), time++);
            }
            builder.add(u, old.itemCount() + u % 4, 1 + random.nextInt(5), time++);
        }
        return new TrainingData(builder.build(), features(users, random), features(items, random), Provenance.memory());
    }

    private static Vocabulary extended(Vocabulary ids, String prefix, int more) {
        Vocabulary.Builder builder = ids.extend();
        for (int n = 0; n < more; n++) {
            builder.add(prefix + (ids.size() + n));
        }
        return builder.build();
    }

    private static FeatureTable features(Vocabulary ids, SplittableRandom random) {
        double[] numbers = random.doubles(ids.size()).toArray();
        String[] words = new String[ids.size()];
        for (int r = 0; r < words.length; r++) {
            words[r] = "word" + random.nextInt(7);
        }
        return new FeatureTable(
                ids, List.of(new FeatureColumn.Numbers("number", numbers), new FeatureColumn.Text("text", words)));
    }
}
