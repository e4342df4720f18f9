package io.kindred.evaluation.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import io.kindred.evaluation.split.Fractions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExperimentFileTest {
    private static ExperimentFile parse(String text) {
        return ExperimentFile.parse(text, "movies.yaml");
    }

    @Test
    void twoLinesAreEnough() {
        ExperimentFile file = parse("data: ratings.csv\nmodels: [popularity, als]\n");

        assertThat(file.data().path()).contains("ratings.csv");
        assertThat(file.models()).extracting(ModelEntry::title).containsExactly("popularity", "als");
        assertThat(file.seeds()).containsExactly(42L);
        assertThat(file.protocol().name()).isEmpty();
        assertThat(file.protocol().fractions()).isEqualTo(Fractions.DEFAULT);
        assertThat(file.metrics().at()).containsExactly(5, 10, 20);
        assertThat(file.metrics().decisive()).isEqualTo("ndcg@10");
        assertThat(file.metrics().candidates()).isEqualTo("all");
        assertThat(file.filters().duplicates()).isEqualTo(Filters.Duplicates.ALL);
        assertThat(file.budget().trials()).isEqualTo(20);
        assertThat(file.search().strategy()).isEqualTo(SearchPlan.Strategy.TPE);
        assertThat(file.searches()).isFalse();
    }

    @Test
    void everyKeyIsRead() {
        ExperimentFile file = parse("""
                name: movies
                data: {train: a.csv, valid: b.csv, test: c.csv, format: csv, columns: {user: buyer}, strict: true}
                filters:
                  minRating: 3.5
                  minUser: 5
                  minItem: 4
                  eventTypes: [view, buy]
                  from: 2020-01-01
                  to: 2021-01-01T12:00:00Z
                  duplicates: last
                protocol: {name: given, ratios: [0.7, 0.2, 0.1], folds: 3, foldIn: 0.5, minPrefix: 2, seed: 9, refit: false}
                models:
                  - {model: als, name: big, parameters: {factors: 128}, space: {epochs: [1, 2]}}
                metrics: {at: [20, 10], chooseBy: recall@20, candidates: all-with-seen, maskValidation: true,
                          beyondAccuracy: false, resamples: 0, show: [mrr@10]}
                search: {strategy: grid, seed: 3, points: 4, pruning: asha, minEpochs: 2, eta: 3, finalists: 2}
                budget: {trials: 7, seconds: 60, processorSeconds: 50, trialSeconds: 10}
                seeds: [1, 2, 3]
                """);

        assertThat(file.name()).contains("movies");
        assertThat(file.data())
                .isEqualTo(new DataSource(
                        Optional.empty(),
                        Optional.of("a.csv"),
                        Optional.of("b.csv"),
                        Optional.of("c.csv"),
                        Optional.of("csv"),
                        Map.of("user", "buyer"),
                        true));
        assertThat(file.filters().fromSeconds()).contains(1_577_836_800L);
        assertThat(file.filters().toSeconds()).contains(1_609_502_400L);
        assertThat(file.filters().minRating()).contains(3.5);
        assertThat(file.filters().eventTypes()).containsExactly("view", "buy");
        assertThat(file.protocol().settings(5, true).seed()).isEqualTo(9);
        assertThat(file.protocol().refit()).contains(false);
        ModelEntry model = file.models().getFirst();
        assertThat(model.title()).isEqualTo("big");
        assertThat(model.line()).isEqualTo(13);
        assertThat(model.parameters()).containsEntry("factors", 128L);
        assertThat(model.space()).contains(Map.of("epochs", List.of(1L, 2L)));
        assertThat(file.metrics().at()).containsExactly(10, 20);
        assertThat(file.metrics().decisive()).isEqualTo("recall@20");
        assertThat(file.metrics().options(8).resamples()).isZero();
        assertThat(file.metrics().options(8).seed()).isEqualTo(8);
        assertThat(file.search().pruner().name()).isEqualTo("asha");
        assertThat(file.budget().budget().text())
                .isEqualTo("7 trials, at most 60 s, at most 50 s of processor time, at most 10 s for a trial");
        assertThat(file.seeds()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void oneValueStandsForTheMappingItBelongsTo() {
        ExperimentFile file =
                parse("data: a\nmodels: als\nprotocol: ratio\nbudget: 3\nsearch: random\nmetrics: 5\nseeds: 7\n");

        assertThat(file.models()).hasSize(1);
        assertThat(file.protocol().name()).contains("ratio");
        assertThat(file.budget().trials()).isEqualTo(3);
        assertThat(file.search().strategy()).isEqualTo(SearchPlan.Strategy.RANDOM);
        assertThat(file.metrics().decisive()).isEqualTo("ndcg@5");
        assertThat(file.seeds()).containsExactly(7L);
    }

    @Test
    void theMetricOfSampledCandidatesHasTheirName() {
        ExperimentFile file = parse("data: a\nmodels: [als]\nmetrics: {candidates: sampled-99-uniform}\n");

        assertThat(file.metrics().decisive()).isEqualTo("sampled-99-uniform:ndcg@10");
    }

    /** A file and what is said of it. */
    record Fault(String text, String message) {}

    static List<Fault> faults() {
        String good = "data: a\nmodels: [als]\n";
        return List.of(
                new Fault(
                        "data: a\nmodles: [als]\n",
                        "movies.yaml line 2: unknown key 'modles'; legal here: name, data, filters, protocol, models,"
                                + " metrics, search, budget, seeds; did you mean 'models'?"),
                new Fault(
                        good + "filters:\n  minUsers: 5\n",
                        "movies.yaml line 4: unknown key 'minUsers' under 'filters'; legal here: minRating, minUser,"
                                + " minItem, eventTypes, from, to, duplicates; did you mean 'minUser'?"),
                new Fault(
                        "data: a\nmodels:\n  - als\n  - model: bpr\n    params: {epochs: 3}\n",
                        "movies.yaml line 5: unknown key 'params' under 'models'; legal here: model, name, parameters,"
                                + " space"),
                new Fault(
                        "models: [als]\n",
                        "movies.yaml line 1: the key 'data' is missing: where the data are: a path, or the keys of"
                                + " `data`"),
                new Fault(
                        "data: a\nmodels:\n  - name: x\n",
                        "movies.yaml line 3: 'models' needs the key 'model': the model; 'kindred models list' names"
                                + " them all"),
                new Fault(
                        "data: a\nmodels: []\n",
                        "movies.yaml line 1: models is empty; name at least one, as in models:"
                                + " [popularity, item-knn]"),
                new Fault(
                        "data: a\nmodels:\n  - als\n  - als\n",
                        "movies.yaml line 1: two models are called 'als', in lines 3 and 4; give one of them another"
                                + " name with 'name:'"),
                new Fault(
                        "data: a\nmodels: [{model: als, name: ../x}]\n",
                        "movies.yaml line 2: 'models': the name '../x' must begin with a letter or digit and go on with"
                                + " letters, digits, dots, hyphens and underscores, 64 at most"),
                new Fault(
                        "data: {path: a, train: b}\nmodels: [als]\n",
                        "movies.yaml line 1: 'data': give either path, or train and test, not both"),
                new Fault(
                        "data: {train: b}\nmodels: [als]\n",
                        "movies.yaml line 1: 'data': the data come divided, so both train and test are needed"),
                new Fault(
                        "data: {strict: true}\nmodels: [als]\n",
                        "movies.yaml line 1: 'data': no data are named: give path, or train and test"),
                new Fault(
                        good + "protocol: tempral\n",
                        "movies.yaml line 3: 'protocol': unknown protocol 'tempral'; available: leave-last-out, ratio,"
                                + " temporal, k-fold, k-fold-users, strong-generalization, given, next-item; did you"
                                + " mean 'temporal'?"),
                new Fault(
                        good + "protocol: {ratios: [0.8, 0.3, 0.1]}\n",
                        "movies.yaml line 3: 'protocol': the split ratios 0.8, 0.3, 0.1 must be positive (validation may"
                                + " be 0) and add up to 1, as in 0.8, 0.1, 0.1"),
                new Fault(
                        good + "protocol: {folds: many}\n",
                        "movies.yaml line 3: 'protocol.folds' is 'many' but must be a whole number"),
                new Fault(
                        good + "protocol: {refit: maybe}\n",
                        "movies.yaml line 3: 'protocol.refit' is 'maybe' but must be true or false"),
                new Fault(
                        good + "filters: {from: yesterday}\n",
                        "movies.yaml line 3: 'filters': from is 'yesterday' but must be a day such as 2024-01-31 or a"
                                + " moment such as 2024-01-31T12:00:00Z"),
                new Fault(
                        good + "filters: {from: 2021-01-01, to: 2020-01-01}\n",
                        "movies.yaml line 3: 'filters': there is nothing between from 2021-01-01 and to 2020-01-01"),
                new Fault(
                        good + "filters: {minUser: 0}\n",
                        "movies.yaml line 3: 'filters': minUser is 0 but must be at least 1"),
                new Fault(
                        good + "filters: {duplicates: newest}\n",
                        "movies.yaml line 3: 'filters.duplicates' is 'newest' but must be one of all, first, last"),
                new Fault(
                        good + "filters: [5]\n",
                        "movies.yaml line 3: 'filters' is a list but must be keys with values; legal here: minRating,"
                                + " minUser, minItem, eventTypes, from, to, duplicates"),
                new Fault(
                        good + "metrics: {at: [0]}\n",
                        "movies.yaml line 3: 'metrics': the cut-offs are [0] but there must be at least one, each from 1"
                                + " to 10000"),
                new Fault(
                        good + "metrics: {chooseBy: ndgc@10}\n",
                        "movies.yaml line 3: 'metrics': chooseBy is 'ndgc@10' but must be hit, recall, recall-capped,"
                                + " precision, ndcg, mrr or map with a cut-off, as in ndcg@10, or auc"),
                new Fault(
                        good + "metrics: {at: [5], chooseBy: ndcg@10}\n",
                        "movies.yaml line 3: 'metrics': chooseBy is 'ndcg@10' but the cut-offs under 'at' are [5]; add"
                                + " 10 to them"),
                new Fault(
                        good + "metrics: {candidates: some}\n",
                        "movies.yaml line 3: 'metrics': unknown candidates 'some'; available: all, all-with-seen,"
                                + " sampled-99-uniform (any number)"),
                new Fault(
                        good + "search: bayes\n",
                        "movies.yaml line 3: 'search.strategy' is 'bayes' but must be one of grid, random, tpe"),
                new Fault(
                        good + "budget: 0\n",
                        "movies.yaml line 3: 'budget': a search has a budget of 0 trials, Infinity s, Infinity s of"
                                + " processor time and Infinity s for a trial; each must be above 0"),
                new Fault(
                        good + "seeds: [1, 1]\n",
                        "movies.yaml line 1: seeds is [1, 1] but must be at least one number, each once"),
                new Fault(good + "seeds: [1.5]\n", "movies.yaml line 3: 'seeds' is '1.5' but must be a whole number"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void everyFaultIsSaidWithItsLineAndTheWayOut(Fault fault) {
        assertThatThrownBy(() -> parse(fault.text()))
                .isInstanceOf(KindredException.class)
                .hasMessage(fault.message());
    }
}
