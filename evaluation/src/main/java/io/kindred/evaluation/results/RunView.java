package io.kindred.evaluation.results;

import io.kindred.core.KindredException;
import io.kindred.evaluation.experiment.ModelResult;
import io.kindred.evaluation.experiment.RunResults;
import io.kindred.evaluation.experiment.RunStatistics;
import io.kindred.evaluation.report.Leaderboard;
import io.kindred.evaluation.stats.AllPairs;
import io.kindred.evaluation.stats.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A run as its readers want it: the models best first with their figures over the seeds, what the tests say, and what failed.
 * Immutable.
 *
 * @param run everything
 * @param metric what ranks the models
 * @param models those with results, best first; models without the metric last
 * @param failed those without, in the order of the experiment
 * @param statistics of the metric; empty where it has no per-user values or two models have no users in common
 */
record RunView(
        RunResults run,
        String metric,
        List<ModelFigures> models,
        List<ModelResult> failed,
        Optional<RunStatistics> statistics) {
    private static final Set<String> ACCURACY = Set.of(
            "hit",
            "recall",
            "recall-capped",
            "precision",
            "ndcg",
            "mrr",
            "map",
            "auc",
            "gauc",
            "rmse",
            "mae",
            "logloss");
    private static final List<String> SHOWN = List.of(
            "ndcg",
            "recall",
            "precision",
            "hit",
            "mrr",
            "map",
            "auc",
            "rmse",
            "mae",
            "coverage",
            "diversity",
            "novelty",
            "gini");

    RunView {
        models = List.copyOf(models);
        failed = List.copyOf(failed);
    }

    static RunView of(RunResults run) {
        String metric = run.facts().chooseBy();
        List<ModelFigures> models = new ArrayList<>();
        List<ModelResult> failed = new ArrayList<>();
        for (ModelResult model : run.models()) {
            if (model.seeds().isEmpty()) {
                failed.add(model);
            } else {
                models.add(ModelFigures.of(model));
            }
        }
        double sign = Leaderboard.lowerIsBetter(metric) ? 1 : -1;
        models.sort(Comparator.comparingDouble(
                model -> model.has(metric) ? sign * model.mean(metric) : Double.POSITIVE_INFINITY));
        return new RunView(run, metric, models, failed, statistics(run, metric));
    }

    private static Optional<RunStatistics> statistics(RunResults run, String metric) {
        try {
            return Optional.of(RunStatistics.of(run, metric));
        } catch (KindredException nothingToCompare) {
            // Such as a metric of all lists together, or models measured on different users: the page says so.
            return Optional.empty();
        }
    }

    /** The run's name and the experiment's. */
    String title() {
        return run.facts().name();
    }

    /** The cut-off of the ranking metric, else the largest one. */
    int cutoff() {
        int at = metric.indexOf('@');
        return at >= 0
                ? Integer.parseInt(metric.substring(at + 1))
                : run.facts().at().isEmpty() ? 0 : run.facts().at().getLast();
    }

    /** "sampled-99-uniform:" where candidates were sampled, else nothing. */
    String prefix() {
        int colon = metric.indexOf(':');
        return colon < 0 ? "" : metric.substring(0, colon + 1);
    }

    /** A metric of this name at the cut-off, as models have it. */
    String at(String name) {
        return prefix() + name + "@" + cutoff();
    }

    /** Whether some model has a metric. */
    boolean has(String name) {
        return models.stream().anyMatch(model -> model.has(name));
    }

    /** The metrics of tables: the one that ranks, then the usual ones at its cut-off that some model has. */
    List<String> columns() {
        List<String> columns = new ArrayList<>(List.of(metric));
        for (String name : SHOWN) {
            for (String full : List.of(at(name), name + "@" + cutoff(), prefix() + name)) {
                if (has(full) && !columns.contains(full)) {
                    columns.add(full);
                }
            }
        }
        return columns;
    }

    /** Whether more or less of a metric is plainly better, so that a best value may be marked. */
    static boolean ranks(String metric) {
        String label = metric.substring(metric.indexOf(':') + 1);
        int at = label.indexOf('@');
        return ACCURACY.contains(at < 0 ? label : label.substring(0, at));
    }

    /** The interval of the ranking metric over users and seeds, where there is one. */
    Optional<Interval> interval(ModelFigures model) {
        return statistics
                .map(of -> of.seeds().get(model.name()))
                .flatMap(seeds -> seeds == null ? Optional.empty() : seeds.interval());
    }

    /** The letters of a model in the compact letter display; empty without tests. */
    String letters(ModelFigures model) {
        return statistics
                .map(RunStatistics::pairs)
                .map(pairs -> {
                    int at = pairs.names().indexOf(model.name());
                    return at < 0 ? "" : pairs.letters().get(at);
                })
                .orElse("");
    }

    /** What may be said about the best model. */
    String verdict() {
        if (models.isEmpty()) {
            return "No model of this run has results.";
        }
        ModelFigures best = models.getFirst();
        if (statistics.isEmpty() || models.size() == 1) {
            return best.name() + (models.size() == 1 ? " is the only model with results" : " has the best " + metric)
                    + ".";
        }
        AllPairs pairs = statistics.orElseThrow().pairs();
        List<String> beaten = new ArrayList<>();
        List<String> open = new ArrayList<>();
        String leader = best.name();
        int first = pairs.names().indexOf(leader);
        for (ModelFigures model : models.subList(1, models.size())) {
            int other = pairs.names().indexOf(model.name());
            if (first >= 0 && other >= 0) {
                (pairs.pair(first, other).different() ? beaten : open).add(model.name());
            }
        }
        String text = beaten.isEmpty()
                ? leader + " has the best " + metric + "."
                : leader + " is better on " + metric + " than " + named(beaten)
                        + " (paired t and Wilcoxon on per-user values, Holm-corrected for all pairs, p < "
                        + AllPairs.SIGNIFICANCE + ").";
        return open.isEmpty() ? text : text + " No difference is shown to " + named(open) + ".";
    }

    private static String named(List<String> names) {
        return names.size() == 1
                ? names.getFirst()
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}
