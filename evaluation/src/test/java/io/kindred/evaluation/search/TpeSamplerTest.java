package io.kindred.evaluation.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.KindredException;
import io.kindred.evaluation.experiment.TrialRecord;
import io.kindred.evaluation.experiment.TrialRecord.State;
import io.kindred.evaluation.search.Functions.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TpeSamplerTest {
    private static final SearchSpace KINDS =
            Functions.space(List.of(new Dimension.Options("kind", List.of("a", "b", "c"))), "a");

    private static TrialRecord trial(int number, String kind, double value, State state, int epochs) {
        Map<String, Object> parameters = Map.of("kind", kind, "number", number);
        return new TrialRecord("f", number, parameters, value, state, epochs, new TreeMap<>(), 0, 0, "");
    }

    private static double ratio(List<TrialRecord> trials, List<Map<String, Object>> running, double share, int kind) {
        TpeSampler tpe = new TpeSampler(2, share, 25, 24, 0.2, 0.03, TpeSampler.Weighting.UNIFORM);
        Past past = new Past(trials, running, Direction.MAXIMIZE);
        return Math.exp(tpe.densities(KINDS, past).logRatio(new double[] {kind}));
    }

    @Test
    void ratioOfTheDensitiesByHand() {
        List<TrialRecord> trials = List.of(
                trial(0, "a", 0.1, State.COMPLETE, 0),
                trial(1, "b", 0.9, State.COMPLETE, 0),
                trial(2, "a", 0.2, State.COMPLETE, 0),
                trial(3, "c", 0.3, State.COMPLETE, 0));

        // The best of four is b: (3/5 + 1/3) / 2 = 0.4666667. The others, four kernels with the prior, of which each
        // adds 1/4
        // to every value: b has 1/4 of 7/4 in three of them and 1/3 in the prior: (3/7 + 1/3) / 4 = 0.1904762.
        assertThat(ratio(trials, List.of(), 0.25, 1)).isCloseTo(2.45, within(1e-9));
        // a: (1/5 + 1/3) / 2 = 0.2666667 and (2 * 5/7 + 1/7 + 1/3) / 4 = 0.4761905.
        assertThat(ratio(trials, List.of(), 0.25, 0)).isCloseTo(0.56, within(1e-9));
    }

    @Test
    void completeTrialsComeBeforePrunedOnesAndThoseByHowFarTheyCame() {
        // given the values say otherwise
        List<TrialRecord> trials = List.of(
                trial(0, "a", 0.9, State.PRUNED, 4),
                trial(1, "b", 0.8, State.PRUNED, 16),
                trial(2, "c", 0.1, State.COMPLETE, 64),
                trial(3, "a", Double.NaN, State.FAILED, 0));

        // then c alone is the best of four, and c and b of which two are the best
        assertThat(ratio(trials, List.of(), 0.25, 2)).isCloseTo(2.45, within(1e-9));
        assertThat(ratio(trials, List.of(), 0.5, 1)).isGreaterThan(1);
        assertThat(ratio(trials, List.of(), 0.5, 0)).isLessThan(1);
    }

    @Test
    void staysAwayFromWhatIsRunning() {
        List<TrialRecord> trials = List.of(
                trial(0, "a", 0.1, State.COMPLETE, 0),
                trial(1, "b", 0.9, State.COMPLETE, 0),
                trial(2, "a", 0.2, State.COMPLETE, 0));
        List<Map<String, Object>> running = List.of(Map.of("kind", "b"));
        assertThat(ratio(trials, running, 0.25, 1)).isLessThan(ratio(trials, List.of(), 0.25, 1));
    }

    @Test
    void improvementsWeighTheBest() {
        List<TrialRecord> trials = List.of(
                trial(0, "a", 0.5, State.COMPLETE, 0),
                trial(1, "b", 0.4, State.COMPLETE, 0),
                trial(2, "c", 0.1, State.COMPLETE, 0),
                trial(3, "c", 0.3, State.COMPLETE, 0));
        TpeSampler tpe = new TpeSampler(2, 0.5, 25, 24, 0.2, 0.03, TpeSampler.Weighting.IMPROVEMENT);
        Past past = new Past(trials, List.of(), Direction.MAXIMIZE);

        // Over 0.3: 0.2 and 0.1, the prior weighs 0.15, so 4/9, 2/9, 3/9. Three kernels: own value 4/6, others 1/6.
        double best = Math.exp(tpe.densities(KINDS, past).best().logDensity(new double[] {0}));
        assertThat(best).isCloseTo(4.0 / 9 * 4 / 6 + 2.0 / 9 / 6 + 3.0 / 9 / 3, within(1e-9));
    }

    @Test
    void theBestAreASmallShare() {
        TpeSampler tpe = new TpeSampler(10, 0.1, 25, 24, 0.2, 0.03, TpeSampler.Weighting.UNIFORM);
        assertThat(tpe.best(2)).isEqualTo(1);
        assertThat(tpe.best(10)).isEqualTo(1);
        assertThat(tpe.best(11)).isEqualTo(2);
        assertThat(tpe.best(60)).isEqualTo(6);
        assertThat(tpe.best(1000)).isEqualTo(25);
    }

    @Test
    void defaultsOutsideTheSpaceTellNothing() throws InterruptedException {
        SearchSpace space = Functions.space(List.of(Functions.real("x", 0, 1)), 7.0);
        Search search = new Search(
                new SearchSettings(
                        "f", TpeSampler.DEFAULT, new Pruner.None(), Direction.MAXIMIZE, 1, Budget.ofTrials(30)),
                space,
                trial -> Functions.number(trial, "x"),
                List.of());
        SearchResult result = search.run();
        assertThat(result.trials().getFirst().parameters()).containsEntry("x", 7.0);
        assertThat(result.trials().stream().skip(1).map(t ->
                        (Double) t.parameters().get("x")))
                .allMatch(x -> x >= 0 && x <= 1);
        assertThat(result.trials().subList(20, 30)).allMatch(t -> t.value() > 0.8);
    }

    @Test
    void refusesImpossibleSettings() {
        assertThatThrownBy(() -> new TpeSampler(10, 1.5, 25, 24, 0.2, 0.03, TpeSampler.Weighting.UNIFORM))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("share 1.5");
    }

    /** After 60 trials, 15 seeds: TPE is nearer to the minimum than random search on most seeds, and on the median seed. */
    @ParameterizedTest
    @ValueSource(strings = {"branin", "hartmann6", "mixed"})
    void findsTheMinimumSoonerThanRandomSearch(String name) throws InterruptedException {
        Problem problem = List.of(Functions.branin(), Functions.hartmann(), Functions.mixed()).stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
        int won = 0;
        List<Double> random = new ArrayList<>();
        List<Double> tpe = new ArrayList<>();
        for (int seed = 1; seed <= 15; seed++) {
            random.add(regret(problem, new RandomSampler(), seed));
            tpe.add(regret(problem, TpeSampler.DEFAULT, seed));
            won += tpe.getLast() < random.getLast() ? 1 : 0;
        }
        random.sort(null);
        tpe.sort(null);
        assertThat(won).isGreaterThanOrEqualTo(10);
        assertThat(tpe.get(7)).isLessThan(0.6 * random.get(7));
    }

    private static double regret(Problem problem, Sampler sampler, long seed) throws InterruptedException {
        SearchSettings settings =
                new SearchSettings("f", sampler, new Pruner.None(), Direction.MINIMIZE, seed, Budget.ofTrials(60));
        return new Search(settings, problem.space(), problem.objective(), List.of())
                        .run()
                        .best()
                        .orElseThrow()
                        .value()
                - problem.minimum();
    }
}
