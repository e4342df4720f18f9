package io.kindred.cli.command;

import io.kindred.cli.UsageException;
import io.kindred.cli.console.Console;
import io.kindred.cli.console.Table;
import io.kindred.cli.offpolicy.BanditLog;
import io.kindred.cli.offpolicy.BanditLogFile;
import io.kindred.cli.offpolicy.PolicyChoice;
import io.kindred.cli.offpolicy.RewardChoice;
import io.kindred.core.KindredException;
import io.kindred.evaluation.offpolicy.BanditFeedback;
import io.kindred.evaluation.offpolicy.ClippedIps;
import io.kindred.evaluation.offpolicy.CrossFitting;
import io.kindred.evaluation.offpolicy.Estimate;
import io.kindred.evaluation.offpolicy.Estimator;
import io.kindred.evaluation.offpolicy.Intervals;
import io.kindred.evaluation.offpolicy.LoggedImpressions;
import io.kindred.evaluation.offpolicy.OffPolicyEvaluation;
import io.kindred.evaluation.offpolicy.OffPolicyReport;
import io.kindred.evaluation.offpolicy.RewardLearner;
import io.kindred.evaluation.offpolicy.RewardModel;
import io.kindred.evaluation.offpolicy.ShrunkDr;
import io.kindred.evaluation.offpolicy.Slope;
import io.kindred.evaluation.offpolicy.SwitchDr;
import io.kindred.evaluation.offpolicy.WeightedLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.DoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kindred off-policy}: what a policy would have earned, estimated from a log of another one's choices. */
@Command(
        name = "off-policy",
        description = "Estimates from a log of choices what another policy would have earned.",
        mixinStandardHelpOptions = true)
public final class OffPolicyCommand implements Callable<Integer> {
    private static final double[] CANDIDATES = {1, 2, 5, 10, 20, 50, 100, 1000, Double.POSITIVE_INFINITY};

    @Mixin
    private OutputOption output;

    @Parameters(
            paramLabel = "LOG",
            description =
                    "A table with a header (commas or tabs, also .gz) as in the Open Bandit data set, or the folder of an"
                            + " event log with impressions.")
    private Path log;

    @Option(
            names = "--policy",
            required = true,
            paramLabel = "POLICY",
            description =
                    "What is judged: uniform, epsilon-greedy:EPSILON, softmax:TEMPERATURE or power:EXPONENT over predicted"
                            + " rewards, or column:NAME with its probability of each logged action.")
    private String policy;

    @Option(
            names = "--reward-model",
            defaultValue = "means:20",
            paramLabel = "MODEL",
            description =
                    "What predicts rewards: means:ROUNDS for smoothed means of action and position, ridge:STRENGTH or"
                            + " logistic:STRENGTH on the context (default: ${DEFAULT-VALUE}).")
    private String rewardModel;

    @Option(
            names = "--fit-share",
            defaultValue = "0.5",
            paramLabel = "SHARE",
            description = "Share of the log, from its start, that fits policy and reward model; the rest is judged"
                    + " (default: ${DEFAULT-VALUE}). 0 judges all, with a reward model that is cross-fitted.")
    private double fitShare;

    @Option(
            names = "--folds",
            defaultValue = "3",
            paramLabel = "N",
            description = "Folds of the cross-fitting with --fit-share 0 (default: ${DEFAULT-VALUE}).")
    private int folds;

    @Option(
            names = "--clip",
            paramLabel = "W",
            description = "Largest weight of clipped-ips (default: chosen by SLOPE).")
    private Double clip;

    @Option(names = "--switch", paramLabel = "W", description = "Threshold of switch-dr (default: chosen by SLOPE).")
    private Double switchAt;

    @Option(names = "--lambda", paramLabel = "L", description = "Shrinkage of dr-os (default: chosen by SLOPE).")
    private Double lambda;

    @Option(
            names = "--interval",
            defaultValue = "bootstrap",
            paramLabel = "METHOD",
            description = "bootstrap, student-t or empirical-bernstein (default: ${DEFAULT-VALUE}).")
    private String interval;

    @Option(
            names = "--confidence",
            defaultValue = "0.95",
            paramLabel = "SHARE",
            description = "Of the intervals (default: ${DEFAULT-VALUE}).")
    private double confidence;

    @Option(names = "--seed", defaultValue = "42", paramLabel = "N", description = "Of the random draws (default: 42).")
    private long seed;

