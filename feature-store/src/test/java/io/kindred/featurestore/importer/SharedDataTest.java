package io.kindred.featurestore.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.kindred.core.data.TimeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Real data sets, whose counts are stated in the README beside them. Skipped where they are not present. */
class SharedDataTest {
    static Path data(String name) {
        Path folder = sharedFolder().resolve("data").resolve(name);
        assumeTrue(Files.isDirectory(folder), () -> "real data is not present: " + folder);
        return folder;
    }

    private static Path sharedFolder() {
        String given = System.getProperty("kindred.shared");
        if (given != null) {
            return Path.of(given);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("shared").resolve("data"))) {
                return at.resolve("shared");
            }
        }
        return Path.of("shared");
    }

    static Stream<Arguments> sets() {
        return Stream.of(
                arguments("ml-100k", DataFormat.RECBOLE, 943, 1682, 1682, 100_000, 0, 0, TimeKind.TIMESTAMP),
                arguments(
                        "ml-latest-small",
                        DataFormat.MOVIELENS_CSV,
                        610,
                        9724,
                        9742,
                        100_836,
                        0,
                        0,
                        TimeKind.TIMESTAMP),
                arguments(
                        "amazon-beauty",
                        DataFormat.USER_SEQUENCES,
                        22_363,
                        12_101,
                        12_101,
                        198_502,
                        0,
                        0,
                        TimeKind.ORDER),
                arguments(
                        "amazon-sports",
                        DataFormat.USER_SEQUENCES,
                        35_598,
                        18_357,
                        18_357,
                        296_337,
                        0,
                        0,
                        TimeKind.ORDER),
                arguments("yelp", DataFormat.USER_SEQUENCES, 30_431, 20_033, 20_033, 316_354, 0, 0, TimeKind.ORDER),
                arguments(
                        "amazon-scientific", DataFormat.JSON_SEQUENCES, 8317, 4344, 4344, 58_492, 0, 0, TimeKind.ORDER),
                arguments(
                        "amazon-book",
                        DataFormat.USER_SEQUENCES,
                        70_679,
                        24_915,
                        24_915,
                        846_434,
                        652_514,
                        193_920,
                        TimeKind.NONE),
                arguments(
                        "diginetica",
                        DataFormat.SESSIONS,
                        202_633,
                        43_097,
                        43_097,
                        982_961,
                        906_140,
                        76_821,
                        TimeKind.ORDER),
                arguments(
                        "retailrocket",
                        DataFormat.SESSIONS,
                        130_903,
                        36_968,
                        36_968,
                        710_586,
                        685_984,
                        24_602,
                        TimeKind.ORDER),
                arguments("frappe", DataFormat.FRAPPE, 957, 4082, 4082, 96_203, 0, 0, TimeKind.NONE));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void theCountsAreThoseOfTheReadme(
            String name,
            DataFormat format,
            int users,
            int items,
            int catalogue,
            int events,
            int train,
            int test,
            TimeKind timeKind)
            throws IOException {
        Path folder = data(name);
        int[] byPart = new int[Part.values().length];
        EventSink counting = new EventSink() {
            @Override
            public void event(int user, int item, float value, long time, int type, byte part, int[] context) {
                byPart[part]++;
            }

            @Override
            public void beginFeatures(List<FeatureColumn> columns) {
                assertThat(columns).isNotEmpty();
            }

            @Override
            public void feature(FeatureColumn column, int entity, FeatureValue value) {
                assertThat(entity).isNotNegative();
            }
        };

        ImportResult result = new DataImporter().run(ImportRequest.of(folder), counting);

        assertThat(result.report().format()).isEqualTo(format);
        assertThat(result.usersWithEvents()).isEqualTo(users);
        assertThat(result.itemsWithEvents()).isEqualTo(items);
        assertThat(result.items().size()).isEqualTo(catalogue);
        assertThat(byPart[Part.ALL.code()]).isEqualTo(events - train - test);
        assertThat(byPart[Part.TRAIN.code()]).isEqualTo(train);
        assertThat(byPart[Part.TEST.code()]).isEqualTo(test);
        assertThat(result.timeKind()).isEqualTo(timeKind);
        assertThat(result.report().rejected()).isZero();
    }

    @Test
    void sessionsOfDigineticaAreCountedByPart() throws IOException {
        Imported imported = Imported.from(data("diginetica"));

        long train = imported.result().users().ids().stream()
                .filter(id -> id.startsWith("train-"))
                .count();
        assertThat(train).isEqualTo(186_670);
        assertThat(imported.result().users().size() - train).isEqualTo(15_963);
    }

    @Test
    void yelpTextsFitTheAttributesOfTheSameItem() {
        Imported imported = Imported.from(data("yelp"));

        // Yelp.item.json begins: "0": {"title": "The Great Greek", "description": "Diners, Greek, Mediterranean, ..."}
        assertThat(imported.itemFeature("title", "1")).isEqualTo("The Great Greek");
        assertThat(imported.itemFeature("attributes", "1")).asString().contains("Greek", "Diners", "Mediterranean");
    }

    @Test
    void frappeHasEightContextColumns() {
        Imported imported = Imported.from(data("frappe"));

        assertThat(imported.result().context())
                .extracting(column -> column.name() + " " + column.values().size())
                .containsExactly(
                        "daytime 7",
                        "weekday 7",
                        "isweekend 2",
                        "homework 3",
                        "cost 2",
                        "weather 9",
                        "country 80",
                        "city 233");
    }
}
