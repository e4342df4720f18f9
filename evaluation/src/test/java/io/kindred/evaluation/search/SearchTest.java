package io.kindred.evaluation.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import io.kindred.core.model.Cancellation;
import io.kindred.core.model.EpochListener.Verdict;
import io.kindred.evaluation.experiment.TrialRecord;
import io.kindred.evaluation.experiment.TrialRecord.State;
import io.kindred.evaluation.search.Functions.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SearchTest {
    private static SearchSettings settings(Sampler sampler, Pruner pruner, int trials) {
        return new SearchSettings("f", sampler, pruner, Direction.MINIMIZE, 7, Budget.ofTrials(trials));
    }

    private static Search search(Sampler sampler, int trials, Problem problem) {
        return new Search(
                settings(sampler, new Pruner.None(), trials), problem.space(), problem.objective(), List.of());
    }

    /** A curve that falls to a level that the parameter decides; epochs are reported. */
    private static double train(Trial trial, int epochs) {
        double level = Functions.number(trial, "x");
        for (int epoch = 1; epoch <= epochs; epoch++) {
            if (trial.epoch(epoch) && trial.report(epoch, level + 1.0 / epoch) == Verdict.STOP) {
                return Double.NaN;
            }
        }
        return level + 1.0 / epochs;
    }

    @Test
    void triesTheDefaultsFirst() throws InterruptedException {
        Problem problem = Functions.mixed();
        for (Sampler sampler : List.of(new RandomSampler(), TpeSampler.DEFAULT, GridSampler.DEFAULT)) {
            SearchResult result = search(sampler, 5, problem).run();
            assertThat(result.trials()).hasSize(5);
            assertThat(result.trials().getFirst().parameters())
                    .isEqualTo(problem.space().base());
            assertThat(result.trials()).extracting(TrialRecord::number).containsExactly(0, 1, 2, 3, 4);
            assertThat(result.trials()).extracting(TrialRecord::parameters).doesNotHaveDuplicates();
        }
    }

    @Test
    void findsTheBestTrial() throws InterruptedException {
        SearchResult result =
                search(new RandomSampler(), 20, Functions.branin()).run();
        double best =
                result.trials().stream().mapToDouble(TrialRecord::value).min().orElseThrow();
        assertThat(result.best().orElseThrow().value()).isEqualTo(best);
    }

    @Test
    void goesOnAsItWouldHave() throws InterruptedException {
        Problem problem = Functions.mixed();
        for (Sampler sampler : List.of(new RandomSampler(), TpeSampler.DEFAULT, new GridSampler(4))) {
            List<TrialRecord> whole = search(sampler, 30, problem).run().trials();
            List<TrialRecord> resumed = new Search(
                            settings(sampler, new Pruner.None(), 30),
                            problem.space(),
                            problem.objective(),
                            whole.subList(0, 17))
                    .run()
                    .trials();
            assertThat(resumed).extracting(TrialRecord::parameters).isEqualTo(parameters(whole));
            assertThat(resumed).extracting(TrialRecord::value).isEqualTo(values(whole));
        }
    }

    @Test
    void goesOnPruningAsItWouldHave() throws InterruptedException {
        SearchSpace space = Functions.space(List.of(Functions.real("x", 0, 1)), 0.5);
        SearchSettings settings = settings(TpeSampler.DEFAULT, Asha.DEFAULT, 40);
        Objective objective = trial -> train(trial, 20);
        List<TrialRecord> whole =
                new Search(settings, space, objective, List.of()).run().trials();
        List<TrialRecord> resumed = new Search(settings, space, objective, whole.subList(0, 23))
                .run()
                .trials();
        assertThat(whole).extracting(TrialRecord::state).contains(State.PRUNED, State.COMPLETE);
        assertThat(resumed).extracting(TrialRecord::curve).isEqualTo(curves(whole));
        assertThat(resumed).extracting(TrialRecord::state).isEqualTo(states(whole));
    }

    @Test
    void prunesByHand() throws InterruptedException {
        // Rungs after 1, 2, 4 epochs with eta 2. Levels come in this order; what a trial is compared with is what was
        // there
        // before it: 5 is alone; 6 is second of 2 (one goes on): stopped; 4 is first of 3: goes on; 4.5 is second of 4,
        // and two
        // of four go on: so at rung 2 it meets 5 and 4, of three one goes on: stopped there.
        double[] levels = {5, 6, 4, 4.5};
        SearchSpace space = Functions.space(List.of(Functions.real("x", 0, 10)), 5.0);
        Objective objective = trial -> {
            double level = levels[trial.number()];
            for (int epoch = 1; epoch <= 4; epoch++) {
                if (trial.epoch(epoch) && trial.report(epoch, level) == Verdict.STOP) {
                    return 0;
                }
            }
            return level;
        };
        List<TrialRecord> trials = new Search(
                        settings(new RandomSampler(), new Asha(1, 2), 4), space, objective, List.of())
                .run()
                .trials();
        assertThat(trials)
                .extracting(TrialRecord::state)
                .containsExactly(State.COMPLETE, State.PRUNED, State.COMPLETE, State.PRUNED);
        assertThat(trials).extracting(TrialRecord::epochs).containsExactly(4, 1, 4, 2);
        assertThat(trials).extracting(TrialRecord::value).containsExactly(5.0, 6.0, 4.0, 4.5);
        assertThat(trials.get(3).curve()).isEqualTo(Map.of(1, 4.5, 2, 4.5));
    }

    @Test
    void saysThatNothingCouldBePruned() throws InterruptedException {
        Problem problem = Functions.branin();
        SearchResult result = new Search(
                        settings(new RandomSampler(), Asha.DEFAULT, 3), problem.space(), problem.objective(), List.of())
                .run();
        assertThat(result.notes()).contains("f: no trial could be pruned, as the model reports no epochs");
        assertThat(result.notes().getFirst())
                .startsWith("f: random search of 2 parameters, 3 trials (0 failed, 0 pruned)");
    }

    @Test
    void saysThatAllTrialsEndedBeforeTheFirstRung() throws InterruptedException {
        SearchSpace space = Functions.space(List.of(Functions.real("x", 0, 1)), 0.5);
        for (Asha asha : List.of(new Asha(4, 2), new Asha(3, 2))) {
            SearchResult result = new Search(
                            settings(new RandomSampler(), asha, 3), space, trial -> train(trial, 3), List.of())
                    .run();
            assertThat(result.notes())
                    .filteredOn(note -> note.contains("none was trained beyond the first rung"))
                    .hasSize(asha.minEpochs() == 4 ? 1 : 0);
        }
    }

    @Test
    void recordsFailuresInOneLine() throws InterruptedException {
        SearchSpace space = Functions.space(List.of(Functions.real("x", 0, 1)), 0.5);
        Objective objective = trial -> switch (trial.number()) {
            case 0 -> throw new KindredException("the data\n  have no ratings");
            case 1 -> Double.NaN;
            case 2 -> throw new IllegalStateException("broken");
            default -> 1;
        };
        SearchResult result =
                new Search(settings(TpeSampler.DEFAULT, new Pruner.None(), 4), space, objective, List.of()).run();
        assertThat(result.trials())
                .extracting(TrialRecord::failure)
                .containsExactly(
                        "the data have no ratings",
                        "the value on validation data is NaN",
                        "IllegalStateException: broken",
                        "");
        assertThat(result.trials().getFirst().state()).isEqualTo(State.FAILED);
        assertThat(result.best().orElseThrow().number()).isEqualTo(3);
    }

    @Test
    void givesUpAfterTenFailures() throws InterruptedException {
        SearchSpace space = Functions.space(List.of(Functions.real("x", 0, 1)), 0.5);
        Objective objective = trial -> {
            throw new KindredException("no timestamps");
        };
        SearchResult result =
                new Search(settings(new RandomSampler(), new Pruner.None(), 60), space, objective, List.of()).run();
        assertThat(result.trials()).hasSize(10);
        assertThat(result.best()).isEmpty();
        assertThat(result.notes()).contains("f: given up, as its first 10 trials failed, the last with: no timestamps");
    }

    @Test
    void endsWhenEverySettingWasTried() throws InterruptedException {
        SearchSpace space = Functions.space(
                List.of(Functions.whole("x", 1, 3, false), new Dimension.Options("kind", List.of("a", "b"))), 1L, "a");
        for (Sampler sampler : List.of(new RandomSampler(), TpeSampler.DEFAULT, GridSampler.DEFAULT)) {
            SearchResult result = new Search(
                            settings(sampler, new Pruner.None(), 60),
                            space,
                            trial -> Functions.number(trial, "x"),
                            List.of())
                    .run();
            assertThat(result.trials()).hasSize(6);
            assertThat(result.notes()).contains("f: every setting of its search space was tried");
        }
    }

    @Test
    void givesTheNextTrialToWhoHasUsedLeast() throws InterruptedException {
        List<Search> searches = new ArrayList<>();
        for (String name : List.of("slow", "quick")) {
            Objective objective = trial -> 1;
            TrialRecord earlier = new TrialRecord(
                    name,
                    0,
                    Map.of("x", 0.5),
                    1,
                    State.COMPLETE,
                    0,
                    new java.util.TreeMap<>(),
                    1,
                    name.equals("slow") ? 1e6 : 1,
                    "");
            SearchSettings settings = new SearchSettings(
                    name, new RandomSampler(), new Pruner.None(), Direction.MAXIMIZE, 1, Budget.ofTrials(3));
            searches.add(new Search(
                    settings, Functions.space(List.of(Functions.real("x", 0, 1)), 0.5), objective, List.of(earlier)));
        }
        List<String> order = new ArrayList<>();
        new SearchRun(searches)
                .withListener(trial -> order.add(trial.model() + trial.number()))
                .run();
        assertThat(order).containsExactly("quick1", "quick2", "slow1", "slow2");
    }

    @Test
    void beginsNothingButFirstTrialsWhenTheTimeOfTheRunIsUp() throws InterruptedException {
        List<Search> searches = List.of(
                search(new RandomSampler(), 5, Functions.branin()), search(new RandomSampler(), 5, Functions.mixed()));
        List<SearchResult> results = new SearchRun(searches).withSeconds(0).run();
        assertThat(results).extracting(r -> r.trials().size()).containsExactly(1, 1);
    }

    @Test
    void hasTheSameTrialsWithSeveralWorkersWhenEachSearchRunsOneAtATime() throws InterruptedException {
        List<List<TrialRecord>> runs = new ArrayList<>();
        for (int workers : new int[] {1, 4}) {
            List<Search> searches = List.of(
                    search(TpeSampler.DEFAULT, 25, Functions.branin()),
                    search(TpeSampler.DEFAULT, 25, Functions.mixed()));
            List<SearchResult> results =
                    new SearchRun(searches).withWorkers(workers, 1).run();
            runs.add(results.stream().flatMap(r -> r.trials().stream()).toList());
        }
        assertThat(parameters(runs.get(1))).isEqualTo(parameters(runs.get(0)));
    }

    @Test
    void keepsToItsBudgetWithSeveralWorkersOnOneSearch() throws InterruptedException {
        SearchSpace space = Functions.space(List.of(Functions.real("x", 0, 1)), 0.5);
        Search search = new Search(
                settings(TpeSampler.DEFAULT, new Asha(1, 2), 50), space, trial -> train(trial, 8), List.of());
        SearchResult result =
                new SearchRun(List.of(search)).withWorkers(4, 4).run().getFirst();
        assertThat(result.trials()).hasSize(50);
        assertThat(result.trials()).extracting(TrialRecord::parameters).doesNotHaveDuplicates();
        // A trial stops only where at least one other was better at the time, hence the best at a rung always goes on.
        TrialRecord best = result.trials().stream()
                .min(java.util.Comparator.comparingDouble(
                        t -> Functions.number(new Trial(search, 0, t.parameters()), "x")))
                .orElseThrow();
        assertThat(best.state()).isEqualTo(State.COMPLETE);
    }

    @Test
    void stopsWhenCancelledAndKeepsWhatHadEnded() throws InterruptedException {
        Cancellation cancellation = new Cancellation();
        CountDownLatch never = new CountDownLatch(1);
        SearchSpace space = Functions.space(List.of(Functions.real("x", 0, 1)), 0.5);
        Search search = new Search(
                settings(new RandomSampler(), new Pruner.None(), 9),
                space,
                trial -> {
                    if (trial.number() == 2) {
                        cancellation.cancel();
                        never.await();
                    }
                    return 1;
                },
                List.of());
        assertThatThrownBy(() -> new SearchRun(List.of(search))
                        .withCancellation(cancellation)
                        .run())
                .isInstanceOf(InterruptedException.class)
                .hasMessage("the search was cancelled");
        assertThat(search.result().trials()).extracting(TrialRecord::number).containsExactly(0, 1);
    }

    @Test
    void stopsATrialThatTakesTooLong() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        SearchSpace space = Functions.space(List.of(Functions.real("x", 0, 1)), 0.5);
        SearchSettings settings = new SearchSettings(
                "f",
                new RandomSampler(),
                new Pruner.None(),
                Direction.MAXIMIZE,
                1,
                Budget.ofTrials(3).withTrialSeconds(0.1));
        SearchResult result = new Search(
                        settings,
                        space,
                        trial -> {
                            if (trial.number() == 1) {
                                never.await();
                            }
                            return 1;
                        },
                        List.of())
                .run();
        assertThat(result.trials())
                .extracting(TrialRecord::failure)
                .containsExactly("", "took longer than 0.1 s, the limit of a trial", "");
    }

    @Test
    void endsWithTheErrorOfItsListener() {
        Search search = search(new RandomSampler(), 5, Functions.branin());
        SearchRun run = new SearchRun(List.of(search)).withListener(trial -> {
            throw new KindredException("the disk is full");
        });
        assertThatThrownBy(run::run).isInstanceOf(KindredException.class).hasMessage("the disk is full");
    }

    @Test
    void refusesTrialsOfAnotherSearch() throws InterruptedException {
        Problem problem = Functions.branin();
        List<TrialRecord> trials =
                search(new RandomSampler(), 2, Functions.mixed()).run().trials();
        assertThatThrownBy(() -> new Search(
                        settings(new RandomSampler(), new Pruner.None(), 9),
                        problem.space(),
                        problem.objective(),
                        trials))
                .isInstanceOf(KindredException.class)
                .hasMessage(
                        "trial 0 of model 'f' is of a search with other settings, which this one cannot go on with");
    }

    private static List<Map<String, Object>> parameters(List<TrialRecord> trials) {
        return trials.stream().map(TrialRecord::parameters).toList();
    }

    private static List<Double> values(List<TrialRecord> trials) {
        return trials.stream().map(TrialRecord::value).toList();
    }

    private static List<Map<Integer, Double>> curves(List<TrialRecord> trials) {
        List<Map<Integer, Double>> curves = new ArrayList<>();
        trials.forEach(t -> curves.add(t.curve()));
        return curves;
    }

    private static List<State> states(List<TrialRecord> trials) {
        return trials.stream().map(TrialRecord::state).toList();
    }
}
