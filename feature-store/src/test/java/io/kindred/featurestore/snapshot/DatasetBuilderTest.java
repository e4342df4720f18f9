package io.kindred.featurestore.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.featurestore.importer.ImportRequest;
import io.kindred.featurestore.importer.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetBuilderTest {
    private static final String HEADER = "user,item,event,rating,timestamp\n";
    private static final String EVENTS = """
            a,x,view,1,100
            a,y,view,4,110
            b,x,buy,5,120
            a,x,buy,3,130
            c,z,view,5,90
            """;

    @TempDir
    Path folder;

    private Snapshot snapshot(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("events.csv"), text);
        return FeatureStore.open(folder.resolve("store")).importData(file).snapshot();
    }

    /** Each interaction as {@code user item value}, users in order and each in order of time. */
    private static List<String> rows(Interactions interactions) {
        List<String> rows = new ArrayList<>();
        SparseRows byUser = interactions.byUser();
        for (int user = 0; user < interactions.userCount(); user++) {
            for (int at = byUser.start(user); at < byUser.end(user); at++) {
                rows.add(interactions.users().idOf(user) + " "
                        + interactions.items().idOf(byUser.column(at)) + " " + byUser.value(at));
            }
        }
        return rows;
    }

    @Test
    void withoutFiltersEverythingIsThere() throws IOException {
        Dataset dataset = snapshot(HEADER + EVENTS).dataset().build();

        assertThat(rows(dataset.interactions())).containsExactly("a x 1.0", "a y 4.0", "a x 3.0", "b x 5.0", "c z 5.0");
        assertThat(dataset.filters()).isEmpty();
        assertThat(dataset.trainingData().provenance().snapshot()).isEqualTo(dataset.snapshot());
    }

    @Test
    void aMinimumRatingRemovesWhatIsBelowIt() throws IOException {
        Dataset dataset = snapshot(HEADER + EVENTS).dataset().minRating(4).build();

        assertThat(rows(dataset.interactions())).containsExactly("a y 4.0", "b x 5.0", "c z 5.0");
        assertThat(dataset.filters()).containsExactly(new FilterStep("minimum rating 4.0", 2, 3));
        assertThat(dataset.interactions().items().ids()).containsExactly("x", "y", "z");
    }

    @Test
    void aTimeRangeHasItsEndOutside() throws IOException {
        Dataset dataset =
                snapshot(HEADER + EVENTS).dataset().timeRange(100, 120).build();

        assertThat(rows(dataset.interactions())).containsExactly("a x 1.0", "a y 4.0");
        assertThat(dataset.interactions().users().ids()).containsExactly("a");
    }

    @Test
    void eventTypesAreChosenByName() throws IOException {
        Snapshot snapshot = snapshot(HEADER + EVENTS);

        assertThat(rows(snapshot.dataset().eventTypes(Set.of("buy")).build().interactions()))
                .containsExactly("a x 3.0", "b x 5.0");
        assertThatThrownBy(() -> snapshot.dataset().eventTypes(Set.of("click")))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("unknown event type 'click'; the data has: ")
                .hasMessageContaining("view, buy");
    }

    @Test
    void repeatsOfAPairAreKeptOrReducedToTheFirstOrLast() throws IOException {
        Snapshot snapshot = snapshot(HEADER + EVENTS);

        Dataset first =
                snapshot.dataset().duplicates(DuplicatePolicy.KEEP_FIRST).build();
        Dataset last = snapshot.dataset().duplicates(DuplicatePolicy.KEEP_LAST).build();

        assertThat(rows(first.interactions())).containsExactly("a x 1.0", "a y 4.0", "b x 5.0", "c z 5.0");
        assertThat(rows(last.interactions())).containsExactly("a y 4.0", "a x 3.0", "b x 5.0", "c z 5.0");
        assertThat(last.filters().getFirst().removed()).isEqualTo(1);
    }

    @Test
    void theCoreIsIterated() throws IOException {
        // c has one event with z; without c, z has one event left, of b; without z, b has one event left.
        Snapshot snapshot = snapshot("user,item\na,x\na,y\nd,x\nd,y\nb,x\nb,z\nc,z\n");

        Dataset dataset = snapshot.dataset().minUser(2).minItem(2).build();

        assertThat(rows(dataset.interactions())).containsExactly("a x 1.0", "a y 1.0", "d x 1.0", "d y 1.0");
        assertThat(dataset.filters().getFirst().removed()).isEqualTo(3);
        assertThat(dataset.filters().getFirst().filter()).startsWith("at least 2 events a user and 2 an item");
    }

    @Property(tries = 100)
    void theCoreEqualsThatOfANaiveComputation(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int minUser,
            @ForAll @IntRange(min = 1, max = 4) int minItem)
            throws IOException {
        Path home = Files.createTempDirectory("core");
        try {
            Random random = new Random(seed);
            Set<String> pairs = new TreeSet<>();
            for (int i = 0; i < 40; i++) {
                pairs.add("u" + random.nextInt(10) + ",i" + random.nextInt(10));
            }
            Path file = Files.writeString(home.resolve("e.csv"), "user,item\n" + String.join("\n", pairs));
            Snapshot snapshot =
                    FeatureStore.open(home.resolve("store")).importData(file).snapshot();

            Set<String> expected = naiveCore(pairs, minUser, minItem);

            if (expected.isEmpty()) {
                assertThatThrownBy(() -> snapshot.dataset()
                                .minUser(minUser)
                                .minItem(minItem)
                                .build())
                        .isInstanceOf(KindredException.class)
                        .hasMessageContaining("the filters leave no event");
            } else {
                Dataset dataset =
                        snapshot.dataset().minUser(minUser).minItem(minItem).build();
                Set<String> actual = new TreeSet<>();
                for (String row : rows(dataset.interactions())) {
                    actual.add(row.replace(" 1.0", "").replace(' ', ','));
                }
                assertThat(actual).isEqualTo(expected);
            }
        } finally {
            deleteAll(home);
        }
    }

    private static Set<String> naiveCore(Set<String> pairs, int minUser, int minItem) {
        Set<String> left = new TreeSet<>(pairs);
        while (true) {
            TreeMap<String, Integer> counts = new TreeMap<>();
            for (String pair : left) {
                for (String id : pair.split(",", -1)) {
                    counts.merge(id, 1, Integer::sum);
                }
            }
            int before = left.size();
            left.removeIf(pair ->
                    counts.get(pair.split(",", -1)[0]) < minUser || counts.get(pair.split(",", -1)[1]) < minItem);
            if (left.size() == before) {
                return left;
            }
        }
    }

    private static void deleteAll(Path root) throws IOException {
        List<Path> paths;
        try (var walk = Files.walk(root)) {
            paths = new ArrayList<>(walk.toList());
        }
        for (Path path : paths.reversed()) {
            Files.delete(path);
        }
    }

    @Test
    void aGivenSplitSharesOneVocabulary() throws IOException {
        Path train = Files.writeString(folder.resolve("train.csv"), "user,item\na,x\na,y\nb,x\n");
        Path test = Files.writeString(folder.resolve("test.csv"), "user,item\na,z\nc,x\n");
        Snapshot snapshot = FeatureStore.open(folder.resolve("store"))
                .importData(ImportRequest.ofSplit(train, null, test))
                .snapshot();

        GivenSplit split = snapshot.dataset().buildGivenSplit();

        assertThat(rows(split.train())).containsExactly("a x 1.0", "a y 1.0", "b x 1.0");
        assertThat(rows(split.test())).containsExactly("a z 1.0", "c x 1.0");
        assertThat(split.valid().size()).isZero();
        assertThat(split.train().users()).isEqualTo(split.test().users());
        assertThat(split.train().items().ids()).containsExactly("x", "y", "z");
        assertThat(snapshot.dataset()
                        .parts(Set.of(Part.TEST))
                        .build()
                        .interactions()
                        .size())
                .isEqualTo(2);
    }

    @Test
    void whatTheDataCannotDoIsRefusedInWords() throws IOException {
        Snapshot timed = snapshot(HEADER + EVENTS);
        Snapshot untimed = snapshot("user,item\na,x\n");

        assertThatThrownBy(() -> untimed.dataset().timeRange(0, 1))
                .hasMessageContaining("a time range needs timestamps");
        assertThatThrownBy(() -> timed.dataset().timeRange(5, 5)).hasMessageContaining("is empty");
        assertThatThrownBy(() -> timed.dataset().minRating(Double.NaN)).hasMessageContaining("not NaN");
        assertThatThrownBy(() -> timed.dataset().minUser(0)).hasMessageContaining("must be 1 or more, not 0");
        assertThatThrownBy(() -> timed.dataset().buildGivenSplit())
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("comes without a split");
        assertThatThrownBy(() -> timed.dataset().minRating(9).build())
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("the filters leave no event of 5");
    }

    @Test
    void weightsOfEventTypesTakeThePlaceOfValues() throws IOException {
        Snapshot snapshot = snapshot(HEADER + EVENTS);
        Map<String, Double> weights = Map.of("view", 1.0, "buy", 5.0);

        assertThat(rows(snapshot.dataset().eventWeights(weights, false).build().interactions()))
                .containsExactly("a x 1.0", "a y 1.0", "a x 5.0", "b x 5.0", "c z 1.0");
        assertThat(rows(snapshot.dataset().eventWeights(weights, true).build().interactions()))
                .containsExactly("a x 1.0", "a y 4.0", "a x 15.0", "b x 25.0", "c z 5.0");
    }

    @Test
    void everyEventTypeKeptNeedsAPositiveWeight() throws IOException {
        Snapshot snapshot = snapshot(HEADER + EVENTS);
        Map<String, Double> buyAlone = Map.of("buy", 5.0);

        assertThat(rows(snapshot.dataset()
                        .eventTypes(Set.of("buy"))
                        .eventWeights(buyAlone, false)
                        .build()
                        .interactions()))
                .containsExactly("a x 5.0", "b x 5.0");
        assertThatThrownBy(
                        () -> snapshot.dataset().eventWeights(buyAlone, false).build())
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("'view', which was given no weight");
        assertThatThrownBy(() -> snapshot.dataset().eventWeights(Map.of("click", 1.0), false))
                .hasMessageContaining("unknown event type 'click'; the data has: view, buy");
        assertThatThrownBy(() -> snapshot.dataset().eventWeights(Map.of("buy", 0.0), false))
                .hasMessageContaining("'buy' is 0.0 but must be a positive number");
    }
}
