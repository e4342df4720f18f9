package io.kindred.evaluation.runner;

import io.kindred.core.KindredException;
import io.kindred.core.model.ModelCatalog;
import io.kindred.evaluation.Candidates;
import io.kindred.evaluation.EvaluationOptions;
import io.kindred.evaluation.definition.ExperimentFile;
import io.kindred.evaluation.experiment.ModelResult;
import io.kindred.evaluation.experiment.RunFacts;
import io.kindred.evaluation.experiment.RunResults;
import io.kindred.evaluation.leakage.LeakageGuard;
import io.kindred.evaluation.results.MarkdownReport;
import io.kindred.evaluation.results.RunPage;
import io.kindred.evaluation.split.Split;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongFunction;

/**
 * Runs an experiment into a folder, or goes on with a run that was broken off: what is done is read, never run again. How much
 * runs at the same time changes no figure but times and memory. Used once, by one thread.
 */
public final class ExperimentRunner {
    private final RunFolder folder;
    private final ExperimentFile file;
    private final ExperimentData data;
    private final ModelCatalog catalog;
    private final Settings settings;
    private final RunListener listener;

    /**
     * The circumstances of a run, which change no figure of a deterministic model.
     *
     * @param threads to use together; empty for one on each core
     * @param atOnce models at the same time; empty for as many as threads
     * @param device where networks run
     * @param command the exact command line
     * @param name of the experiment
     * @param base the folder that the experiment file was in
     */
    public record Settings(
            OptionalInt threads, OptionalInt atOnce, String device, String command, String name, Path base) {}

    public ExperimentRunner(
            RunFolder folder,
            ExperimentFile file,
            ExperimentData data,
            ModelCatalog catalog,
            Settings settings,
            RunListener listener) {
        this.folder = folder;
        this.file = file;
        this.data = data;
        this.catalog = catalog;
        this.settings = settings;
        this.listener = listener;
    }

    /**
     * Runs what is not done yet.
     *
     * @return everything, as the folder has it now; models that failed are among them
     * @throws KindredException if another process runs the folder, or it was begun with other data
     */
    public RunResults run() throws IOException, InterruptedException {
        RunLock lock = RunLock.take(folder.root());
        try (lock;
                RunLog log = folder.log()) {
            RunFiles.clean(folder.root());
            SafeListener heard = new SafeListener(listener, log, file.metrics().decisive());
            List<PlannedModel> models = PlannedModel.of(file, catalog, RunFolder.EXPERIMENT);
            Capacity capacity = Capacity.of(
                    settings.threads(),
                    settings.atOnce(),
                    models.size() * file.seeds().size());
            Divider divider = new Divider(file.protocol(), data);
            LongFunction<EvaluationOptions> options = options(capacity);
            begin(models, divider, capacity);
            log.line("runs with " + settings.command());
            TuningPhase.Chosen chosen = new TuningPhase(file, catalog, divider, capacity, settings.device(), heard)
                    .run(models, folder.trials());
            choose(chosen);
            List<RunTask> tasks = tasks(chosen.models());
            Divisions divisions = new Divisions(divider, tasks, this::leaks);
            Map<String, String> failures = new TaskPool(folder, data, catalog, options, settings.device(), heard, log)
                    .run(tasks, divisions, capacity);
            finish(failures);
            RunResults results = named(folder.load());
            RunTables.write(folder.root(), results);
            RunFiles.replace(folder.root().resolve("report.html"), RunPage.of(results)::write);
            RunFiles.write(folder.root().resolve("report.md"), MarkdownReport.of(results));
            return results;
        }
    }

    /** With the hash of the way it was measured, which the reports have. */
    private RunResults named(RunResults run) throws IOException {
        Optional<String> hash = run.models().stream()
                .flatMap(model -> model.seeds().stream())
                .map(seed -> seed.report().protocolHash())
                .findFirst();
        if (hash.isEmpty() || run.facts().protocol().containsKey("hash")) {
            return run;
        }
        RunFacts facts = run.facts();
        Map<String, Object> protocol = new LinkedHashMap<>(facts.protocol());
        protocol.put("hash", hash.get());
        RunFacts named = new RunFacts(
                facts.name(),
                facts.run(),
                facts.started(),
                facts.finished(),
                facts.command(),
                facts.chooseBy(),
                facts.at(),
                facts.seeds(),
                facts.data(),
                protocol,
                facts.environment(),
                facts.notes());
        folder.record(folder.record().withFacts(named));
        return new RunResults(named, run.models(), run.trials(), run.curves());
    }

    private LongFunction<EvaluationOptions> options(Capacity capacity) {
        // Made at once: groups of a feature that is not there are an error now, not after hours of training.
        EvaluationOptions options =
                file.metrics().options(file.seeds().getFirst(), data.all()).withThreads(capacity.threadsPerModel());
        return options::withSeed;
    }

