package io.kindred.benchmarks.results;

import io.kindred.core.json.Json;
import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.TrainingContext;
import io.kindred.evaluation.EvaluationOptions;
import io.kindred.evaluation.EvaluationProgress;
import io.kindred.evaluation.Experiment;
import io.kindred.evaluation.report.PerUserFile;
import io.kindred.evaluation.report.PerUserValues;
import io.kindred.evaluation.report.SavedReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * A setting measured on the test part of one seed. Immutable.
 *
 * @param seed of split and training
 * @param report as {@link io.kindred.evaluation.report.EvaluationReport#toMap} gives it
 * @param perUser the values behind it
 */
record TestRun(long seed, Map<String, Object> report, PerUserValues perUser) {
    /** Runs the test, or reads it where the same one was run before. */
    static TestRun of(Study study, Plan plan, Search.Found found, ModelCatalog catalog, int threads, Path work)
            throws IOException, InterruptedException {
        CRC32 key = new CRC32();
        String what = found.contestant().model()
                + Json.writeCompact(found.parameters())
                + study.at()
                + plan.testing().dataHash()
                + plan.maskValidation();
        key.update(what.getBytes(StandardCharsets.UTF_8));
        Path folder =
                work.resolve(found.contestant().name() + "-" + plan.seed() + "-" + Long.toHexString(key.getValue()));
        if (!Files.exists(folder.resolve(SavedReport.REPORT))) {
            EvaluationOptions options = EvaluationOptions.at(
                            study.at().stream().mapToInt(Integer::intValue).toArray())
                    .withMaskValidation(plan.maskValidation())
                    .withThreads(threads);
            Experiment.Outcome outcome = new Experiment(plan.testing(), plan.data(), options, EvaluationProgress.NONE)
                    .run(
                            catalog.trainer(found.contestant().model(), found.parameters()),
                            TrainingContext.ofSeed(plan.seed()).withThreads(threads));
            outcome.model().ifPresent(TrainedModel::close);
            SavedReport.write(folder, outcome.report(), outcome.perUser());
        }
        Map<String, Object> report =
                Json.parseObject(Files.readString(folder.resolve(SavedReport.REPORT)), folder.toString());
        PerUserValues perUser = PerUserFile.read(
                folder.resolve(SavedReport.PER_USER),
                plan.testing().folds().getFirst().train().users());
        return new TestRun(plan.seed(), report, perUser);
    }

    /** A metric of the test; NaN where it is not defined. */
    double metric(String name) {
        return ((Map<?, ?>) report.get("metrics")).get(name) instanceof Number number
                ? number.doubleValue()
                : Double.NaN;
    }

    /** The 95% interval of a metric, two numbers, or null where there is none. */
    double[] interval(String name) {
        return ((Map<?, ?>) report.get("intervals")).get(name) instanceof List<?> ends
                ? new double[] {((Number) ends.get(0)).doubleValue(), ((Number) ends.get(1)).doubleValue()}
                : null;
    }

    double trainSeconds() {
        return ((Number) ((Map<?, ?>) report.get("seconds")).get("train")).doubleValue();
    }

    /** What is kept in the JSON file beside the page. */
    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("seed", seed);
        for (String key : List.of(
                "protocol",
                "protocolHash",
                "settings",
                "users",
                "usersLeftOut",
                "metrics",
                "intervals",
                "seconds",
                "data",
                "answered",
                "notes")) {
            map.put(key, report.get(key));
        }
        // The page is published: where the data lie on somebody's machine is nobody's business.
        Map<String, Object> data = new LinkedHashMap<>();
        ((Map<?, ?>) report.get("data")).forEach((key, value) -> data.put(String.valueOf(key), value));
        data.computeIfPresent("source", (key, source) -> fileName(String.valueOf(source)));
        map.put("data", data);
        return map;
    }

    private static String fileName(String source) {
        return String.valueOf(Path.of(source).getFileName());
    }
}
