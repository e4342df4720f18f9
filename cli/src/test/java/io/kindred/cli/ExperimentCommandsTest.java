package io.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.core.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentCommandsTest {
    @TempDir
    Path home;

    private Path runs;

    @BeforeEach
    void writeData() {
        TwoTastes.write(home);
        runs = home.resolve("runs");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(home.resolve(name), text);
    }

    private CliRun experiment(String... args) {
        List<String> all = new ArrayList<>(List.of("experiment"));
        all.addAll(List.of(args));
        return CliRun.in(home, all.toArray(new String[0]));
    }

    private CliRun run(Path file, String... more) {
        List<String> all = new ArrayList<>(List.of("run", file.toString(), "--out", runs.toString()));
        all.addAll(List.of(more));
        return experiment(all.toArray(new String[0]));
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> entries = Files.list(runs)) {
            return entries.sorted().toList();
        }
    }

    @Test
    void aRunPrintsTheTableAndLeavesAFolder() throws IOException {
        Path file = file("small.yaml", "data: ratings.csv\nmodels: [popularity, item-knn]\nmetrics: {at: [5, 10]}\n");

        CliRun run = run(file);

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("item-knn")
                .contains("ndcg@10")
                .contains("95% interval")
                .contains("results are in ");
        assertThat(run.err()).contains("2/2 ").contains("One seed only");
        Path folder = folders().getFirst();
        assertThat(folder.getFileName().toString()).startsWith("small-");
        for (String name : List.of(
                "experiment.yaml",
                "run.json",
                "results.arrow",
                "results.csv",
                "trials.csv",
                "curves.arrow",
                "log.txt",
                "report.html",
                "reports/item-knn-42/report.json",
                "reports/item-knn-42/per_user.arrow")) {
            assertThat(folder.resolve(name)).as(name).isNotEmptyFile();
        }
        Map<String, Object> facts = Json.parseObject(Files.readString(folder.resolve("run.json")), "run.json");
        assertThat(facts)
                .containsEntry("name", "small")
                .containsEntry("command", "kindred experiment run " + file + " --out " + runs);
    }

    @Test
    void theFiguresAreThoseOfEvaluate() throws IOException {
        Path file = file(
                "small.yaml", "data: ratings.csv\nprotocol: ratio\nmodels: [als]\nmetrics: {at: [10]}\nseeds: [7]\n");

        Map<String, Object> experiment = run(file, "--json").json();
        Map<String, Object> evaluation = CliRun.in(
                        home,
                        "evaluate",
                        "--model=als",
                        "--data=" + home.resolve("ratings.csv"),
                        "--protocol=ratio",
                        "--seed=7",
                        "--json")
                .json();

        Map<?, ?> model = (Map<?, ?>) ((List<?>) experiment.get("models")).getFirst();
        Map<?, ?> seed = (Map<?, ?>) ((List<?>) model.get("seeds")).getFirst();
        assertThat(seed.get("metrics")).isEqualTo(evaluation.get("metrics"));
        assertThat(seed.get("protocolHash")).isEqualTo(evaluation.get("protocolHash"));
    }

    @Test
    void aSearchUsesTheValidationPart() throws IOException {
        Path file = file("tuned.yaml", """
                data: ratings.csv
                protocol: leave-last-out
                models:
                  - popularity
                  - {model: item-knn, space: {neighbours: [5, 10, 20]}}
                metrics: {at: [5]}
                search: grid
                budget: 4
                """);

        CliRun run = run(file, "--json");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.json().get("models"))
                .asInstanceOf(InstanceOfAssertFactories.list(Object.class))
                .extracting(model -> (Object) ((Map<?, ?>) model).get("trials"))
                .containsExactly(0L, 4L);
        assertThat(run.err()).contains("trial 1 of item-knn: ");
        assertThat(Files.readAllLines(folders().getFirst().resolve("trials.csv")))
                .hasSize(5);
    }

    @Test
    void checkAndDryRunPrintThePlanAndRunNothing() throws IOException {
        Path file = file(
                "plan.yaml",
                "data: ratings.csv\nmodels: [popularity, {model: ease, space: [regularization]}]\nseeds: [1, 2]\n");

        CliRun check = experiment("check", file.toString());
        CliRun dry = run(file, "--dry-run");

        assertThat(check.exit()).as(check.err()).isZero();
        assertThat(check.out())
                .contains("plan: 2 models x 2 seeds = 4 to train and measure")
                .contains("searched for ease with tpe, 20 trials:");
        assertThat(dry.out()).isEqualTo(check.out());
        assertThat(runs).doesNotExist();
    }

    @Test
    void aFaultInTheFileIsAUsageErrorWithItsLine() throws IOException {
        CliRun unknown = run(file("bad.yaml", "data: ratings.csv\nmodles: [als]\n"));
        CliRun model = run(file("bad.yaml", "data: ratings.csv\nmodels:\n  - popularity\n  - eas\n"));

        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err())
                .startsWith("kindred: bad.yaml line 2: unknown key 'modles'; legal here: name, data, filters,")
                .contains("did you mean 'models'?");
        assertThat(model.exit()).isEqualTo(2);
        assertThat(model.err()).startsWith("kindred: bad.yaml line 4: unknown model 'eas'; available: ");
        assertThat(runs).doesNotExist();
    }

    @Test
    void missingThingsAreOneLine() throws IOException {
        assertThat(run(home.resolve("none.yaml")).err())
                .isEqualTo("kindred: " + home.resolve("none.yaml") + " does not exist\n");
        CliRun noData = run(file("nodata.yaml", "data: nowhere.csv\nmodels: [als]\n"));
        assertThat(noData.exit()).isEqualTo(1);
        assertThat(noData.err()).contains("nowhere.csv");
        CliRun noParts = run(file("parts.yaml", "data: ratings.csv\nmodels: [als]\nprotocol: given\n"));
        assertThat(noParts.err())
                .endsWith(
                        "kindred: the protocol 'given' needs data in parts; name them with train and test under 'data'\n");
        assertThat(runs).doesNotExist();
        assertThat(experiment("compare", runs.toString(), runs.toString()).err())
                .contains("does not exist; name the folder of a run");
        assertThat(experiment("reproduce", home.toString()).err())
                .contains("is not the folder of a run: it has no experiment.yaml");
    }

    @Test
    void initWritesAFileThatPassesItsCheck() {
        Path file = home.resolve("mine.yaml");

        CliRun init = experiment("init", file.toString(), "--data", "ratings.csv");
        CliRun check = experiment("check", file.toString());
        CliRun again = experiment("init", file.toString());

        assertThat(init.exit()).as(init.err()).isZero();
        assertThat(file).content().contains("\ndata: ratings.csv").contains("# ");
        assertThat(check.exit()).as(check.err()).isZero();
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err()).contains("mine.yaml exists already; name another file");
    }

    @Test
    void runsAreComparedOrRefused() throws IOException {
        run(file("one.yaml", "data: ratings.csv\nmodels: [popularity]\nprotocol: temporal\n"));
        run(file("two.yaml", "data: ratings.csv\nmodels: [item-knn]\nprotocol: temporal\n"));
        run(file("zwei.yaml", "data: ratings.csv\nmodels: [item-knn]\nprotocol: ratio\n"));
        List<Path> folders = folders();

        CliRun same =
                experiment("compare", folders.get(0).toString(), folders.get(1).toString());
        CliRun different =
                experiment("compare", folders.get(0).toString(), folders.get(2).toString());

        assertThat(same.exit()).as(same.err()).isZero();
        assertThat(same.out()).contains("p vs best").contains("popularity").contains("item-knn");
        assertThat(different.exit()).isEqualTo(1);
        assertThat(different.err())
                .contains("cannot be compared: they were measured in different ways: protocol is temporal and ratio");
    }

    @Test
    void aRunIsReproducedAndAFigureThatWasChangedIsFound() throws IOException {
        run(file("one.yaml", "data: ratings.csv\nmodels: [popularity, als]\nmetrics: {at: [5]}\n"));
        Path folder = folders().getFirst();

        CliRun same = experiment("reproduce", folder.toString());
        Path report = folder.resolve("reports/als-42/report.json");
        String text = Files.readString(report);
        Files.writeString(report, text.replaceFirst("(\"ndcg@5\" : 0\\.)(\\d)", "$1" + "9$2"));
        CliRun changed = experiment("reproduce", folder.toString(), "--model", "als");

        assertThat(same.exit()).as(same.err() + same.out()).isZero();
        assertThat(same.out()).contains("the same bits").contains("reproduced");
        assertThat(changed.exit()).isEqualTo(1);
        assertThat(changed.out())
                .contains("1 figure differs")
                .contains("ndcg@5")
                .contains("the same bits");
        assertThat(changed.out()).doesNotContain("popularity");
    }

    @Test
    void spacesShowWhatAutoSearches() {
        CliRun spaces = experiment("spaces", "ease");

        assertThat(spaces.exit()).as(spaces.err()).isZero();
        assertThat(spaces.out()).contains("regularization").contains("(log)");
        assertThat(experiment("spaces", "eas").exit()).isEqualTo(2);
    }

    @Test
    void aProcessThatIsKilledLosesAtMostWhatItWasTraining() throws Exception {
        StringBuilder text = new StringBuilder("data: ratings.csv\nprotocol: ratio\nmetrics: {at: [5]}\nmodels:\n");
        for (int m = 0; m < 12; m++) {
            text.append("  - {model: bpr, name: bpr-" + m + ", parameters: {factors: " + (4 + m) + ", epochs: 200}}\n");
        }
        Path file = file("killed.yaml", text.toString());

        kill(file);
        Path folder = folders().getFirst();
        Map<Path, FileTime> before = reports(folder);
        assertThat(before).isNotEmpty().hasSizeLessThan(12);
        CliRun resumed = run(file);
        CliRun whole = run(file, "--new", "--parallel", "1");

        assertThat(resumed.exit()).as(resumed.err()).isZero();
        assertThat(resumed.err()).contains("goes on with " + folder).contains(", done before");
        assertThat(whole.exit()).as(whole.err()).isZero();
        assertThat(folders()).hasSize(2);
        assertThat(reports(folder)).hasSize(12).containsAllEntriesOf(before);
        assertThat(figures(folder)).isEqualTo(figures(folders().get(1)));
    }

    /** Runs in a process of its own and kills it once the first model is done. */
    private void kill(Path file) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules=jdk.incubator.vector",
                        "--add-opens=java.base/java.nio=ALL-UNNAMED",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dkindred.home=" + home,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.kindred.cli.Kindred",
                        "experiment",
                        "run",
                        file.toString(),
                        "--out",
                        runs.toString(),
                        "--threads",
                        "1")
                .redirectErrorStream(true)
                .start();
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines =
                new BufferedReader(new java.io.InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null && !line.startsWith("1/12 "); line = lines.readLine()) {
                said.append(line).append('\n');
            }
        } finally {
            // SIGKILL: no shutdown hook, no finally.
            process.destroyForcibly();
        }
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said.toString()).isEqualTo(128 + 9);
    }

    private static Map<Path, FileTime> reports(Path folder) throws IOException {
        Map<Path, FileTime> found = new HashMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve("reports"))) {
            for (Path file : files.filter(path -> path.endsWith("report.json")).toList()) {
                found.put(file, Files.getLastModifiedTime(file));
            }
        }
        return found;
    }

    /** The lines of the results without times and memory. */
    private static List<String> figures(Path folder) throws IOException {
        List<String> figures = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("results.csv"))) {
            String[] cells = line.split(",", -1);
            figures.add(String.join(",", List.of(cells).subList(0, 8)));
        }
        return figures;
    }
}
