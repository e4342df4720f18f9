package io.kindred.evaluation.definition;

import io.kindred.core.KindredException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An experiment as its file describes it. Immutable.
 *
 * @param name of the experiment; empty for the file's name
 * @param data where the data are
 * @param filters which of them count
 * @param protocol how they are divided
 * @param models what is trained
 * @param metrics what is measured
 * @param search how settings are searched for
 * @param budget how much a search may use
 * @param seeds of split and training
 */
public record ExperimentFile(
        @Key(
                doc = "what the experiment is called; by default the file's name",
                legal = "letters, digits, dots, hyphens and underscores")
        Optional<String> name,

        @Key(doc = "where the data are: a path, or the keys of `data`", required = true)
        DataSource data,

        @Key(doc = "which interactions count: the keys of `filters`")
        Filters filters,

        @Key(doc = "how the data are divided: a name, or the keys of `protocol`")
        Protocol protocol,

        @Key(doc = "the models: names, or the keys of `models`", required = true)
        List<ModelEntry> models,

        @Key(doc = "what is measured: the keys of `metrics`")
        Measures metrics,

        @Key(doc = "how settings are searched for: a strategy, or the keys of `search`")
        SearchPlan search,

        @Key(doc = "what each model's search may use: a number of trials, or the keys of `budget`")
        TrialBudget budget,

        @Key(doc = "every model is trained and measured once with each; the search is on the first", preset = "42")
        List<Long> seeds) {
    public ExperimentFile {
        models = List.copyOf(models);
        seeds = List.copyOf(seeds);
        name.ifPresent(given -> {
            if (!given.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
                throw new KindredException("the name '" + given
                        + "' must begin with a letter or digit and go on with letters, digits, dots, hyphens and"
                        + " underscores, 64 at most");
            }
        });
        if (models.isEmpty()) {
            throw new KindredException("models is empty; name at least one, as in models: [popularity, item-knn]");
        }
        if (seeds.isEmpty() || new HashSet<>(seeds).size() != seeds.size()) {
            throw new KindredException("seeds is " + seeds + " but must be at least one number, each once");
        }
        Map<String, ModelEntry> titles = new LinkedHashMap<>();
        for (ModelEntry entry : models) {
            ModelEntry before = titles.put(entry.title(), entry);
            if (before != null) {
                throw new KindredException("two models are called '" + entry.title() + "', in lines " + before.line()
                        + " and " + entry.line() + "; give one of them another name with 'name:'");
            }
        }
    }

    /**
     * Reads a file's text.
     *
     * @param file its name, for errors
     * @throws KindredException naming file, line and key of the first fault, what is legal there and what was probably meant
     */
    public static ExperimentFile parse(String text, String file) {
        return new RecordBinder(file).bind(ExperimentFile.class, YamlReader.read(text, file), "");
    }

    /** Whether some model's settings are searched for. */
    public boolean searches() {
        return models.stream().anyMatch(entry -> entry.space().isPresent());
    }

    /** The names of the models. */
    public Set<String> titles() {
        Set<String> titles = new java.util.LinkedHashSet<>();
        models.forEach(entry -> titles.add(entry.title()));
        return titles;
    }
}
