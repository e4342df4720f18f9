package io.kindred.evaluation.results;

import io.kindred.evaluation.experiment.RunResults;
import io.kindred.evaluation.html.Format;
import io.kindred.evaluation.stats.AllPairs;

/**
 * A run as a LaTeX table for a paper, to be put in with {@code \input}; needs the package booktabs alone. The best value of an
 * accuracy metric is bold, the second underlined; letters stand as superscripts of the metric that was tested. Stateless and
 * thread-safe.
 */
public final class LatexTable {
    private LatexTable() {}

    /** The table, with a caption that says what is in it. */
    public static String of(RunResults run) {
        RunView view = RunView.of(run);
        RunTable table = RunTable.of(view);
        boolean seeds = run.facts().seeds().size() > 1;
        StringBuilder text = new StringBuilder("% \\usepackage{booktabs}\n\\begin{table}\n\\centering\n\\caption{");
        text.append(escape(run.facts().name())).append(". ");
        if (seeds) {
            text.append("Mean $\\pm$ standard deviation over ")
                    .append(run.facts().seeds().size())
                    .append(" seeds. ");
        } else {
            text.append("Brackets: 95\\% bootstrap interval over users. ");
        }
        text.append("Best in bold, second underlined.");
        if (table.tested()) {
            text.append(" Models that share a letter do not differ significantly on ")
                    .append(escape(view.metric()))
                    .append(" (paired $t$ and Wilcoxon, Holm-corrected, $p < ")
                    .append(AllPairs.SIGNIFICANCE)
                    .append("$).");
        }
        text.append("}\n\\label{tab:").append(label(run.facts().name())).append("}\n\\begin{tabular}{l");
        text.append("r".repeat(table.metrics().size())).append("}\n\\toprule\nmodel");
        table.metrics().forEach(metric -> text.append(" & ").append(escape(metric)));
        text.append(" \\\\\n\\midrule\n");
        for (RunTable.Row row : table.rows()) {
            text.append(escape(row.name()));
            for (int c = 0; c < row.figures().size(); c++) {
                text.append(" & ")
                        .append(figure(row.figures().get(c), seeds, c == 0 && table.tested() ? row.letters() : ""));
            }
            text.append(" \\\\\n");
        }
        return text.append("\\bottomrule\n\\end{tabular}\n\\end{table}\n").toString();
    }

    private static String figure(RunTable.Figure figure, boolean seeds, String letters) {
        if (Double.isNaN(figure.value())) {
            return "--";
        }
        String value =
                switch (figure.emphasis()) {
                    case BEST -> "\\textbf{" + figure.text() + "}";
                    case SECOND -> "\\underline{" + figure.text() + "}";
                    default -> figure.text();
                };
        String mark = letters.isEmpty() ? "" : "$^{\\mathrm{" + letters + "}}$";
        if (seeds) {
            return value
                    + mark
                    + (Double.isNaN(figure.deviation()) ? "" : " $\\pm$ " + Format.NUMBER.text(figure.deviation()));
        }
        return value
                + mark
                + figure.ends()
                        .map(ends ->
                                " [" + Format.NUMBER.text(ends.low()) + ", " + Format.NUMBER.text(ends.high()) + "]")
                        .orElse("");
    }

    private static String label(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    /** Text that LaTeX sets as it is, on one line. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(
                    switch (c) {
                        case '\\' -> "\\textbackslash{}";
                        case '~' -> "\\textasciitilde{}";
                        case '^' -> "\\textasciicircum{}";
                        case '<' -> "\\textless{}";
                        case '>' -> "\\textgreater{}";
                        case '|' -> "\\textbar{}";
                        case '&', '%', '$', '#', '_', '{', '}' -> "\\" + c;
                        case '\n', '\r', '\t' -> " ";
                        default -> String.valueOf(c);
                    });
        }
        return out.toString();
    }
}
