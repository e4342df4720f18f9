package io.kindred.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import io.kindred.core.id.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class InteractionsTest {
    private record Row(int user, int item, float value, long time) {}

    private static Vocabulary ids(int count) {
        return Vocabulary.of(
                IntStream.range(0, count).mapToObj(Integer::toString).toList());
    }

    @Property(tries = 200)
    void bothDirectionsHoldTheSameRowsInTheirOrder(
            @ForAll @IntRange(max = 400) int size,
            @ForAll @IntRange(min = 1, max = 12) int users,
            @ForAll @IntRange(min = 1, max = 12) int items,
            @ForAll @IntRange(min = 1, max = 600) int differentValues,
            @ForAll @IntRange(min = 1, max = 50) int differentTimes,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Interactions.Builder builder = Interactions.builder(ids(users), ids(items), TimeKind.TIMESTAMP);
        List<Row> rows = new ArrayList<>();
        long base = random.nextLong(-1L << 40, 1L << 40);
        for (int r = 0; r < size; r++) {
            Row row = new Row(
                    random.nextInt(users),
                    random.nextInt(items),
                    1f + random.nextInt(differentValues) / 4f,
                    base + random.nextInt(differentTimes));
            rows.add(row);
            builder.add(row.user(), row.item(), row.value(), row.time());
        }
        Interactions interactions = builder.build();

        // List.sort is stable, so equal times stay in input order.
        List<Row> expected = new ArrayList<>(rows);
        expected.sort(Comparator.comparingInt(Row::user).thenComparingLong(Row::time));
        SparseRows byUser = interactions.byUser();
        List<Row> actual = new ArrayList<>();
        for (int u = 0; u < users; u++) {
            for (int p = byUser.start(u); p < byUser.end(u); p++) {
                actual.add(new Row(u, byUser.column(p), byUser.value(p), byUser.time(p)));
            }
        }
        assertThat(actual).isEqualTo(expected);

        SparseRows byItem = interactions.byItem();
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            for (int p = byItem.start(i); p < byItem.end(i); p++) {
                pairs.add(byItem.column(p) + " " + i + " " + byItem.value(p));
                if (p > byItem.start(i)) {
                    assertThat(byItem.column(p)).isGreaterThanOrEqualTo(byItem.column(p - 1));
                }
            }
        }
        assertThat(pairs)
                .containsExactlyInAnyOrderElementsOf(rows.stream()
                        .map(r -> r.user() + " " + r.item() + " " + r.value())
                        .toList());
    }

    @Test
    void repeatsAreMergedIntoTheLastOne() {
        Interactions interactions = Interactions.builder(ids(2), ids(3), TimeKind.TIMESTAMP)
                .add(0, 1, 2f, 10)
                .add(0, 2, 3f, 20)
                .add(0, 1, 5f, 30)
                .add(1, 1, 4f, 5)
                .build();

        Interactions distinct = interactions.distinct();

        assertThat(distinct.byUser().columnsOf(0)).containsExactly(2, 1);
        assertThat(distinct.byUser().value(1)).isEqualTo(5f);
        assertThat(distinct.byUser().time(1)).isEqualTo(30);
        assertThat(distinct.byUser().columnsOf(1)).containsExactly(1);
        assertThat(distinct.distinct()).isSameAs(distinct);
    }

    @Test
    void aFilterKeepsTheVocabularies() {
        Interactions interactions = Interactions.builder(ids(2), ids(2), TimeKind.NONE)
                .add(0, 0)
                .add(1, 1)
                .build();

        Interactions filtered = interactions.filter((user, item, value, time, position) -> user == 1);

        assertThat(filtered.size()).isEqualTo(1);
        assertThat(filtered.users()).isEqualTo(interactions.users());
        assertThat(filtered.byItem().length(0)).isZero();
    }

    @Test
    void aDistantTimeWidensTheColumn() {
        Interactions interactions = Interactions.builder(ids(1), ids(3), TimeKind.TIMESTAMP)
                .add(0, 0, 1f, 1L << 40)
                .add(0, 1, 1f, 0)
                .add(0, 2, 1f, -(1L << 40))
                .build();

        assertThat(interactions.byUser().columnsOf(0)).containsExactly(2, 1, 0);
        assertThat(interactions.byUser().time(2)).isEqualTo(1L << 40);
    }

    @Test
    void valuesThatAreNotFiniteAreRefusedByName() {
        Interactions.Builder builder = Interactions.builder(ids(1), ids(1), TimeKind.NONE);

        assertThatThrownBy(() -> builder.add(0, 0, Float.NaN, 0))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("user '0'")
                .hasMessageContaining("NaN");
    }

    @Test
    void emptyDataHaveEmptyRows() {
        Interactions interactions = Interactions.builder(Vocabulary.empty(), Vocabulary.empty(), TimeKind.NONE)
                .build();

        assertThat(interactions.size()).isZero();
        assertThat(interactions.byItem().rowCount()).isZero();
    }

    /** 14 bytes an interaction (see the class comment) and the two vocabularies. */
    @Test
    void tenMillionInteractionsFitInTwoHundredMegabytes() {
        long before = usedHeap();
        Interactions interactions = tenMillion();
        interactions.byItem();
        long after = usedHeap();

        assertThat(after - before).isBetween(100_000_000L, 200_000_000L);
        assertThat(interactions.size()).isEqualTo(10_000_000);
    }

    private static Interactions tenMillion() {
        int users = 100_000;
        int items = 20_000;
        SplittableRandom random = new SplittableRandom(1);
        Interactions.Builder builder = Interactions.builder(ids(users), ids(items), TimeKind.TIMESTAMP);
        for (int r = 0; r < 10_000_000; r++) {
            builder.add(random.nextInt(users), random.nextInt(items), 1 + random.nextInt(5), 1_500_000_000L + r);
        }
        return builder.build();
    }

    /** The smallest of three readings, each after a collection. */
    private static long usedHeap() {
        long used = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
        }
        return used;
    }

    @Test
    void weightsOfRepeatsAddUpAtThePlaceOfTheLast() {
        Interactions interactions = Interactions.builder(ids(2), ids(3), TimeKind.TIMESTAMP)
                .add(0, 1, 1f, 10)
                .add(0, 2, 3f, 20)
                .add(0, 1, 5f, 30)
                .add(1, 1, 2f, 40)
                .build();

        SparseRows combined = interactions.combined().byUser();

        assertThat(combined.columnsOf(0)).containsExactly(2, 1);
        assertThat(combined.value(0)).isEqualTo(3f);
        assertThat(combined.value(1)).isEqualTo(6f);
        assertThat(combined.time(1)).isEqualTo(30);
        assertThat(combined.value(2)).isEqualTo(2f);
        Interactions once = interactions.combined();
        assertThat(once.combined()).isSameAs(once);
        assertThat(once.byItem().value(once.byItem().start(1))).isEqualTo(6f);
    }

    @Test
    void valuesCanBeReplaced() {
        Interactions interactions = Interactions.builder(ids(2), ids(3), TimeKind.TIMESTAMP)
                .add(1, 2, 4f, 10)
                .add(0, 1, 2f, 20)
                .build();

        SparseRows other = interactions
                .revalued((user, item, value, time) -> 100 * user + 10 * item + value + time)
                .byUser();

        assertThat(other.value(0)).isEqualTo(32f);
        assertThat(other.value(1)).isEqualTo(134f);
        assertThat(interactions.revalued((user, item, value, time) -> 1f).hasValues())
                .isFalse();
        assertThatThrownBy(() -> interactions.revalued((user, item, value, time) -> Float.NaN))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("user '0' with item '1' has the value NaN");
    }

    @Test
    void idsThatAreMissingElsewhereAreNamed() {
        Interactions interactions =
                Interactions.builder(ids(2), ids(3), TimeKind.NONE).add(1, 2).build();

        assertThat(interactions.over(ids(5), ids(4)).userCount()).isEqualTo(5);
        assertThatThrownBy(() -> interactions.over(ids(5), ids(2)))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("user '1' with item '2'");
    }
}
