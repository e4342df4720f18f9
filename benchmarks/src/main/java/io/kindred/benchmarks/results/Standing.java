package io.kindred.benchmarks.results;

import io.kindred.evaluation.stats.PairedTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A contestant with its figures on the test part. Immutable.
 *
 * @param found the setting chosen on validation data
 * @param runs one for each seed
 */
record Standing(Search.Found found, List<TestRun> runs) {
    String name() {
        return found.contestant().name();
    }

    /** The mean of a metric over the seeds. */
    double mean(String metric) {
        return runs.stream().mapToDouble(r -> r.metric(metric)).average().orElse(Double.NaN);
    }

    /** The standard deviation of a metric over the seeds, with n - 1 below the line; NaN for one seed. */
    double spread(String metric) {
        double mean = mean(metric);
        double squares = runs.stream()
                .mapToDouble(r -> (r.metric(metric) - mean) * (r.metric(metric) - mean))
                .sum();
        return Math.sqrt(squares / (runs.size() - 1));
    }

    double trainSeconds() {
        return runs.stream().mapToDouble(TestRun::trainSeconds).average().orElse(Double.NaN);
    }

    /** Best mean first. */
    static List<Standing> ranked(List<Standing> standings, String metric) {
        return standings.stream()
                .sorted(Comparator.comparingDouble((Standing s) -> s.mean(metric))
                        .reversed())
                .toList();
    }

    /**
     * What may be said about the best: which others it beats, by paired tests on the per-user values of the first seed.
     *
     * @param ranked best first
     */
    static String verdict(List<Standing> ranked, String metric) {
        Standing best = ranked.getFirst();
        List<Standing> others = new ArrayList<>();
        List<Double> t = new ArrayList<>();
        List<Double> wilcoxon = new ArrayList<>();
        for (Standing other : ranked.subList(1, ranked.size())) {
            double[][] pairs =
                    best.runs.getFirst().perUser().paired(other.runs.getFirst().perUser(), metric);
            Optional<PairedTest> byMeans = PairedTest.t(pairs[0], pairs[1]);
            Optional<PairedTest> byRanks = PairedTest.wilcoxon(pairs[0], pairs[1]);
            if (byMeans.isPresent() && byRanks.isPresent()) {
                others.add(other);
                t.add(byMeans.get().p());
                wilcoxon.add(byRanks.get().p());
            }
        }
        double[] adjustedT =
                PairedTest.holm(t.stream().mapToDouble(Double::doubleValue).toArray());
        double[] adjustedWilcoxon = PairedTest.holm(
                wilcoxon.stream().mapToDouble(Double::doubleValue).toArray());
        List<String> beaten = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            boolean better =
                    Math.max(adjustedT[i], adjustedWilcoxon[i]) < io.kindred.evaluation.report.Comparison.SIGNIFICANCE
                            && best.runs.getFirst().metric(metric)
                                    > others.get(i).runs.getFirst().metric(metric);
            (better ? beaten : open).add(others.get(i).name());
        }
        StringBuilder text = new StringBuilder("**" + best.name() + "** has the best " + metric + ".");
        if (!beaten.isEmpty()) {
            text.append(" It is better than ")
                    .append(String.join(", ", beaten))
                    .append(" (paired t and Wilcoxon on per-user values of the first seed, Holm-corrected p < 0.05).");
        }
        if (!open.isEmpty()) {
            text.append(" No difference is shown to ")
                    .append(String.join(", ", open))
                    .append('.');
        }
        return text.toString();
    }
}