    /** Seeds one after the other, so that all models are on the board early and few divisions are in memory. */
    private List<RunTask> tasks(List<ModelResult> models) {
        List<RunTask> tasks = new ArrayList<>();
        for (long seed : file.seeds()) {
            for (ModelResult model : models) {
                if (model.failure().isEmpty()) {
                    tasks.add(new RunTask(model.name(), model.model(), model.parameters(), seed));
                }
            }
        }
        return tasks;
    }

    private void begin(List<PlannedModel> models, Divider divider, Capacity capacity) throws IOException {
        Split first = divider.testing(file.seeds().getFirst());
        List<String> found = leaks(first);
        Map<String, Object> facts = dataFacts(first);
        if (folder.isBegun()) {
            RunRecord record = folder.record();
            Object before = record.facts().data().get("dataHash");
            if (!facts.get("dataHash").equals(before)) {
                throw new KindredException("the data have changed since " + folder.name()
                        + " was begun, so it cannot be continued; start another run with --new");
            }
            folder.record(record.withFacts(finished(record.facts(), "")));
            return;
        }
        List<ModelResult> unsearched = models.stream()
                .map(model -> new ModelResult(
                        model.title(), model.model(), model.parameters(), 0, 0, Double.NaN, List.of(), ""))
                .toList();
        RunFacts begun = new RunFacts(
                settings.name(),
                folder.name(),
                now(),
                "",
                settings.command(),
                file.metrics().decisive(),
                file.metrics().at(),
                file.seeds(),
                facts,
                protocolFacts(divider, first),
                RunEnvironment.describe(capacity),
                notes(found, capacity));
        folder.record(new RunRecord(
                begun, settings.base().toAbsolutePath().normalize().toString(), unsearched));
    }

    /** Keeps what is to be tested before it is. */
    private void choose(TuningPhase.Chosen chosen) throws IOException {
        RunRecord record = folder.record();
        List<String> notes = new ArrayList<>(record.facts().notes());
        chosen.notes().stream().filter(note -> !notes.contains(note)).forEach(notes::add);
        folder.record(record.withModels(chosen.models()).withFacts(withNotes(record.facts(), notes)));
    }

    private Map<String, Object> dataFacts(Split split) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("source", data.all().provenance().source());
        facts.put("snapshot", data.all().provenance().snapshot());
        facts.put("users", data.all().interactions().userCount());
        facts.put("items", data.all().interactions().itemCount());
        facts.put("interactions", data.all().interactions().size());
        facts.put("folds", split.folds().size());
        facts.put("train", split.folds().getFirst().train().size());
        facts.put("validation", split.folds().getFirst().validation().size());
        facts.put("test", split.folds().getFirst().test().size());
        facts.put("dataHash", split.dataHash());
        return facts;
    }

    private Map<String, Object> protocolFacts(Divider divider, Split split) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", divider.protocol());
        facts.putAll(split.settings());
        facts.put("refit", divider.refit());
        facts.put("candidates", file.metrics().candidates());
        facts.put("maskValidation", file.metrics().maskValidation());
        return facts;
    }

    /** Fails where test data leak into training; otherwise what a reader must know. */
    private List<String> leaks(Split split) {
        boolean repeatsCount = Candidates.of(file.metrics().candidates()) instanceof Candidates.AllWithSeen;
        return new LeakageGuard(split, data.all(), repeatsCount).check();
    }

    private List<String> notes(List<String> found, Capacity capacity) {
        List<String> notes = new ArrayList<>(data.notes());
        notes.addAll(found);
        if (capacity.atOnce() > 1) {
            notes.add(capacity.atOnce() + " models were trained and measured at the same time, with "
                    + capacity.threadsPerModel()
                    + (capacity.threadsPerModel() == 1 ? " thread" : " threads")
                    + " each: times and peaks of memory are those of a shared machine.");
        }
        if (file.seeds().size() == 1) {
            notes.add("One seed only: how much figures vary from seed to seed is not known.");
        }
        return notes;
    }

    private void finish(Map<String, String> failures) throws IOException {
        RunRecord record = folder.record();
        List<ModelResult> models = record.models().stream()
                .map(model -> new ModelResult(
                        model.name(),
                        model.model(),
                        model.parameters(),
                        model.trials(),
                        model.searchSeconds(),
                        model.validation(),
                        List.of(),
                        model.failure().isEmpty() ? failures.getOrDefault(model.name(), "") : model.failure()))
                .toList();
        String end = failures.isEmpty() ? now() : "";
        folder.record(record.withModels(models).withFacts(finished(record.facts(), end)));
    }

    private static RunFacts finished(RunFacts facts, String when) {
        return with(facts, when, facts.notes());
    }

    private static RunFacts withNotes(RunFacts facts, List<String> notes) {
        return with(facts, facts.finished(), notes);
    }

    private static RunFacts with(RunFacts facts, String finished, List<String> notes) {
        return new RunFacts(
                facts.name(),
                facts.run(),
                facts.started(),
                finished,
                facts.command(),
                facts.chooseBy(),
                facts.at(),
                facts.seeds(),
                facts.data(),
                facts.protocol(),
                facts.environment(),
                notes);
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
