package io.kindred.evaluation.results;

import io.kindred.evaluation.experiment.ModelResult;
import io.kindred.evaluation.experiment.RunFacts;
import io.kindred.evaluation.experiment.RunResults;
import io.kindred.evaluation.html.Format;
import java.util.List;

/**
 * A run as a Markdown document: what the tests say, the leaderboard with its spread, settings, and how to do it again. The best
 * value of an accuracy metric is bold, the second in italics. Stateless and thread-safe.
 */
public final class MarkdownReport {
    private MarkdownReport() {}

    /** The document. */
    public static String of(RunResults run) {
        RunView view = RunView.of(run);
        RunFacts facts = run.facts();
        StringBuilder text = new StringBuilder();
        text.append("# ")
                .append(escape(facts.name()))
                .append("\n\n")
                .append(escape(view.verdict()))
                .append("\n\n");
        for (ModelResult failed : view.failed()) {
            text.append("- ")
                    .append(escape(failed.name() + " failed: " + failed.failure()))
                    .append('\n');
        }
        text.append(view.failed().isEmpty() ? "" : "\n");
        if (!view.models().isEmpty()) {
            leaderboard(RunTable.of(view), facts, text);
        }
        text.append("\n## Settings\n\n| model | provider | parameters | trials |\n| --- | --- | --- | ---: |\n");
        for (ModelResult model : run.models()) {
            text.append("| ")
                    .append(escape(model.name()))
                    .append(" | ")
                    .append(escape(model.model()))
                    .append(" | ")
                    .append(escape(String.join(
                            " ",
                            model.parameters().entrySet().stream()
                                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                                    .toList())))
                    .append(" | ")
                    .append(model.trials())
                    .append(" |\n");
        }
        text.append('\n').append(escape(Costs.budgets(view))).append("\n\n## How it was done\n\n");
        facts.notes().forEach(note -> text.append("- ").append(escape(note)).append('\n'));
        text.append("- run ").append(escape(facts.run()));
        text.append("\n- seeds ").append(escape(facts.seeds().toString()));
        text.append("\n- data ").append(escape(facts.data().toString()));
        text.append("\n- protocol ").append(escape(facts.protocol().toString()));
        text.append("\n- machine ").append(escape(facts.environment().toString()));
        // A fence longer than any run of backticks inside cannot be ended by what it holds.
        String fence = "`".repeat(Math.max(3, longestRun(facts.command()) + 1));
        return text.append("\n\n")
                .append(fence)
                .append('\n')
                .append(facts.command())
                .append('\n')
                .append(fence)
                .append('\n')
                .toString();
    }

    private static void leaderboard(RunTable table, RunFacts facts, StringBuilder text) {
        text.append("| model |");
        text.append(table.tested() ? " letters |" : "");
        table.metrics()
                .forEach(metric -> text.append(' ').append(escape(metric)).append(" |"));
        text.append(" training |\n| --- |").append(table.tested() ? " --- |" : "");
        text.append(" ---: |".repeat(table.metrics().size() + 1)).append('\n');
        for (RunTable.Row row : table.rows()) {
            text.append("| ").append(escape(row.name())).append(" |");
            text.append(table.tested() ? " " + row.letters() + " |" : "");
            row.figures()
                    .forEach(figure -> text.append(' ').append(figure(figure)).append(" |"));
            text.append(' ').append(Format.SECONDS.text(row.trainSeconds())).append(" |\n");
        }
        text.append("\nBold: best, italics: second. In brackets: 95% interval.");
        text.append(
                facts.seeds().size() > 1
                        ? " ±: standard deviation over " + facts.seeds().size() + " seeds."
                        : "");
        text.append(table.tested() ? " Models that share a letter are not shown to differ." : "")
                .append('\n');
    }

    private static String figure(RunTable.Figure figure) {
        String value =
                switch (figure.emphasis()) {
                    case BEST -> "**" + figure.text() + "**";
                    case SECOND -> "*" + figure.text() + "*";
                    default -> figure.text();
                };
        String spread = Double.isNaN(figure.deviation()) ? "" : " ± " + Format.NUMBER.text(figure.deviation());
        return value
                + spread
                + figure.ends()
                        .map(ends ->
                                " [" + Format.NUMBER.text(ends.low()) + ", " + Format.NUMBER.text(ends.high()) + "]")
                        .orElse("");
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /** Text that Markdown shows as it is, on one line. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (List.of('\\', '`', '*', '_', '[', ']', '<', '>', '|', '#', '~', '$')
                    .contains(c)) {
                out.append('\\');
            }
            out.append(c == '\n' || c == '\r' ? ' ' : c == '&' ? "&amp;" : String.valueOf(c));
        }
        return out.toString();
    }
}
