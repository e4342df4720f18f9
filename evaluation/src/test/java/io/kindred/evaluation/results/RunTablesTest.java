package io.kindred.evaluation.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.evaluation.experiment.ModelResult;
import io.kindred.evaluation.experiment.RunResults;
import io.kindred.evaluation.experiment.SeedResult;
import io.kindred.evaluation.html.Format;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunTablesTest {
    private static final String ODD = "a|b_c*d\\e&f%g$h{i}<j>`k`";

    private static double mean(ModelResult model, String metric) {
        return model.seeds().stream()
                .map(SeedResult::report)
                .mapToDouble(report -> report.metrics().get(metric))
                .average()
                .orElseThrow();
    }

    @Test
    void figuresAreMeansOverTheSeedsAndTheBestStandsOut() {
        RunResults run = GeneratedRun.ofModels(3).withSeeds(3).run();
        double[] means =
                run.models().stream().mapToDouble(m -> mean(m, "auc")).sorted().toArray();

        String markdown = MarkdownReport.of(run);
        String latex = LatexTable.of(run);

        assertThat(markdown)
                .contains("**" + Format.NUMBER.text(means[2]) + "** ± ")
                .contains(" *" + Format.NUMBER.text(means[1]) + "* ± ")
                .contains("standard deviation over 3 seeds");
        assertThat(latex)
                .contains("\\textbf{" + Format.NUMBER.text(means[2]) + "} $\\pm$ ")
                .contains("\\underline{" + Format.NUMBER.text(means[1]) + "} $\\pm$ ")
                .contains("\\toprule", "\\midrule", "\\bottomrule")
                .contains("$^{\\mathrm{a}}$");
    }

    @Test
    void oneSeedIsGivenWithItsInterval() {
        RunResults run = GeneratedRun.ofModels(2).run();

        assertThat(MarkdownReport.of(run)).containsPattern("0\\.\\d{4}\\** \\[0\\.\\d{4}, 0\\.\\d{4}]");
        assertThat(LatexTable.of(run))
                .containsPattern("\\$ \\[0\\.\\d{4}, 0\\.\\d{4}]")
                .contains("95\\% bootstrap interval");
    }

    @Test
    void namesAreEscaped() {
        RunResults run = GeneratedRun.ofModels(0).named(List.of(ODD)).run();

        assertThat(MarkdownReport.of(run)).contains("| a\\|b\\_c\\*d\\\\e&amp;f%g\\$h{i}\\<j\\>\\`k\\` |");
        assertThat(LatexTable.of(run))
                .contains(
                        "\na\\textbar{}b\\_c*d\\textbackslash{}e\\&f\\%g\\$h\\{i\\}\\textless{}j\\textgreater{}`k` & ");
    }

    @Test
    void everyRowOfTheLatexTableHasTheSameNumberOfCells() {
        String latex = LatexTable.of(GeneratedRun.ofModels(4).run());

        List<String> rows = latex.lines().filter(line -> line.endsWith("\\\\")).toList();

        assertThat(rows).hasSize(5);
        assertThat(rows).allSatisfy(row -> assertThat(row.split(" & "))
                .hasSameSizeAs(rows.getFirst().split(" & ")));
    }

    @Test
    void failuresAndWhatWasSearchedAreTold() {
        RunResults run = GeneratedRun.ofModels(2)
                .withCourses()
                .withFailure("not enough memory")
                .run();

        assertThat(MarkdownReport.of(run))
                .contains("- broken failed: not enough memory")
                .contains("Every searched model had the same budget: 4 trials. Not searched: broken.")
                .contains("kindred experiment run noise.yaml");
    }
}
