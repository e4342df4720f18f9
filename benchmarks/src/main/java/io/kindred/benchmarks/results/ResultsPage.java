package io.kindred.benchmarks.results;

import io.kindred.core.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The page and the JSON file of a finished study. Immutable.
 *
 * @param study what was done
 * @param plans the divisions of the data
 * @param ranked the contestants, best first
 * @param trials every setting measured on validation data
 * @param command how it was run
 * @param minutes how long this run took
 */
record ResultsPage(
        Study study, List<Plan> plans, List<Standing> ranked, List<Trial> trials, String command, double minutes) {
    private static final List<String> SHOWN = List.of("ndcg", "recall", "hit", "mrr", "coverage", "novelty");

    /** The page. */
    String markdown() {
        StringBuilder page = new StringBuilder();
        page.append("# ").append(study.title()).append("\n\n").append(setUp()).append("\n\n");
        page.append("## Test\n\n")
                .append(Standing.verdict(ranked, study.metric()))
                .append("\n\n");
        int k = study.at().getFirst();
        List<String> metrics = SHOWN.stream().map(m -> m + "@" + k).toList();
        List<String> head = new ArrayList<>(List.of("model"));
        head.addAll(metrics);
        head.add("training, s");
        page.append(row(head)).append(rule(head.size()));
        for (Standing standing : ranked) {
            List<String> cells = new ArrayList<>(List.of(standing.name()));
            metrics.forEach(metric -> cells.add(figure(standing, metric)));
            cells.add(String.format(Locale.ROOT, "%.1f", standing.trainSeconds()));
            page.append(row(cells));
        }
        page.append(
                plans.size() > 1
                        ? "\nMean and standard deviation over the seeds; each of them:\n\n" + perSeed(k)
                        : "\nIn brackets: 95% bootstrap interval over users.\n");
        page.append("\n## Settings\n\n")
                .append(settings())
                .append("\n## Budget\n\n")
                .append(budget());
        return page.toString();
    }

    private String setUp() {
        TestRun first = ranked.getFirst().runs().getFirst();
        String rule =
                switch (study.protocol()) {
                    case RATIO ->
                        "Every user's interactions are divided at random into training, validation and test ("
                                + percent(study.fractions().train()) + ", "
                                + percent(study.fractions().validation()) + ", "
                                + percent(study.fractions().test())
                                + "). Settings are chosen on validation; the model tested is trained on the training part,"
                                + " and validation items are no candidates in the test.";
                    case LEAVE_LAST_OUT ->
                        "The last interaction of a user is test, the one before it validation. Settings are chosen on"
                                + " validation; the model tested is trained on everything but the test part.";
                    case GIVEN ->
                        "The data come in a training and a test part. Settings are chosen on a random "
                                + percent(study.fractions().validation())
                                + " of each user's training part; the model tested is trained on all of it.";
                    case NEXT_ITEM ->
                        "The data come as training and test sessions. Every prefix of a test session of two clicks or more"
                                + " is handed over and the click behind it is to be predicted. Settings are chosen in the same way on the last "
                                + percent(study.fractions().validation())
                                + " of the training sessions; the model tested is trained on all of them.";
                };
        return rule + " Full ranking over all items; every interaction is a positive. Protocol `"
                + first.report().get("protocol")
                + "` with seeds " + study.seeds().stream().map(String::valueOf).collect(Collectors.joining(", ")) + "; "
                + first.report().get("users") + " users are measured with the first. [How to read this](README.md).";
    }

    private String perSeed(int k) {
        List<String> head = new ArrayList<>(List.of("model"));
        for (Plan plan : plans) {
            head.add("ndcg@" + k + ", " + plan.seed());
        }
        for (Plan plan : plans) {
            head.add("recall@" + k + ", " + plan.seed());
        }
        StringBuilder table = new StringBuilder(row(head)).append(rule(head.size()));
        for (Standing standing : ranked) {
            List<String> cells = new ArrayList<>(List.of(standing.name()));
            for (String metric : List.of("ndcg@" + k, "recall@" + k)) {
                standing.runs().forEach(run -> cells.add(number(run.metric(metric))));
            }
            table.append(row(cells));
        }
        return table.toString();
    }

    private String settings() {
        StringBuilder table = new StringBuilder(
                        row(List.of("model", "setting", "validation " + study.metric(), "trials")))
                .append(rule(4));
        for (Standing standing : ranked) {
            Search.Found found = standing.found();
            String setting = found.parameters().entrySet().stream()
                    .map(e -> e.getKey() + "=" + e.getValue())
                    .collect(Collectors.joining(" "));
            String name = standing.name().equals(found.contestant().model())
                    ? standing.name()
                    : standing.name() + " (" + found.contestant().model() + ")";
            table.append(row(List.of(
                    name,
                    setting,
                    number(found.mean()),
                    found.trials() + " of " + found.contestant().trials())));
        }
        return table.toString();
    }

    private String budget() {
        StringBuilder text = new StringBuilder();
        text.append("Random search with seed ").append(study.searchSeed());
        text.append("; trial 0 of each model is its defaults. ");
        if (plans.size() > 1) {
            text.append("Settings are tried on the first seed, the best ")
                    .append(study.finalists())
                    .append(" of each model on all seeds, and the best mean is chosen. ");
        }
        text.append("The spaces searched are in the [JSON file](")
                .append(study.name())
                .append(".json) beside this page, with every trial and all figures.\n\n");
        text.append("```\n").append(command).append("\n```\n\n");
        text.append(String.format(
                Locale.ROOT,
                "JDK %s, %s %s, %d processors; the last run of this command took %.0f minutes. Times of training are"
                        + " wall times on a machine that may have had other work.%n",
                Runtime.version(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                minutes));
        return text.toString();
    }

    /** Everything as JSON. */
    String json() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("dataset", study.name());
        map.put("title", study.title());
        map.put("protocol", study.protocol().id());
        map.put("seeds", study.seeds());
        map.put("searchSeed", study.searchSeed());
        map.put("metric", study.metric());
        map.put("finalists", study.finalists());
        map.put("command", command);
        map.put("jdk", Runtime.version().toString());
        List<Object> models = new ArrayList<>();
        for (Standing standing : ranked) {
            Search.Found found = standing.found();
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", standing.name());
            entry.put("model", found.contestant().model());
            entry.put("parameters", found.parameters());
            entry.put("validation", found.validation());
            entry.put("trials", found.trials());
            Map<String, Object> space = new LinkedHashMap<>();
            found.contestant().space().forEach((parameter, range) -> space.put(parameter, range.toJson()));
            entry.put("space", space);
            entry.put("test", standing.runs().stream().map(TestRun::toMap).toList());
            models.add(entry);
        }
        map.put("models", models);
        map.put("trials", trials.stream().map(Trial::toMap).toList());
        return Json.write(map) + "\n";
    }

    private String figure(Standing standing, String metric) {
        double mean = standing.mean(metric);
        if (Double.isNaN(mean)) {
            return "";
        }
        if (plans.size() > 1) {
            return number(mean) + " ± " + number(standing.spread(metric));
        }
        double[] interval = standing.runs().getFirst().interval(metric);
        return interval == null
                ? number(mean)
                : number(mean) + " (" + number(interval[0]) + "–" + number(interval[1]) + ")";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f%%", 100 * share);
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String rule(int columns) {
        return "|" + " --- |".repeat(columns) + "\n";
    }
}
