package io.kindred.evaluation.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import io.kindred.core.arrow.ArrowFile;
import io.kindred.core.data.FeatureColumn;
import io.kindred.core.data.FeatureTable;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.Provenance;
import io.kindred.core.data.TrainingData;
import io.kindred.evaluation.TestData;
import io.kindred.evaluation.definition.ExperimentFile;
import io.kindred.evaluation.experiment.ModelResult;
import io.kindred.evaluation.experiment.RunResults;
import io.kindred.evaluation.experiment.SeedResult;
import io.kindred.evaluation.experiment.TrialRecord;
import io.kindred.evaluation.report.GroupExposure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentRunnerTest {
    private static final String PLAIN = """
            data: memory
            protocol: ratio
            models: [steady, other, fragile]
            metrics: {at: [5, 10], resamples: 100}
            seeds: [1, 2]
            """;

    private static final String SEARCHED = """
            data: memory
            protocol: ratio
            models:
              - steady
              - {model: other, space: {popularity: {from: 0.1, to: 5, log: true}}}
              - {model: fragile, space: {popularity: [0.5, 1, 2]}, parameters: {epochs: 3}}
            metrics: {at: [5, 10], resamples: 100}
            search: random
            budget: 3
            """;

    @TempDir
    Path out;

    private final StubModels models = new StubModels();

    private static ExperimentData data(long seed) {
        return new ExperimentData(
                TrainingData.of(TestData.random(seed, 60, 40, 12)), Optional.empty(), List.of("a note on the data"));
    }

    private RunFolder folder(String text) throws IOException {
        return RunFolder.create(out, "test", text);
    }

    private RunResults run(RunFolder folder, int atOnce, RunListener listener) throws Exception {
        return run(folder, atOnce, listener, data(3));
    }

    private RunResults run(RunFolder folder, int atOnce, RunListener listener, ExperimentData data) throws Exception {
        ExperimentRunner.Settings settings = new ExperimentRunner.Settings(
                OptionalInt.of(atOnce), OptionalInt.of(atOnce), "cpu", "kindred experiment run test.yaml", "test", out);
        return new ExperimentRunner(folder, folder.experiment(), data, models.catalog(), settings, listener).run();
    }

    @Test
    void everyModelIsMeasuredWithEverySeed() throws Exception {
        RunResults results = run(folder(PLAIN), 1, RunListener.NONE);

        assertThat(results.models()).extracting(ModelResult::name).containsExactly("steady", "other", "fragile");
        assertThat(results.models()).allSatisfy(model -> {
            assertThat(model.failure()).isEmpty();
            assertThat(model.seeds()).extracting(SeedResult::seed).containsExactly(1L, 2L);
            assertThat(model.parameters()).containsEntry("epochs", 2L);
        });
        assertThat(results.facts().finished()).isNotEmpty();
        assertThat(results.facts().command()).isEqualTo("kindred experiment run test.yaml");
        assertThat(results.facts().environment()).containsKeys("jdk", "os", "cores", "heapMiB", "modelsAtOnce");
        assertThat(results.facts().notes()).contains("a note on the data");
        assertThat(results.facts().protocol())
                .containsEntry("name", "ratio")
                .containsEntry("refit", true)
                .containsEntry(
                        "hash",
                        results.models().getFirst().seeds().getFirst().report().protocolHash());
        assertThat(results.curves()).hasSize(3 * 2 * 2);
        assertThat(models.trainings).hasSize(6);
    }

    @Test
    void groupsOfAnyFeatureAreCompared() throws Exception {
        Interactions interactions = TestData.random(3, 60, 40, 12);
        double[] years = new double[40];
        Arrays.setAll(years, item -> 1980 + item);
        TrainingData dated = new TrainingData(
                interactions,
                FeatureTable.none(interactions.users()),
                new FeatureTable(interactions.items(), List.of(new FeatureColumn.Numbers("year", years))),
                Provenance.memory());
        ExperimentData data = new ExperimentData(dated, Optional.empty(), List.of());

        RunResults results = run(folder(PLAIN.replace("100}", "100, itemGroups: [year]}")), 1, RunListener.NONE, data);

        assertThat(results.models().getFirst().seeds().getFirst().report().itemGroups())
                .extracting(GroupExposure::grouping)
                .contains("year");
        assertThatThrownBy(() ->
                        run(folder(PLAIN.replace("100}", "100, itemGroups: [years]}")), 1, RunListener.NONE, data))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("groups by 'years'")
                .hasMessageEndingWith("available: year; did you mean 'year'?");
        assertThat(models.trainings)
                .as("nothing is trained for groups that are not there")
                .hasSize(6);
    }

    @Test
    void theFolderHasTablesLogAndTheFileAsItWas() throws Exception {
        RunFolder folder = folder(PLAIN);
        RunResults results = run(folder, 1, RunListener.NONE);

        assertThat(folder.text()).isEqualTo(PLAIN);
        assertThat(Files.readAllLines(folder.root().resolve("log.txt")))
                .anyMatch(line -> line.contains("begins steady-1"))
                .anyMatch(line -> line.contains("done: fragile-2"));
        int figures = results.models().stream()
                .flatMap(model -> model.seeds().stream())
                .mapToInt(seed -> seed.report().metrics().size())
                .sum();
        List<String> csv = Files.readAllLines(folder.root().resolve("results.csv"));
        assertThat(csv).hasSize(figures + 1);
        assertThat(csv.getFirst()).startsWith("model,provider,seed,metric,value,low,high");
        try (ArrowFile arrow = ArrowFile.map(folder.root().resolve("results.arrow"))) {
            assertThat(arrow.batch(0).rows()).isEqualTo(figures);
        }
        try (Stream<Path> files = Files.walk(folder.root())) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".tmp"));
        }
    }

    @Test
    void whatIsLoadedIsWhatWasMeasured() throws Exception {
        RunFolder folder = folder(PLAIN);
        List<SeedResult> heard = new ArrayList<>();
        RunResults loaded = run(folder, 1, new RunListener() {
            @Override
            public void finished(RunTask task, SeedResult result, boolean resumed) {
                heard.add(result);
            }
        });

        SeedResult measured = heard.getFirst();
        SeedResult read = loaded.models().getFirst().seeds().getFirst();
        assertThat(read.report().toJson()).isEqualTo(measured.report().toJson());
        assertThat(read.perUser().columns().keySet())
                .isEqualTo(measured.perUser().columns().keySet());
        measured.perUser().columns().forEach((name, values) -> assertThat(
                        read.perUser().column(name))
                .containsExactly(values));
        assertThat(read.peakBytes()).isPositive().isEqualTo(measured.peakBytes());
    }

    @Test
    void aRunThatBrokeOffIsContinuedWithoutRunningAnythingTwice() throws Exception {
        RunFolder folder = folder(PLAIN);
        RunListener breaksOff = new RunListener() {
            @Override
            public void finished(RunTask task, SeedResult result, boolean resumed) {
                if (models.trainings.size() == 3) {
                    throw new Error("the process dies here");
                }
            }
        };
        assertThatThrownBy(() -> run(folder, 1, breaksOff)).isInstanceOf(Error.class);
        assertThat(folder.isFinished()).isFalse();
        assertThat(RunFolder.unfinished(out, "test", PLAIN)).contains(folder);

        RunResults results = run(folder, 1, RunListener.NONE);

        assertThat(models.trainings)
                .containsExactly("steady-1", "other-1", "fragile-1", "steady-2", "other-2", "fragile-2");
        assertThat(results.models())
                .allSatisfy(model -> assertThat(model.seeds()).hasSize(2));
        assertThat(RunFolder.unfinished(out, "test", PLAIN)).isEmpty();
    }

    @Test
    void trialsOfABrokenOffSearchAreNotRunAgain() throws Exception {
        RunResults whole = run(folder(SEARCHED), 1, RunListener.NONE);
        int trainings = models.trainings.size();
        models.trainings.clear();
        RunFolder folder = folder(SEARCHED);
        RunListener breaksOff = new RunListener() {
            @Override
            public void trial(TrialRecord trial, boolean resumed) {
                if (models.trainings.size() == 4) {
                    throw new IllegalStateException("the process dies here");
                }
            }
        };
        assertThatThrownBy(() -> run(folder, 1, breaksOff)).isInstanceOf(IllegalStateException.class);

        RunResults results = run(folder, 1, RunListener.NONE);

        assertThat(models.trainings).hasSize(trainings).hasSize(6 + 3);
        assertThat(results.trials()).hasSize(6);
        for (int m = 0; m < 3; m++) {
            assertThat(results.models().get(m).parameters())
                    .isEqualTo(whole.models().get(m).parameters());
            assertThat((Double) results.models().get(m).validation())
                    .isEqualTo((Double) whole.models().get(m).validation());
        }
    }

    @Test
    void allSearchedModelsHaveTheSameBudgetAndTheRunSaysSo() throws Exception {
        RunResults results = run(folder(SEARCHED), 1, RunListener.NONE);

        assertThat(results.models()).extracting(ModelResult::trials).containsExactly(0, 3, 3);
        assertThat(results.models().get(2).parameters()).containsEntry("epochs", 3L);
        assertThat(results.facts().notes())
                .contains("Settings were searched for on validation with the same budget for every model: 3 trials. Not"
                        + " searched: steady, which puts it at a disadvantage.");
        double best = results.trials().stream()
                .filter(trial -> trial.model().equals("other"))
                .mapToDouble(TrialRecord::value)
                .max()
                .orElseThrow();
        assertThat(results.models().get(1).validation()).isEqualTo(best);
    }

    @Test
    void finalistsAreComparedOverAllSeeds() throws Exception {
        String text =
                SEARCHED.replace("search: random", "search: {strategy: random, finalists: 2}") + "seeds: [1, 2, 3]\n";

        RunResults results = run(folder(text), 1, RunListener.NONE);

        assertThat(results.facts().notes())
                .contains("other: the best 2 settings were compared on the validation parts of all seeds");
        // 2 models: 3 trials, 2 finalists on 2 further seeds; then 3 models with 3 seeds.
        assertThat(models.trainings).hasSize(2 * (3 + 2 * 2) + 9);
    }

    @Test
    void howMuchRunsAtOnceChangesNoFigure() throws Exception {
        RunResults one = run(folder(SEARCHED), 1, RunListener.NONE);
        RunResults four = run(folder(SEARCHED), 4, RunListener.NONE);

        for (int m = 0; m < one.models().size(); m++) {
            ModelResult a = one.models().get(m);
            ModelResult b = four.models().get(m);
            assertThat(b.parameters()).isEqualTo(a.parameters());
            assertThat((Double) b.validation()).isEqualTo((Double) a.validation());
            assertThat(b.seeds().getFirst().report().metrics())
                    .isEqualTo(a.seeds().getFirst().report().metrics());
            assertThat(b.seeds().getFirst().report().intervals())
                    .isEqualTo(a.seeds().getFirst().report().intervals());
        }
        assertThat(four.facts().notes()).anyMatch(note -> note.startsWith("3 models were trained"));
    }

    @Test
    void aModelThatFailsIsNamedAndTheOthersGoOn() throws Exception {
        models.broken = true;
        RunFolder folder = folder(PLAIN);

        RunResults results = run(folder, 2, RunListener.NONE);

        assertThat(results.models().get(2).failure()).isEqualTo("seed 1: the fragile model is broken today");
        assertThat(results.models().get(2).seeds()).isEmpty();
        assertThat(results.models().get(0).seeds()).hasSize(2);
        assertThat(folder.isFinished()).isFalse();

        models.broken = false;
        models.trainings.clear();
        RunResults mended = run(folder, 2, RunListener.NONE);

        assertThat(models.trainings).containsExactlyInAnyOrder("fragile-1", "fragile-2");
        assertThat(mended.models().get(2).failure()).isEmpty();
        assertThat(folder.isFinished()).isTrue();
    }

    @Test
    void aRunIsNotContinuedWithOtherData() throws Exception {
        models.broken = true;
        RunFolder folder = folder(PLAIN);
        run(folder, 1, RunListener.NONE);

        assertThatThrownBy(() -> run(folder, 1, RunListener.NONE, data(4)))
                .isInstanceOf(KindredException.class)
                .hasMessage("the data have changed since " + folder.name()
                        + " was begun, so it cannot be continued; start another run with --new");
    }

    @Test
    void aFolderIsRunOnceAtATime() throws Exception {
        RunFolder folder = folder(PLAIN);
        try (RunLock lock = RunLock.take(folder.root())) {
            assertThat(lock).isNotNull();

            assertThatThrownBy(() -> run(folder, 1, RunListener.NONE))
                    .isInstanceOf(KindredException.class)
                    .hasMessageContaining("is being run by this very process");
        }
    }

    @Test
    void crossValidationCannotBeSearched() throws Exception {
        RunFolder folder = folder(SEARCHED.replace("ratio", "k-fold"));

        assertThatThrownBy(() -> run(folder, 1, RunListener.NONE))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("the validation part of one fold is the test part of another");
    }

    @Test
    void anUnknownModelOrParameterIsSaidWithItsLine() {
        assertThatThrownBy(() -> planned("data: a\nmodels:\n  - steady\n  - stedy\n"))
                .hasMessage("a.yaml line 4: unknown model 'stedy'; available: fragile, other, steady, wobbly; did you"
                        + " mean 'steady'?");
        assertThatThrownBy(() -> planned("data: a\nmodels:\n  - {model: steady, parameters: {epoch: 3}}\n"))
                .hasMessage("a.yaml line 3: model 'steady' has no parameter 'epoch'; available: popularity, epochs; did"
                        + " you mean 'epochs'?");
        assertThatThrownBy(() ->
                        planned("data: a\nmodels:\n  - {model: steady, parameters: {epochs: 3}, space: [epochs]}\n"))
                .hasMessage("a.yaml line 3: the parameter 'epochs' of 'steady' is fixed under 'parameters' and searched"
                        + " under 'space'; leave one of them out");
        assertThatThrownBy(() -> planned("data: a\nmodels:\n  - {model: steady, space: 5}\n"))
                .hasMessageStartingWith("a.yaml line 3: the space of 'steady' is '5' but must be auto, a list of");
    }

    private List<PlannedModel> planned(String text) {
        return PlannedModel.of(ExperimentFile.parse(text, "a.yaml"), models.catalog(), "a.yaml");
    }
}