    @Option(
            names = "--column",
            paramLabel = "ROLE=NAME",
            description =
                    "Which column is the action, reward, propensity or position, where it is not one of the usual.")
    private Map<String, String> columns = Map.of();

    @Option(
            names = "--context",
            split = ",",
            paramLabel = "NAME",
            description = "Columns of numbers for reward models with a context; NAME* for all that begin so.")
    private List<String> contexts = List.of();

    @Option(
            names = "--window",
            defaultValue = "3600",
            paramLabel = "SECONDS",
            description = "Of an event log: how long after an impression an interaction is its reward"
                    + " (default: ${DEFAULT-VALUE}).")
    private long window;

    @Override
    public Integer call() throws IOException {
        Console console = output.console();
        PolicyChoice choice;
        RewardLearner learner;
        Intervals intervals;
        BanditLogFile reader;
        try {
            choice = PolicyChoice.of(policy);
            learner = RewardChoice.of(rewardModel);
            intervals = new Intervals(method(), confidence, 1000, seed);
            reader = new BanditLogFile(
                    columns, contexts, choice.isColumn() ? Optional.of(choice.column()) : Optional.empty());
            if (!(fitShare >= 0 && fitShare < 1) || (fitShare == 0 && folds < 2)) {
                throw new KindredException("--fit-share is " + fitShare + " and --folds " + folds
                        + "; the share must be from 0 to below 1, and with 0 there must be 2 folds or more");
            }
        } catch (KindredException e) {
            throw new UsageException(e);
        }
        BanditLog read = Files.isDirectory(log) ? impressions(choice) : reader.read(log);
        WeightedLog weighted = weighted(read, choice, learner);
        List<String> notes = new ArrayList<>(read.notes());
        List<Estimator> estimators = estimators(weighted, intervals, notes);
        OffPolicyReport report = new OffPolicyEvaluation(intervals).evaluate(weighted, estimators);
        print(console, read, report, notes);
        console.document(document(read, report, notes));
        return 0;
    }

    private Intervals.Method method() {
        for (Intervals.Method method : Intervals.Method.values()) {
            if (name(method).equals(interval)) {
                return method;
            }
        }
        throw new KindredException(
                "--interval is '" + interval + "' but must be bootstrap, student-t or empirical-bernstein");
    }

