package io.kindred.evaluation.results;

import io.kindred.core.json.Json;
import io.kindred.evaluation.experiment.ModelResult;
import io.kindred.evaluation.experiment.RunFacts;
import io.kindred.evaluation.experiment.RunResults;
import io.kindred.evaluation.html.Format;
import io.kindred.evaluation.html.HtmlPage;
import io.kindred.evaluation.html.HtmlTable;
import io.kindred.evaluation.html.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The page of a run: leaderboard with intervals, metric against k, accuracy against diversity and cost, learning curves,
 * groups of users and items, Lorenz curve, significance, time and memory, settings and everything that is needed to do it
 * again. A section for which the run has no figures says so in a sentence or is left out. Stateless and thread-safe.
 */
public final class RunPage {
    private RunPage() {}

    /** The page of a run, whole or unfinished. */
    public static HtmlPage of(RunResults run) {
        RunView view = RunView.of(run);
        RunFacts facts = run.facts();
        HtmlPage page = new HtmlPage(facts.name(), "Report of an experiment");
        page.fact("run", facts.run());
        page.fact("data", source(facts));
        page.fact("protocol", String.valueOf(facts.protocol().getOrDefault("name", "–")));
        page.fact(
                "models",
                view.models().size()
                        + (view.failed().isEmpty() ? "" : ", " + view.failed().size() + " failed"));
        page.fact(
                "seeds",
                String.join(", ", facts.seeds().stream().map(String::valueOf).toList()));
        page.fact("started", facts.started());
        page.fact("finished", facts.finished().isEmpty() ? "not yet" : facts.finished());
        leaderboard(view, page.section("Leaderboard"));
        if (!view.models().isEmpty()) {
            Accuracy.significance(view, page);
            Accuracy.cutoffs(view, page);
            TradeOffs.add(view, page);
            Exposures.add(view, page);
            Courses.add(view, page);
            Costs.add(view, page);
        }
        settings(view, page.section("Settings"));
        conditions(facts, page.section("How it was done"));
        return page;
    }

    /** The data's name, else that of their file without the folders, which say nothing to other readers. */
    private static String source(RunFacts facts) {
        String name =
                String.valueOf(facts.data().getOrDefault("name", facts.data().getOrDefault("source", "–")));
        int slash = name.lastIndexOf('/', name.length() - 2);
        return name.substring(slash + 1);
    }

    private static void leaderboard(RunView view, Section section) {
        section.text(view.verdict());
        if (view.run().facts().finished().isEmpty()) {
            section.warning("This run is not finished: models may be missing.");
        }
        view.failed().forEach(model -> section.warning(model.name() + " failed: " + model.failure()));
        if (!view.models().isEmpty()) {
            Accuracy.leaderboard(view, section);
        }
    }

    private static void settings(RunView view, Section section) {
        List<List<String>> rows = new ArrayList<>();
        for (ModelResult model : view.run().models()) {
            boolean searched = model.trials() > 0;
            rows.add(List.of(
                    model.name(),
                    model.model(),
                    String.join(
                            "  ",
                            model.parameters().entrySet().stream()
                                    .map(entry -> entry.getKey() + "=" + text(entry.getValue()))
                                    .toList()),
                    searched ? String.valueOf(model.trials()) : "–",
                    searched ? Format.SECONDS.text(model.searchSeconds()) : "–",
                    Format.NUMBER.text(model.validation())));
        }
        section.text(Costs.budgets(view));
        List<HtmlTable.Column> columns = List.of(
                HtmlTable.Column.text("model"),
                HtmlTable.Column.text("provider"),
                HtmlTable.Column.text("parameters"),
                HtmlTable.Column.number("trials"),
                HtmlTable.Column.number("search, wall time"),
                HtmlTable.Column.number("validation " + view.metric()));
        section.table(new HtmlTable(
                "Settings of the models",
                columns,
                rows.stream()
                        .map(row -> row.stream().map(HtmlTable.Cell::of).toList())
                        .toList()));
    }

    private static void conditions(RunFacts facts, Section section) {
        section.list(facts.notes());
        section.text("Data").facts(texts(facts.data()));
        section.text("Protocol").facts(texts(facts.protocol()));
        section.text("Machine and software").facts(texts(facts.environment()));
        section.text("Command").code(facts.command());
    }

    private static Map<String, String> texts(Map<String, Object> values) {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((name, value) -> texts.put(name, text(value)));
        return texts;
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> "–";
            case Map<?, ?> map -> Json.writeCompact(map);
            case List<?> list ->
                String.join(", ", list.stream().map(RunPage::text).toList());
            case Integer whole -> Format.COUNT.text(whole);
            default -> value.toString();
        };
    }
}
