package io.kindred.evaluation.split;

import static io.kindred.evaluation.split.SplitAssertions.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.core.data.Interactions;
import io.kindred.evaluation.TestData;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every protocol on any data with times. */
class SplitPropertiesTest {
    @Provide
    Arbitrary<String> protocols() {
        return Arbitraries.of(Splitter.names());
    }

    @Property(tries = 100)
    void partsAreDisjointAndComplete(
            @ForAll("protocols") String protocol, @ForAll long seed, @ForAll boolean validation) {
        Interactions data = data(seed);

        Split split = split(protocol, seed, validation, data);

        for (Fold fold : split.folds()) {
            assertThat(rows(fold.train(), fold.foldIn(), fold.validation(), fold.test()))
                    .as("an interaction that leaked into two parts would be there twice")
                    .isEqualTo(rows(data));
            assertThat(fold.test().size()).isPositive();
            assertThat(validation || fold.validation().size() == 0).isTrue();
        }
    }

    @Property(tries = 100)
    void theSameSeedGivesTheSameSplit(@ForAll("protocols") String protocol, @ForAll long seed) {
        Interactions data = data(seed);

        Split one = split(protocol, seed, true, data);
        Split two = split(protocol, seed, true, data);

        assertThat(one.dataHash()).isEqualTo(two.dataHash());
        assertThat(rows(one.folds().getFirst().validation()))
                .isEqualTo(rows(two.folds().getFirst().validation()));
    }

    @Property(tries = 100)
    void leavingValidationOutKeepsTheTestPart(@ForAll("protocols") String protocol, @ForAll long seed) {
        Interactions data = data(seed);

        Split with = split(protocol, seed, true, data);
        Split without = split(protocol, seed, false, data);

        for (int f = 0; f < with.folds().size(); f++) {
            assertThat(rows(without.folds().get(f).test()))
                    .isEqualTo(rows(with.folds().get(f).test()));
        }
    }

    @Property(tries = 100)
    void nothingInTrainingIsLaterThanTheTestPartOfTheSameUserOrOfAll(@ForAll long seed) {
        Interactions data = data(seed);

        Fold last = split("leave-last-out", seed, true, data).folds().getFirst();
        Fold temporal = split("temporal", seed, true, data).folds().getFirst();

        for (int u = 0; u < data.userCount(); u++) {
            assertThat(latest(last.train(), u)).isLessThanOrEqualTo(earliest(last.test(), u));
            assertThat(latest(last.validation(), u)).isLessThanOrEqualTo(earliest(last.test(), u));
        }
        long firstTest = Long.MAX_VALUE;
        long lastTrain = Long.MIN_VALUE;
        for (int u = 0; u < data.userCount(); u++) {
            firstTest = Math.min(firstTest, earliest(temporal.test(), u));
            lastTrain = Math.max(lastTrain, Math.max(latest(temporal.train(), u), latest(temporal.validation(), u)));
        }
        assertThat(lastTrain).isLessThan(firstTest);
    }

    private static Interactions data(long seed) {
        return TestData.random(seed, 25, 30, 12);
    }

    private static Split split(String protocol, long seed, boolean validation, Interactions data) {
        SplitSettings settings = SplitSettings.DEFAULT.withSeed(seed).withValidation(validation);
        return Splitter.of(protocol, settings).split(data);
    }

    private static long latest(Interactions part, int user) {
        long latest = Long.MIN_VALUE;
        for (int p = part.byUser().start(user); p < part.byUser().end(user); p++) {
            latest = Math.max(latest, part.byUser().time(p));
        }
        return latest;
    }

    private static long earliest(Interactions part, int user) {
        long earliest = Long.MAX_VALUE;
        for (int p = part.byUser().start(user); p < part.byUser().end(user); p++) {
            earliest = Math.min(earliest, part.byUser().time(p));
        }
        return earliest;
    }
}
