package io.kindred.evaluation.runner;

import io.kindred.core.KindredException;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.json.Json;
import io.kindred.evaluation.definition.ExperimentFile;
import io.kindred.evaluation.experiment.CurvePoint;
import io.kindred.evaluation.experiment.ModelResult;
import io.kindred.evaluation.experiment.RunFacts;
import io.kindred.evaluation.experiment.RunResults;
import io.kindred.evaluation.experiment.SeedResult;
import io.kindred.evaluation.report.EvaluationReport;
import io.kindred.evaluation.report.PerUserFile;
import io.kindred.evaluation.report.PerUserValues;
import io.kindred.evaluation.report.SavedReport;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A run on disk: the experiment file as it was, {@value #RUN}, a folder for each model and seed, trials, tables and the log.
 * Every file appears whole or not at all, and a model's folder counts once its report is there, so a killed process leaves a
 * run that can be continued. Thread-safe as far as different models are concerned.
 *
 * @param root the folder
 */
public record RunFolder(Path root) {
    /** The experiment file, byte for byte. */
    public static final String EXPERIMENT = "experiment.yaml";

    /** What was run, on what, where. */
    public static final String RUN = "run.json";

    private static final String REPORTS = "reports";
    private static final String TASK = "task.json";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    /**
     * Makes a folder for a new run.
     *
     * @param out where runs are kept
     * @param name of the experiment
     * @param text of its file
     */
    public static RunFolder create(Path out, String name, String text) throws IOException {
        Files.createDirectories(out);
        String stamp = name + "-" + LocalDateTime.now(ZoneId.systemDefault()).format(STAMP);
        for (int n = 1; ; n++) {
            Path root = out.resolve(n == 1 ? stamp : stamp + "-" + n);
            try {
                Files.createDirectory(root);
            } catch (FileAlreadyExistsException taken) {
                continue;
            }
            Files.createDirectory(root.resolve(REPORTS));
            RunFiles.write(root.resolve(EXPERIMENT), text);
            return new RunFolder(root);
        }
    }

    /**
     * An existing run.
     *
     * @throws KindredException if the folder has none
     */
    public static RunFolder open(Path root) {
        if (!Files.isRegularFile(root.resolve(EXPERIMENT))) {
            throw new KindredException(
                    Files.exists(root)
                            ? root + " is not the folder of a run: it has no " + EXPERIMENT
                            : root + " does not exist; name the folder of a run, as in runs/movies-20260131-120000");
        }
        return new RunFolder(root);
    }

    /** The newest run of the same file that is not finished, to be continued. */
    public static Optional<RunFolder> unfinished(Path out, String name, String text) throws IOException {
        if (!Files.isDirectory(out)) {
            return Optional.empty();
        }
        try (Stream<Path> entries = Files.list(out)) {
            for (Path root : entries.filter(
                            path -> path.getFileName().toString().startsWith(name + "-"))
                    .sorted(Comparator.reverseOrder())
                    .toList()) {
                Path file = root.resolve(EXPERIMENT);
                if (Files.isRegularFile(file)
                        && Files.readString(file).equals(text)
                        && !new RunFolder(root).isFinished()) {
                    return Optional.of(new RunFolder(root));
                }
            }
        }
        return Optional.empty();
    }

    /** The experiment's file as it was. */
    public String text() throws IOException {
        return Files.readString(root.resolve(EXPERIMENT));
    }

    /** The experiment. */
    public ExperimentFile experiment() throws IOException {
        return ExperimentFile.parse(text(), root.resolve(EXPERIMENT).toString());
    }

    /** The run's name. */
    public String name() {
        return root.toAbsolutePath().normalize().getFileName().toString();
    }

    /** Whether the run has begun. */
    public boolean isBegun() {
        return Files.exists(root.resolve(RUN));
    }

    /** Whether everything is done. */
    public boolean isFinished() throws IOException {
        return isBegun() && !record().facts().finished().isEmpty();
    }

    RunRecord record() throws IOException {
        Path file = root.resolve(RUN);
        if (!isBegun()) {
            throw new KindredException(root + " has not begun: there is no " + RUN);
        }
        return RunRecord.parse(Json.parseObject(Files.readString(file), file.toString()), file.toString());
    }

    /** The folder that the experiment file was in; paths in it are relative to this. */
    public Path base() throws IOException {
        return Path.of(record().base());
    }

    /** What was run. */
    public RunFacts facts() throws IOException {
        return record().facts();
    }

    void record(RunRecord record) throws IOException {
        RunFiles.write(root.resolve(RUN), Json.write(record.toMap()) + "\n");
    }

    TrialLog trials() {
        return new TrialLog(root.resolve("trials.jsonl"));
    }

    RunLog log() throws IOException {
        return new RunLog(root.resolve("log.txt"));
    }

    /** Whether a model is measured with a seed. */
    boolean isDone(RunTask task) {
        return SavedReport.exists(reports(task));
    }

    void save(RunTask task, SeedResult result, List<CurvePoint> curve) throws IOException {
        Path folder = reports(task);
        Files.createDirectories(folder);
        VocabularyFile.write(root.resolve(REPORTS), result.perUser().users());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("title", task.title());
        facts.put("model", task.model());
        facts.put("seed", task.seed());
        facts.put("parameters", result.report().parameters());
        facts.put("peakBytes", result.peakBytes());
        facts.put("users", result.perUser().users().fingerprint());
        facts.put("curve", curve.stream().map(RunFolder::json).toList());
        RunFiles.write(folder.resolve(TASK), Json.write(facts) + "\n");
        SavedReport.write(folder, result.report(), result.perUser());
    }

    private static Map<String, Object> json(CurvePoint point) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("epoch", point.epoch());
        json.put("metric", point.metric());
        json.put("value", point.value());
        return json;
    }

    /** What was measured. */
    SeedResult result(RunTask task) throws IOException {
        Path folder = reports(task);
        Map<String, Object> facts = task(task);
        EvaluationReport report = SavedReport.read(folder);
        Vocabulary users = VocabularyFile.read(root.resolve(REPORTS), String.valueOf(facts.get("users")));
        PerUserValues values = PerUserFile.read(folder.resolve(SavedReport.PER_USER), users);
        long peak = facts.get("peakBytes") instanceof Long bytes ? bytes : 0;
        return new SeedResult(task.seed(), report, values, peak);
    }

    List<CurvePoint> curve(RunTask task) throws IOException {
        List<CurvePoint> points = new ArrayList<>();
        if (task(task).get("curve") instanceof List<?> list) {
            for (Object entry : list) {
                Map<?, ?> point = (Map<?, ?>) entry;
                points.add(new CurvePoint(
                        task.title(),
                        task.seed(),
                        ((Long) point.get("epoch")).intValue(),
                        (String) point.get("metric"),
                        ((Number) point.get("value")).doubleValue()));
            }
        }
        return points;
    }

    private Map<String, Object> task(RunTask task) throws IOException {
        Path file = reports(task).resolve(TASK);
        return Json.parseObject(Files.readString(file), file.toString());
    }

    private Path reports(RunTask task) {
        return root.resolve(REPORTS).resolve(task.id());
    }

    /**
     * Everything that is there, of a finished run or one in progress.
     *
     * @throws KindredException if a file is damaged
     */
    public RunResults load() throws IOException {
        RunRecord record = record();
        List<ModelResult> models = new ArrayList<>();
        List<CurvePoint> curves = new ArrayList<>();
        for (ModelResult model : record.models()) {
            List<SeedResult> seeds = new ArrayList<>();
            for (long seed : record.facts().seeds()) {
                RunTask task = new RunTask(model.name(), model.model(), model.parameters(), seed);
                if (isDone(task)) {
                    seeds.add(result(task));
                    curves.addAll(curve(task));
                }
            }
            models.add(RunRecord.withSeeds(model, seeds));
        }
        return new RunResults(record.facts(), models, trials().read(), curves);
    }
}
