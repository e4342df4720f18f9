package io.kindred.evaluation.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import io.kindred.evaluation.stats.SplitMix64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchSpaceTest {
    private static final StepProvider STEP = new StepProvider();

    private static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    private static String refusal(Map<String, ?> wanted) {
        try {
            SearchSpace.of(STEP, wanted);
        } catch (KindredException e) {
            return e.getMessage();
        }
        throw new AssertionError(wanted + " was taken");
    }

    @Test
    void layRangesAroundTheDefaults() {
        assertThat(SearchSpace.of(STEP).dimensions())
                .extracting(d -> d.name() + ": " + d.text())
                .containsExactly(
                        "target: 1 to 12 (log), whole",
                        "epochs: 2 to 32 (log), whole",
                        "strength: 0.00031 to 0.32 (log)",
                        "share: 0 to 1",
                        "decay: 0.0016 to 1.6 (log)",
                        "offset: -5 to 5, whole",
                        "flag: false, true",
                        "shape: flat, steep-one");
    }

    @Test
    void namedParametersAreSearchedAndTheOthersKeepTheirDefaults() {
        SearchSpace space = SearchSpace.of(
                STEP,
                map(
                        "target", map("from", 2, "to", 9),
                        "strength", map("to", 5),
                        "share", List.of(0.25),
                        "decay", "auto",
                        "epochs", 4,
                        "shape", List.of("flat", "steep-one")));

        assertThat(space.dimensions())
                .containsExactly(
                        new Dimension.Numbers("target", 2, 9, false, true),
                        new Dimension.Numbers("strength", 0.00031, 5, true, false),
                        new Dimension.Numbers("decay", 0.0016, 1.6, true, false),
                        new Dimension.Options("shape", List.of("flat", "steep-one")));
        assertThat(space.base())
                .containsEntry("share", 0.25)
                .containsEntry("epochs", 4L)
                .containsEntry("offset", 0L)
                .hasSize(10);
    }

    @Test
    void refusesWhatIsNotLegalAndSaysWhatIs() {
        assertThat(refusal(map("targe", 1)))
                .isEqualTo(
                        "model 'step' has no parameter 'targe' to search; available: target, epochs, strength, share,"
                                + " decay, offset, flag, shape, columns, spare; did you mean 'target'?");
        assertThat(refusal(map("target", List.of(1, 101))))
                .isEqualTo(
                        "model 'step': the search space of parameter 'target' has 101, but a value must be an integer"
                                + " from 0 to 100");
        assertThat(refusal(map("target", map("from", 5, "to", 5)))).contains("must have a from below its to");
        assertThat(refusal(map("target", map("from", 0, "to", 5, "log", true)))).contains("from above 0");
        assertThat(refusal(map("target", map("from", 0, "until", 5)))).contains("no other keys than from, to, log");
        assertThat(refusal(map("strength", map("from", "a", "to", 5)))).contains("must have a number as its from");
        assertThat(refusal(map("strength", map("from", 1, "to", 5, "log", "yes"))))
                .contains("true or false as its log");
        assertThat(refusal(map("flag", map("from", 0, "to", 1)))).contains("its values are true or false");
        assertThat(refusal(map("flag", List.of()))).contains("at least one value");
        assertThat(refusal(map("shape", List.of("flat", "flat")))).contains("every value once");
        assertThat(refusal(map("shape", List.of("flat", "round")))).contains("one of flat, steep-one");
        assertThat(refusal(map("target", "much"))).contains("has \"much\"");
    }

    @Test
    void numbersThatZeroSwitchesOffAreNotSearchedUnlessARangeIsGiven() {
        assertThat(SearchSpace.of(STEP).dimensions())
                .extracting(Dimension::name)
                .doesNotContain("spare");
        assertThat(refusal(map("spare", "auto"))).contains("has no range around its default; name one");
        assertThat(refusal(map("spare", map("from", 5)))).contains("give both from and to");
        assertThat(SearchSpace.of(STEP, map("spare", map("from", 0, "to", 500))).dimensions())
                .containsExactly(new Dimension.Numbers("spare", 0, 500, false, true));
    }

    @Test
    void combinationsThatTheModelRefusesAreLeftOut() {
        // given a target of at most twice the epochs
        SearchSpace space = SearchSpace.of(
                STEP, map("target", map("from", 1, "to", 20, "log", false), "epochs", List.of(1, 2, 4, 8)));
        for (Sampler sampler : List.of(new RandomSampler(), new GridSampler(5))) {
            for (int number = 1; number < 12; number++) {
                Map<String, Object> setting = sampler.next(
                                space, new Past(List.of(), List.of(), Direction.MAXIMIZE), 3, number)
                        .orElseThrow();
                assertThat((Long) setting.get("target")).isLessThanOrEqualTo(2 * (Long) setting.get("epochs"));
            }
        }
    }

    @Test
    void wholeNumbersAreDrawnAlikeOnALinearScale() {
        Dimension dimension = Functions.whole("x", 1, 4, false);
        SplitMix64 random = new SplitMix64(1);
        int[] counts = new int[5];
        for (int i = 0; i < 8000; i++) {
            counts[((Long) dimension.draw(random)).intValue()]++;
        }
        // 2000 each; a standard error is 39.
        assertThat(counts[1]).isBetween(1850, 2150);
        assertThat(counts[4]).isBetween(1850, 2150);
    }

    @Test
    void logarithmicNumbersAreDrawnAlikeInEveryDecade() {
        Dimension dimension = Functions.log("x", 1e-4, 1);
        SplitMix64 random = new SplitMix64(1);
        int small = 0;
        for (int i = 0; i < 8000; i++) {
            double value = (Double) dimension.draw(random);
            assertThat(value).isBetween(1e-4, 1.0);
            small += value < 1e-3 ? 1 : 0;
        }
        assertThat(small).isBetween(1850, 2150);
    }

    @Test
    void everyValueHasItsCoordinate() {
        SplitMix64 random = new SplitMix64(5);
        for (Dimension dimension : SearchSpace.of(STEP).dimensions()) {
            for (int i = 0; i < 200; i++) {
                Object value = dimension.draw(random);
                double coordinate = dimension.coordinate(value);
                assertThat(dimension.value(coordinate)).isEqualTo(value);
                assertThat(coordinate).isBetween(dimension.low(), dimension.high());
                if (dimension.discrete()) {
                    assertThat(coordinate).isBetween(dimension.cellLow(coordinate), dimension.cellHigh(coordinate));
                }
            }
        }
    }

    @Test
    void numbersInAscendingOrderKeepTheirOrder() {
        assertThat(new Dimension.Options("x", List.of(16L, 32L, 64L)).categories())
                .isZero();
        assertThat(new Dimension.Options("x", List.of(64L, 16L, 32L)).categories())
                .isEqualTo(3);
        assertThat(new Dimension.Options("x", List.of("a", "b")).categories()).isEqualTo(2);
    }

    @Test
    void gridsHaveBothEnds() {
        assertThat(Functions.log("x", 1e-4, 1).grid(3)).containsExactly(1e-4, 0.01, 1.0);
        assertThat(Functions.whole("x", 1, 2, false).grid(5)).containsExactly(1L, 2L);
        assertThat(new GridSampler(3).size(SearchSpace.of(STEP))).isEqualTo(3 * 3 * 3 * 3 * 3 * 3 * 2 * 2);
        assertThatThrownBy(() -> new GridSampler(20).size(SearchSpace.of(STEP)))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("but at most 1,000,000 can be searched");
    }
}
