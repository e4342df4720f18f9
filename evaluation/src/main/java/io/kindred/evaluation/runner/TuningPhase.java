package io.kindred.evaluation.runner;

import io.kindred.core.KindredException;
import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.TrainingContext;
import io.kindred.evaluation.EvaluationOptions;
import io.kindred.evaluation.definition.ExperimentFile;
import io.kindred.evaluation.experiment.ModelResult;
import io.kindred.evaluation.experiment.TrialRecord;
import io.kindred.evaluation.search.Direction;
import io.kindred.evaluation.search.Objective;
import io.kindred.evaluation.search.Search;
import io.kindred.evaluation.search.SearchResult;
import io.kindred.evaluation.search.SearchRun;
import io.kindred.evaluation.search.SearchSettings;
import io.kindred.evaluation.search.ValidationObjective;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Chooses the settings of the models that have a space, on the validation part of the first seed; every model has the same
 * budget. Trials are kept as they end, and those of a broken-off run are not run again. Of one model no two trials run at the
 * same time, so that what is chosen does not depend on how many models are searched at once. Used once, by one thread.
 */
final class TuningPhase {
    private final ExperimentFile file;
    private final ModelCatalog catalog;
    private final Divider divider;
    private final Capacity capacity;
    private final String device;
    private final RunListener listener;

    TuningPhase(
            ExperimentFile file,
            ModelCatalog catalog,
            Divider divider,
            Capacity capacity,
            String device,
            RunListener listener) {
        this.file = file;
        this.catalog = catalog;
        this.divider = divider;
        this.capacity = capacity;
        this.device = device;
        this.listener = listener;
    }

    /**
     * What was chosen, and what a reader must know of it.
     *
     * @param models in the order given, with the settings to be tested
     * @param notes of the searches
     */
    record Chosen(List<ModelResult> models, List<String> notes) {}

    Chosen run(List<PlannedModel> models, TrialLog log) throws IOException, InterruptedException {
        List<PlannedModel> searched =
                models.stream().filter(model -> model.space().isPresent()).toList();
        List<String> notes = new ArrayList<>();
        List<SearchResult> found = new ArrayList<>();
        Finalists finalists = null;
        if (!searched.isEmpty()) {
            int workers = Math.clamp(capacity.atOnce(), 1, searched.size());
            int threads = Math.max(1, capacity.threads() / workers);
            Tuning tuning = divider.tuning(file.seeds().getFirst());
            List<TrialRecord> earlier = log.read();
            MemoryGate gate = new MemoryGate(capacity.memory());
            List<Search> searches = new ArrayList<>();
            for (PlannedModel model : searched) {
                searches.add(search(model, tuning, threads, earlier, gate));
            }
            earlier.forEach(trial -> listener.trial(trial, true));
            found.addAll(new SearchRun(searches)
                    .withWorkers(workers, 1)
                    .withListener(trial -> keep(log, trial))
                    .run());
            found.forEach(result -> notes.addAll(result.notes()));
            notes.add(fairness(models, searched));
            finalists = new Finalists(file, catalog, divider, capacity, device);
        }
        List<ModelResult> chosen = new ArrayList<>();
        for (PlannedModel model : models) {
            int at = searched.indexOf(model);
            chosen.add(at < 0 ? unsearched(model) : best(model, found.get(at), finalists, notes));
        }
        return new Chosen(chosen, notes);
    }

    private Search search(PlannedModel model, Tuning tuning, int threads, List<TrialRecord> earlier, MemoryGate gate) {
        Objective objective = objective(model, tuning, file.seeds().getFirst(), threads);
        RunTask size = new RunTask(model.title(), model.model(), model.parameters(), 0);
        Objective gated = trial -> {
            long bytes = MemoryEstimate.bytes(catalog, size, tuning.data().interactions(), threads);
            gate.enter(bytes);
            try {
                return objective.measure(trial);
            } finally {
                gate.leave(bytes);
            }
        };
        SearchSettings settings = new SearchSettings(
                model.title(),
                file.search().sampler(),
                file.search().pruner(),
                Direction.MAXIMIZE,
                file.search().seed(),
                file.budget().budget());
        List<TrialRecord> its = earlier.stream()
                .filter(trial -> trial.model().equals(model.title()))
                .toList();
        return new Search(settings, model.space().orElseThrow(), gated, its);
    }

    private Objective objective(PlannedModel model, Tuning tuning, long seed, int threads) {
        TrainingContext context =
                TrainingContext.ofSeed(seed).withThreads(threads).withDevice(device);
        // A tested model that stops early by its validation part is chosen in the same way.
        TrainingContext its =
                divider.refit() ? context : context.withValidation(tuning.task().target());
        EvaluationOptions options =
                file.metrics().options(seed).withBeyondAccuracy(false).withThreads(threads);
        return new ValidationObjective(
                catalog,
                model.model(),
                tuning.data(),
                tuning.task(),
                options,
                file.metrics().decisive(),
                its);
    }

    private void keep(TrialLog log, TrialRecord trial) {
        try {
            log.add(trial);
        } catch (IOException e) {
            throw new UncheckedIOException("a trial cannot be kept", e);
        }
        listener.trial(trial, false);
    }

    private ModelResult best(PlannedModel model, SearchResult found, Finalists finalists, List<String> notes)
            throws InterruptedException {
        if (found.best().isEmpty()) {
            String why = found.trials().isEmpty()
                    ? "no trial was begun"
                    : "no trial succeeded; the last failed with: "
                            + found.trials().getLast().failure();
            return result(model, model.parameters(), found, Double.NaN, why);
        }
        TrialRecord best = found.best().get();
        if (file.search().finalists() == 1 || file.seeds().size() == 1) {
            return result(model, best.parameters(), found, best.value(), "");
        }
        try {
            TrialRecord winner = finalists.best(model, found.trials());
            notes.add(model.title() + ": the best " + file.search().finalists() + " settings were compared on the"
                    + " validation parts of all seeds");
            return result(model, winner.parameters(), found, winner.value(), "");
        } catch (KindredException e) {
            return result(model, best.parameters(), found, best.value(), e.getMessage());
        }
    }

    private static ModelResult result(
            PlannedModel model, Map<String, Object> parameters, SearchResult found, double validation, String failure) {
        return new ModelResult(
                model.title(),
                model.model(),
                parameters,
                found.trials().size(),
                found.seconds(),
                validation,
                List.of(),
                failure);
    }

    private static ModelResult unsearched(PlannedModel model) {
        return new ModelResult(model.title(), model.model(), model.parameters(), 0, 0, Double.NaN, List.of(), "");
    }

    private String fairness(List<PlannedModel> models, List<PlannedModel> searched) {
        String same = "Settings were searched for on validation with the same budget for every model: "
                + file.budget().budget().text() + ".";
        List<String> others = models.stream()
                .filter(model ->
                        !searched.contains(model) && !model.parameters().isEmpty())
                .map(PlannedModel::title)
                .toList();
        return others.isEmpty()
                ? same
                : same + " Not searched: " + String.join(", ", others) + ", which puts "
                        + (others.size() == 1 ? "it" : "them") + " at a disadvantage.";
    }
}
