package io.kindred.evaluation.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.data.FeatureColumn;
import io.kindred.core.data.FeatureTable;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.Provenance;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.json.Json;
import io.kindred.evaluation.TestData;
import io.kindred.evaluation.profile.Remark.Level;
import io.kindred.evaluation.split.SplitSettings;
import io.kindred.evaluation.split.Splitter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExaminationTest {
    private static final int DAY = 86_400;

    private static Examination examine(Interactions data) {
        return Examination.of(TrainingData.of(data), Optional.empty());
    }

    private static Remark remark(Examination found, String topic) {
        return found.remarks().stream()
                .filter(remark -> remark.topic().equals(topic))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void repeatsOfTheSameSecondAreToldFromComingBack() {
        Interactions data = TestData.interactions(
                2, 3, TimeKind.TIMESTAMP, new int[][] {{0, 0, 10}, {0, 0, 10}, {0, 1, 20}, {0, 0, 30}, {1, 2, 40}});

        Examination found = examine(data);

        assertThat(found.repeats().sameMoment()).isEqualTo(1);
        assertThat(found.repeats().pairs()).isEqualTo(2);
        assertThat(remark(found, "duplicates").level()).isEqualTo(Level.WARNING);
        assertThat(remark(found, "repeats").text())
                .contains("1 interaction comes back")
                .contains("20%");
        // Three different pairs of the six that two users and three items make.
        assertThat(found.density()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void usersWithTheSameItemsAtTheSameSecondsAreTwins() {
        Interactions data = TestData.interactions(3, 3, TimeKind.TIMESTAMP, new int[][] {
            {0, 0, 10}, {0, 1, 20}, {0, 2, 30}, {2, 2, 30}, {2, 0, 10}, {2, 1, 20}, {1, 0, 10}, {1, 1, 20}, {1, 2, 31}
        });

        assertThat(examine(data).repeats().twinUsers()).containsExactly(List.of("u0", "u2"));
        assertThat(remark(examine(data), "twin users").level()).isEqualTo(Level.WARNING);
    }

    @Test
    void comingBackToOneItemTenTimesMakesNoTwins() {
        Interactions.Builder builder = Interactions.builder(TestData.ids("u", 2), TestData.ids("i", 1), TimeKind.ORDER);
        for (int i = 0; i < 12; i++) {
            builder.add(0, 0).add(1, 0);
        }

        assertThat(examine(builder.build()).repeats().twinUsers()).isEmpty();
    }

    @Test
    void itemsWithTheSameTextAreTwins() {
        Interactions data = TestData.interactions(1, 4, TimeKind.NONE, new int[][] {{0, 0}});
        FeatureTable items = new FeatureTable(
                data.items(),
                List.of(
                        new FeatureColumn.Text("title", new String[] {"Emma", "emma ", "Emma", null}),
                        new FeatureColumn.Numbers("release_year", new double[] {1996, 1996, 2020, 1996}),
                        new FeatureColumn.Text("poster", new String[] {"a.jpg", "b.jpg", "c.jpg", "d.jpg"})));

        Examination found = Examination.of(
                new TrainingData(data, FeatureTable.none(data.users()), items, Provenance.memory()), Optional.empty());

        assertThat(found.repeats().twinItems()).containsExactly(List.of("i0", "i1"));
    }

    @Test
    void tiesAreCountedByInteractionAndByUser() {
        Interactions data = TestData.interactions(3, 4, TimeKind.TIMESTAMP, new int[][] {
            {0, 0, 10}, {0, 1, 20}, {0, 2, 20}, {1, 0, 10}, {1, 1, 10}, {1, 2, 30}, {2, 3, 5}
        });

        TimeTies ties = examine(data).ties();

        // Four of seven share their second; of the two users with two or more the first has a tie at the end.
        assertThat(ties.tied()).isCloseTo(4.0 / 7, within(1e-12));
        assertThat(ties.lastTied()).isEqualTo(0.5);
        assertThat(ties.oneMoment()).isZero();
        assertThat(ties.daysOnly()).isFalse();
    }

    @Test
    void datesWithoutATimeAreCalledSo() {
        Interactions data = TestData.interactions(
                1, 3, TimeKind.TIMESTAMP, new int[][] {{0, 0, DAY}, {0, 1, DAY}, {0, 2, 2 * DAY}});

        assertThat(remark(examine(data), "ties in time").text()).startsWith("all timestamps are dates without a time");
    }

    @Test
    void machinesAreFoundByBurstRhythmAndSleeplessness() {
        Interactions.Builder builder =
                Interactions.builder(TestData.ids("u", 4), TestData.ids("i", 200), TimeKind.TIMESTAMP);
        for (int i = 0; i < 70; i++) {
            builder.add(0, i, 1f, 1000 + i / 2);
            builder.add(1, i, 1f, 5000 + 30L * i);
            // Pauses of 20 to 40 minutes, never the same twice in a row: around the clock for more than a day.
            builder.add(2, i, 1f, 1800L * i + 600L * (i % 3) - i);
            // A person: every evening, at another minute.
            builder.add(3, i, 1f, (long) DAY * i + 61L * (i * i % 50));
        }

        Robots robots = examine(builder.build()).robots();

        assertThat(robots.suspects()).extracting(Robots.Suspect::user).containsExactly("u0", "u1", "u2");
        assertThat(robots.suspects().get(0).reason()).isEqualTo("70 interactions within a minute");
        assertThat(robots.suspects().get(1).reason()).contains("100% of the pauses last 30 seconds");
        assertThat(robots.suspects().get(2).reason()).contains("of 24 hours");
        assertThat(robots.share()).isEqualTo(0.75);
    }

    @Test
    void farMoreInteractionsThanOthersAreSuspicious() {
        Interactions.Builder builder = Interactions.builder(TestData.ids("u", 50), TestData.ids("i", 1), TimeKind.NONE);
        for (int u = 0; u < 50; u++) {
            builder.add(u, 0);
        }
        for (int i = 0; i < 1500; i++) {
            builder.add(7, 0);
        }

        assertThat(examine(builder.build()).robots().suspects())
                .extracting(Robots.Suspect::user)
                .containsExactly("u7");
    }

    @Test
    void popularityIsOfItemsThatHaveInteractions() {
        Interactions data = TestData.interactions(
                4, 5, TimeKind.NONE, new int[][] {{0, 0}, {1, 0}, {2, 0}, {0, 1}, {1, 2}, {3, 0}});

        Popularity popularity = examine(data).popularity();

        // Counts 4, 1, 1: Gini (-2*1 + 0*1 + 2*4) / (3 * 6) = 1/3; the first item alone has half.
        assertThat(popularity.counts()).containsExactly(4, 1, 1);
        assertThat(popularity.gini()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(popularity.half()).isEqualTo(1);
        assertThat(popularity.once()).isEqualTo(2);
        // Users u2 and u3 have one, u0 and u1 two.
        assertThat(popularity.activity()).containsExactly(2, 2);
    }

    @Test
    void divergenceOfHandCalculation() {
        // scipy.spatial.distance.jensenshannon([.5, .5, 0], [.25, .25, .5], base=2)^2 = 0.311278 (SciPy 1.17): m = 3/8,
        // 3/8,
        // 1/4; (log2(4/3) + 1/2 log2(2/3) + 1/2) / 2.
        double expected = (Math.log(4.0 / 3) / Math.log(2) + 0.5 * Math.log(2.0 / 3) / Math.log(2) + 0.5) / 2;

        assertThat(Drift.divergence(new int[] {2, 2, 0}, new int[] {1, 1, 2})).isCloseTo(expected, within(1e-12));
        assertThat(expected).isCloseTo(0.311278, within(1e-6));
        assertThat(Drift.divergence(new int[] {3, 0}, new int[] {0, 7})).isCloseTo(1, within(1e-12));
        assertThat(Drift.divergence(new int[] {3, 1}, new int[] {6, 2})).isZero();
    }

    @Test
    void aCatalogueThatIsReplacedDriftsWhateverChanceGives() {
        Interactions.Builder builder =
                Interactions.builder(TestData.ids("u", 40), TestData.ids("i", 40), TimeKind.TIMESTAMP);
        for (int day = 0; day < 100; day++) {
            for (int u = 0; u < 40; u++) {
                builder.add(u, (u * 7 + day) % 20 + (day < 50 ? 0 : 20), 1f, (long) day * DAY + u);
            }
        }

        Examination found = examine(builder.build());

        Drift drift = found.drift().orElseThrow();
        assertThat(drift.divergence()).isCloseTo(1, within(1e-12));
        assertThat(drift.byChance()).isLessThan(0.02);
        assertThat(drift.newItems()).isEqualTo(1);
        assertThat(drift.newUsers()).isZero();
        assertThat(remark(found, "drift").level()).isEqualTo(Level.WARNING);
        assertThat(drift.periods().stream().mapToInt(Drift.Period::interactions).sum())
                .isEqualTo(4000);
        assertThat(drift.periods().stream().mapToInt(Drift.Period::newUsers).sum())
                .isEqualTo(40);
        assertThat(drift.periods().stream().mapToInt(Drift.Period::newItems).sum())
                .isEqualTo(40);
    }

    @Test
    void theOverlapIsThatOfTheProtocol() {
        Interactions data = TestData.random(5, 50, 30, 20);

        Examination found = Examination.of(
                TrainingData.of(data),
                Optional.of(Splitter.of("temporal", SplitSettings.DEFAULT).split(data)));

        Overlap overlap = found.overlap().orElseThrow();
        assertThat(overlap.train() + overlap.test()).isEqualTo(data.size());
        assertThat(remark(found, "train and test").text()).startsWith("temporal trains on");
    }

    @Test
    void aLeakThatWouldStopARunIsAWarning() {
        Interactions data =
                TestData.interactions(1, 2, TimeKind.TIMESTAMP, new int[][] {{0, 0, 10}, {0, 1, 20}, {0, 1, 20}});

        Examination found = Examination.of(
                TrainingData.of(data),
                Optional.of(Splitter.of("leave-last-out", SplitSettings.DEFAULT).split(data)));

        assertThat(remark(found, "leakage").level()).isEqualTo(Level.WARNING);
        assertThat(remark(found, "leakage").text()).contains("in the training part as well");
    }

    @Test
    void theDocumentAndThePageHaveEverything() {
        Interactions data = TestData.random(5, 50, 30, 20);
        Examination found = Examination.of(
                TrainingData.of(data),
                Optional.of(Splitter.of("temporal", SplitSettings.DEFAULT).split(data)));

        assertThat(Json.parseObject(Json.write(found.toMap()), "examination"))
                .containsKeys("remarks", "repeats", "time", "bots", "popularity", "drift", "overlap");
        assertThat(DoctorPage.of("random", found).toHtml())
                .contains(
                        "Popularity curve",
                        "Lorenz curve",
                        "Activity of users",
                        "Interactions over time",
                        "New users and items")
                .contains("Verdicts");
    }

    @Test
    void dataWithoutInteractionsOrTimeAreExaminedToo() {
        Examination found = examine(TestData.interactions(2, 2, TimeKind.NONE));

        assertThat(found.drift()).isEmpty();
        assertThat(found.density()).isZero();
        assertThat(DoctorPage.of("empty", found).toHtml()).contains("Verdicts");
        assertThat(remark(found, "time").text()).contains("neither timestamps nor an order");
    }
}
