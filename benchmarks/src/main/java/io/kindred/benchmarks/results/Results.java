package io.kindred.benchmarks.results;

import io.kindred.core.KindredException;
import io.kindred.core.model.ModelCatalog;
import io.kindred.featurestore.snapshot.FeatureStore;
import io.kindred.featurestore.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Runs a study of a data set: searches, tests, and writes a page and a JSON file. See {@code docs/results/README.md}.
 *
 * <pre>Results STUDY DATA [--minutes N] [--trial-minutes N] [--threads N] [--out DIR] [--work DIR]</pre>
 */
public final class Results {
    private static final String USAGE =
            "usage: Results STUDY DATA [--minutes N] [--trial-minutes N] [--threads N] [--out DIR] [--work DIR]";

    private Results() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        try {
            run(args);
        } catch (KindredException e) {
            System.err.println("results: " + e.getMessage());
            System.exit(1);
        }
    }

    static void run(String[] args) throws IOException, InterruptedException {
        List<String> plain = new ArrayList<>();
        Map<String, String> options = options(args, plain);
        if (plain.size() != 2) {
            throw new KindredException(USAGE);
        }
        long start = System.nanoTime();
        Study study = Study.load(plain.get(0));
        Path work = Path.of(options.getOrDefault("--work", System.getProperty("user.home") + "/.kindred/results"))
                .resolve(study.name());
        Path out = Path.of(options.getOrDefault("--out", "docs/results"));
        double minutes = number(options, "--minutes", 60);
        int threads = (int) number(options, "--threads", Runtime.getRuntime().availableProcessors());
        Search.Limits limits = new Search.Limits(
                start + (long) (minutes * 60e9),
                Duration.ofSeconds((long) (60 * number(options, "--trial-minutes", 15))),
                threads);
        ModelCatalog catalog = ModelCatalog.load();
        for (Contestant contestant : study.contestants()) {
            for (int n = 0; n < contestant.trials(); n++) {
                contestant.setting(catalog, study.searchSeed(), n);
            }
        }
        Snapshot snapshot = FeatureStore.open(work.resolve("store"))
                .importData(Path.of(plain.get(1)))
                .snapshot();
        List<Plan> plans = Plan.of(study, snapshot);
        TrialLog log = TrialLog.open(work.resolve("trials.jsonl"));
        List<Search.Found> found = new Search(study, plans, catalog, log, limits, Results::print).run();
        List<Standing> standings = new ArrayList<>();
        for (Search.Found best : found) {
            List<TestRun> runs = new ArrayList<>();
            for (Plan plan : plans) {
                runs.add(TestRun.of(study, plan, best, catalog, threads, work.resolve("test")));
            }
            Standing standing = new Standing(best, runs);
            print(String.format(
                    Locale.ROOT, "%s test %s %.4f", standing.name(), study.metric(), standing.mean(study.metric())));
            standings.add(standing);
        }
        if (standings.isEmpty()) {
            throw new KindredException("no model of the study '" + study.name() + "' could be trained");
        }
        ResultsPage page = new ResultsPage(
                study,
                plans,
                Standing.ranked(standings, study.metric()),
                log.on(plans.stream().map(Plan::tuningHash).collect(Collectors.toSet())),
                command(study, plain.get(1), minutes),
                (System.nanoTime() - start) / 60e9);
        Files.createDirectories(out);
        Files.writeString(out.resolve(study.name() + ".md"), page.markdown());
        Files.writeString(out.resolve(study.name() + ".json"), page.json());
        print("written: " + out.resolve(study.name() + ".md"));
    }

    private static String command(Study study, String data, double minutes) {
        return "java --add-modules jdk.incubator.vector --add-opens=java.base/java.nio=ALL-UNNAMED -cp 'benchmarks/target/kindred-benchmarks.jar:benchmarks/target/lib/*'"
                + " \\\n    io.kindred.benchmarks.results.Results " + study.name() + " "
                + Path.of(data).getFileName() + String.format(Locale.ROOT, " --minutes %.0f", minutes);
    }

    private static Map<String, String> options(String[] args, List<String> plain) {
        List<String> known = List.of("--minutes", "--trial-minutes", "--threads", "--out", "--work");
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i < args.length; i++) {
            if (!args[i].startsWith("--")) {
                plain.add(args[i]);
            } else if (known.contains(args[i]) && i + 1 < args.length) {
                options.put(args[i], args[++i]);
            } else {
                throw new KindredException("unknown or incomplete option '" + args[i] + "'; " + USAGE);
            }
        }
        return options;
    }

    private static double number(Map<String, String> options, String name, double otherwise) {
        try {
            double value = Double.parseDouble(options.getOrDefault(name, String.valueOf(otherwise)));
            if (value > 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new KindredException(name + " must be a number, not '" + options.get(name) + "'", e);
        }
        throw new KindredException(name + " must be positive, not " + options.get(name));
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
