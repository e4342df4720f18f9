package io.kindred.cli.reproduce;

import io.kindred.evaluation.experiment.RunFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The page of the suite as Markdown: ours, what was published, its source and the difference. */
public final class ReproductionPage {
    private ReproductionPage() {}

    /** The page; studies that were not run are listed with the reason. */
    public static String of(List<Outcome> outcomes) {
        StringBuilder page = new StringBuilder("""
                # Reproduction of published results

                Written by `./kindred reproduce --data FOLDER`. Each study is an experiment file that comes with the program; \
                `ours` is the mean over the seeds, ± their standard deviation. A published figure is reproduced when ours is \
                not worse, or, where a tolerance is given, at most that far away. Where nothing is published for a file under \
                its protocol, our figure stands alone.

                """);
        int compared = 0;
        int missed = 0;
        for (Outcome outcome : outcomes) {
            for (Outcome.Line line : outcome.lines()) {
                compared += line.published().isPresent() ? 1 : 0;
                missed += line.isMissed() ? 1 : 0;
            }
        }
        page.append("Of ").append(compared).append(" published figures ").append(compared - missed);
        page.append(" are reproduced.\n");
        outcomes.stream().filter(outcome -> outcome.results().isPresent()).forEach(outcome -> study(outcome, page));
        List<Outcome> skipped =
                outcomes.stream().filter(outcome -> outcome.results().isEmpty()).toList();
        if (!skipped.isEmpty()) {
            page.append("\n## Not run\n\n");
            skipped.forEach(outcome -> page.append("- `")
                    .append(outcome.study().name())
                    .append("`: ")
                    .append(outcome.skipped())
                    .append('\n'));
        }
        return page.toString();
    }

    private static void study(Outcome outcome, StringBuilder page) {
        RunFacts facts = outcome.results().orElseThrow().facts();
        page.append("\n## ").append(outcome.study().title()).append("\n\n");
        page.append("Protocol: ").append(outcome.study().protocol()).append(". Seeds ");
        page.append(
                String.join(", ", facts.seeds().stream().map(String::valueOf).toList()));
        page.append("; ").append(facts.data().get("users")).append(" users, ");
        page.append(facts.data().get("items")).append(" items, ");
        page.append(facts.data().get("interactions")).append(" interactions. Experiment `");
        page.append(outcome.study().name()).append("`, protocol hash `");
        page.append(hash(outcome)).append("`.\n\n");
        page.append("| model | metric | ours | published | difference | reproduced | source |\n");
        page.append("| --- | --- | ---: | ---: | ---: | --- | --- |\n");
        outcome.lines().forEach(line -> line(line, page));
        List<String> failures = new ArrayList<>();
        outcome.results().get().models().stream()
                .filter(model -> !model.failure().isEmpty())
                .forEach(model -> failures.add("`" + model.name() + "` failed: " + model.failure()));
        failures.forEach(failure -> page.append("\n- ").append(failure).append('\n'));
    }

    private static String hash(Outcome outcome) {
        return outcome.results().orElseThrow().models().stream()
                .flatMap(model -> model.seeds().stream())
                .map(seed -> seed.report().protocolHash().substring(0, 12))
                .findFirst()
                .orElse("-");
    }

    private static void line(Outcome.Line line, StringBuilder page) {
        String spread = Double.isNaN(line.deviation()) ? "" : " ± " + number(line.deviation());
        page.append("| ")
                .append(line.model())
                .append(" | ")
                .append(line.metric())
                .append(" | ");
        page.append(Double.isNaN(line.ours()) ? "–" : number(line.ours()) + spread)
                .append(" | ");
        if (line.published().isEmpty()) {
            page.append("– | – | – | – |\n");
            return;
        }
        PublishedFigure published = line.published().get();
        page.append(number(published.value())).append(" | ");
        page.append(
                Double.isNaN(line.ours()) ? "–" : String.format(Locale.ROOT, "%+.4f", line.ours() - published.value()));
        page.append(" | ").append(line.isMissed() ? "**no**" : "yes");
        published.tolerance().ifPresent(tolerance -> page.append(" (within ")
                .append(tolerance)
                .append(')'));
        page.append(" | ").append(published.source()).append(" |\n");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
