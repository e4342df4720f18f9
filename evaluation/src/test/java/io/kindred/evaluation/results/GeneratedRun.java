package io.kindred.evaluation.results;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.TrainingContext;
import io.kindred.evaluation.EvaluationOptions;
import io.kindred.evaluation.EvaluationProgress;
import io.kindred.evaluation.Experiment;
import io.kindred.evaluation.NoisyPopularity;
import io.kindred.evaluation.TestData;
import io.kindred.evaluation.experiment.CurvePoint;
import io.kindred.evaluation.experiment.ModelResult;
import io.kindred.evaluation.experiment.RunFacts;
import io.kindred.evaluation.experiment.RunResults;
import io.kindred.evaluation.experiment.SeedResult;
import io.kindred.evaluation.experiment.TrialRecord;
import io.kindred.evaluation.split.Fractions;
import io.kindred.evaluation.split.LeaveLastOut;
import io.kindred.evaluation.split.Ratio;
import io.kindred.evaluation.split.Split;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Runs of models that are popularity with more and more noise, on generated data, measured as real ones are. */
final class GeneratedRun {
    private final Interactions data = TestData.random(21, 200, 120, 30);
    private List<String> names = List.of();
    private int seeds = 1;
    private boolean courses;
    private int[] at = {5, 10, 20};
    private String metric = "ndcg@10";
    private String failure = "";

    static GeneratedRun ofModels(int count) {
        List<String> names = new ArrayList<>();
        for (int m = 0; m < count; m++) {
            names.add(m == 4 ? "a-model-with-a-rather-long-name-that-says-everything" : "model-" + m);
        }
        return new GeneratedRun().named(names);
    }

    GeneratedRun named(List<String> others) {
        names = others;
        return this;
    }

    GeneratedRun withSeeds(int count) {
        seeds = count;
        return this;
    }

    /** With what models report after epochs and with trials of searches. */
    GeneratedRun withCourses() {
        courses = true;
        return this;
    }

    GeneratedRun at(String by, int... cutoffs) {
        metric = by;
        at = cutoffs;
        return this;
    }

    /** With one more model, which failed. */
    GeneratedRun withFailure(String message) {
        failure = message;
        return this;
    }

    RunResults run() {
        List<ModelResult> models = new ArrayList<>();
        List<TrialRecord> trials = new ArrayList<>();
        List<CurvePoint> curves = new ArrayList<>();
        for (int m = 0; m < names.size(); m++) {
            double noise = names.size() == 1 ? 0.3 : 0.9 * m / (names.size() - 1);
            List<SeedResult> results = new ArrayList<>();
            for (int s = 0; s < seeds; s++) {
                results.add(measured(m, noise, 42 + s));
            }
            models.add(model(m, courses ? 4 : 0, results, ""));
            if (courses) {
                course(m, noise, trials, curves);
            }
        }
        if (!failure.isEmpty()) {
            models.add(new ModelResult("broken", "als", Map.of("factors", 512), 0, 0, Double.NaN, List.of(), failure));
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", "generated");
        facts.put("users", data.userCount());
        facts.put("items", data.itemCount());
        return new RunResults(
                new RunFacts(
                        "Noise against popularity",
                        "2026-01-01-000000",
                        "2026-01-01T00:00:00Z",
                        "2026-01-01T00:10:00Z",
                        "kindred experiment run noise.yaml",
                        metric,
                        java.util.Arrays.stream(at).boxed().toList(),
                        LongStream.range(42, 42 + seeds).boxed().toList(),
                        facts,
                        Map.of("name", seeds > 1 ? "ratio" : "leave-last-out"),
                        Map.of("jdk", "25", "cores", 2),
                        List.of("The data are generated.")),
                models,
                trials,
                curves);
    }

    private ModelResult model(int m, int tried, List<SeedResult> results, String reason) {
        Map<String, Object> parameters = Map.of("noise", m / 10.0);
        return new ModelResult(
                names.get(m), "noisy", parameters, tried, tried * 1.5, tried > 0 ? 0.2 : Double.NaN, results, reason);
    }

    private SeedResult measured(int m, double noise, long seed) {
        Split split = seeds > 1
                ? new Ratio(seed, new Fractions(0.8, 0.1, 0.1), true).split(data)
                : new LeaveLastOut(true).split(data);
        try {
            Experiment.Outcome outcome = new Experiment(
                            split,
                            TrainingData.of(data),
                            EvaluationOptions.at(at).withResamples(100),
                            EvaluationProgress.NONE)
                    .run(new NoisyPopularity(noise), TrainingContext.ofSeed(seed));
            return new SeedResult(seed, outcome.report(), outcome.perUser(), (100L + 20L * m) << 20);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void course(int m, double noise, List<TrialRecord> trials, List<CurvePoint> curves) {
        for (int epoch = 1; epoch <= 10; epoch++) {
            for (long seed = 42; seed < 42 + seeds; seed++) {
                curves.add(new CurvePoint(names.get(m), seed, epoch, "loss", (1 + m) / Math.sqrt(epoch)));
                curves.add(new CurvePoint(names.get(m), seed, epoch, "ndcg@10", (1 - noise) * (1 - 1.0 / (epoch + 1))));
            }
        }
        for (int t = 0; t < 4; t++) {
            boolean failed = t == 2;
            trials.add(new TrialRecord(
                    names.get(m),
                    t,
                    Map.of("noise", noise),
                    failed ? Double.NaN : (1 - noise) * (0.5 + 0.1 * t),
                    failed ? TrialRecord.State.FAILED : TrialRecord.State.COMPLETE,
                    0,
                    new TreeMap<>(),
                    1.5,
                    1.4,
                    failed ? "not enough memory" : ""));
        }
    }
}