    private static String name(Intervals.Method method) {
        return method.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private BanditLog impressions(PolicyChoice choice) {
        if (choice.isColumn() || !contexts.isEmpty()) {
            throw new UsageException("an event log has no columns: --policy column:NAME and --context are for tables");
        }
        LoggedImpressions impressions = LoggedImpressions.read(log, window);
        return new BanditLog(
                impressions.rounds(),
                impressions.items(),
                Optional.empty(),
                impressions.withoutPropensity() == 0
                        ? List.of()
                        : List.of(impressions.withoutPropensity()
                                + " impressions are left out because they do not say how likely they were"));
    }

    private WeightedLog weighted(BanditLog read, PolicyChoice choice, RewardLearner learner) {
        BanditFeedback all = read.feedback();
        if (choice.isColumn()) {
            return WeightedLog.ofLogged(all, read.chosen().orElseThrow());
        }
        int fitted = (int) (fitShare * all.rounds());
        if (fitShare == 0) {
            RewardModel model = new CrossFitting(folds, seed).fit(learner, all);
            return WeightedLog.of(all, choice.over(model), model);
        }
        if (fitted == 0 || fitted == all.rounds()) {
            throw new KindredException("the log has " + all.rounds() + " rounds: too few to fit on " + fitShare
                    + " of them and judge the rest");
        }
        RewardModel model = learner.fit(all.slice(0, fitted));
        return WeightedLog.of(all.slice(fitted, all.rounds()), choice.over(model), model);
    }

    private List<Estimator> estimators(WeightedLog weighted, Intervals intervals, List<String> notes) {
        List<Estimator> estimators = new ArrayList<>(Estimator.plain(weighted.hasPredictions()));
        if (!weighted.overlaps()) {
            notes.add("no overlap: only what the reward model predicts is left");
            estimators.removeIf(Estimator::weighs);
            if (estimators.isEmpty()) {
                throw new KindredException("the policy never chooses any action that was logged:"
                        + " the log says nothing about it (no overlap)");
            }
            return estimators;
        }
        Slope slope = new Slope(intervals);
        estimators.add(tuned(weighted, slope, clip, ClippedIps::new, notes));
        if (weighted.hasPredictions()) {
            estimators.add(tuned(weighted, slope, switchAt, SwitchDr::new, notes));
            estimators.add(tuned(weighted, slope, lambda, ShrunkDr::new, notes));
        } else {
            notes.add(
                    "only the probabilities of logged actions are known: estimators with a reward model are left out");
        }
        return estimators;
    }

    private static Estimator tuned(
            WeightedLog weighted,
            Slope slope,
            Double given,
            DoubleFunction<? extends Estimator> family,
            List<String> notes) {
        if (given != null) {
            return family.apply(given);
        }
        Estimator chosen = slope.choose(weighted, CANDIDATES, family).chosen();
        notes.add("SLOPE chose " + chosen.name() + " among " + CANDIDATES.length + " values from 1 to infinity");
        return chosen;
    }

    private void print(Console console, BanditLog read, OffPolicyReport report, List<String> notes) {
        console.print(String.format(
                Locale.ROOT,
                "%s on %,d of %,d rounds, %d actions, %d %s",
                policy,
                report.overlap().rounds(),
                read.feedback().rounds(),
                read.feedback().actionCount(),
                read.feedback().positionCount(),
                read.feedback().positionCount() == 1 ? "position" : "positions"));
        Table table = new Table(
                "estimator", "value", Math.round(100 * confidence) + "% interval", "std. error", "effective rounds");
        for (Estimate estimate : report.estimates()) {
            table.row(
                    estimate.estimator(),
                    number(estimate.value()),
                    estimate.interval()
                            .map(i -> number(i.low()) + " to " + number(i.high()))
                            .orElse(""),
                    number(estimate.standardError()),
                    estimate.effectiveSampleSize() == 0
                            ? "-"
                            : String.format(Locale.ROOT, "%,.1f", estimate.effectiveSampleSize()));
        }
        table.lines().forEach(console::print);
        console.print(String.format(
                Locale.ROOT,
                "the log itself earned %s a round; the judged rounds are worth %,.1f for this policy",
                number(report.loggedReward()),
                report.overlap().effectiveSampleSize()));
        notes.forEach(note -> console.note("note: " + note));
        report.overlap().warnings().forEach(warning -> console.note("warning: " + warning));
        for (Estimate estimate : report.estimates()) {
            estimate.warnings().forEach(warning -> console.note("warning: " + estimate.estimator() + ": " + warning));
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 0.1 ? "%.6f" : "%.4f", value);
    }

    private Map<String, Object> document(BanditLog read, OffPolicyReport report, List<String> notes) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("policy", policy);
        json.put("rounds", report.overlap().rounds());
        json.put("actions", read.feedback().actionCount());
        json.put("positions", read.feedback().positionCount());
        json.put("loggedReward", report.loggedReward());
        List<Object> estimates = new ArrayList<>();
        for (Estimate estimate : report.estimates()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("estimator", estimate.estimator());
            one.put("value", estimate.value());
            one.put(
                    "low",
                    estimate.interval().isPresent() ? estimate.interval().get().low() : null);
            one.put(
                    "high",
                    estimate.interval().isPresent() ? estimate.interval().get().high() : null);
            one.put("standardError", finite(estimate.standardError()));
            one.put("effectiveSampleSize", estimate.effectiveSampleSize());
            one.put("warnings", estimate.warnings());
            estimates.add(one);
        }
        json.put("estimates", estimates);
        json.put("interval", interval);
        json.put("confidence", confidence);
        Map<String, Object> overlap = new LinkedHashMap<>();
        overlap.put("effectiveSampleSize", report.overlap().effectiveSampleSize());
        overlap.put("largestWeight", report.overlap().largestWeight());
        overlap.put("largestShare", report.overlap().largestShare());
        overlap.put("meanWeight", report.overlap().meanWeight());
        overlap.put("meanWeightError", finite(report.overlap().meanWeightError()));
        overlap.put("withoutWeight", report.overlap().withoutWeight());
        overlap.put("uncovered", finite(report.overlap().uncovered()));
        overlap.put("rewarded", report.overlap().rewarded());
        json.put("overlap", overlap);
        json.put("warnings", report.overlap().warnings());
        json.put("notes", notes);
        return json;
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
