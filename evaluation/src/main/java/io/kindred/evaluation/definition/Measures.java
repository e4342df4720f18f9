package io.kindred.evaluation.definition;

import io.kindred.core.KindredException;
import io.kindred.core.data.FeatureTable;
import io.kindred.core.data.TrainingData;
import io.kindred.evaluation.Candidates;
import io.kindred.evaluation.EvaluationOptions;
import io.kindred.evaluation.metric.Groups;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is measured. Immutable.
 *
 * @param at cut-offs
 * @param chooseBy what ranks the models and is searched for; empty for ndcg at 10 or the cut-off next to it
 * @param candidates which items compete
 * @param maskValidation whether validation items are no candidates in the test
 * @param beyondAccuracy whether coverage, novelty and so on are measured
 * @param resamples of the bootstrap
 * @param show further metrics in the table
 * @param userGroups features that users are compared by
 * @param itemGroups features that items are compared by
 */
public record Measures(
        @Key(doc = "cut-offs of the lists", preset = "5, 10, 20", shorthand = true)
        List<Integer> at,

        @Key(
                doc = "the metric that ranks the models and that a search maximises on validation; by default ndcg@10,"
                        + " or at the last cut-off where there is no 10",
                legal = "hit, recall, recall-capped, precision, ndcg, mrr or map with one of the cut-offs, or auc")
        Optional<String> chooseBy,

        @Key(
                doc = "which items compete",
                preset = "all",
                legal = "all, all-with-seen, or sampled-99-uniform (any number)")
        String candidates,

        @Key(
                doc =
                        "whether a user's validation items are taken out of the candidates when the test part is measured",
                preset = "false")
        boolean maskValidation,

        @Key(doc = "whether coverage, gini, novelty, diversity and the like are measured too", preset = "true")
        boolean beyondAccuracy,

        @Key(
                doc = "resamples of the bootstrap intervals",
                preset = "1000",
                legal = "a whole number from 100, or 0 for no intervals")
        int resamples,

        @Key(
                doc = "further metrics in the table that is printed; all of them are in the files anyway",
                preset = "recall@10, hit@10, coverage@10")
        List<String> show,

        @Key(doc = "features of users that they are also compared by: by category, or by quarters of a number")
        List<String> userGroups,

        @Key(doc = "features of items that they are also compared by, and lists with histories (calibration)")
        List<String> itemGroups) {
    private static final int USUAL = 10;
    private static final Pattern RANKED =
            Pattern.compile("(hit|recall|recall-capped|precision|ndcg|mrr|map)@([1-9][0-9]{0,4})|auc");

    public Measures {
        show = List.copyOf(show);
        userGroups = List.copyOf(userGroups);
        itemGroups = List.copyOf(itemGroups);
        EvaluationOptions checked = EvaluationOptions.at(
                        at.stream().mapToInt(Integer::intValue).toArray())
                .withCandidates(Candidates.of(candidates))
                .withResamples(resamples);
        at = checked.at();
        if (chooseBy.isPresent()) {
            Matcher matcher = RANKED.matcher(chooseBy.get());
            if (!matcher.matches()) {
                throw new KindredException("chooseBy is '" + chooseBy.get()
                        + "' but must be hit, recall, recall-capped, precision, ndcg, mrr or map with a cut-off, as in"
                        + " ndcg@10, or auc");
            }
            if (matcher.group(2) != null && !at.contains(Integer.valueOf(matcher.group(2)))) {
                throw new KindredException("chooseBy is '" + chooseBy.get() + "' but the cut-offs under 'at' are " + at
                        + "; add " + matcher.group(2) + " to them");
            }
        }
    }

    /** The metric that decides, with the prefix of sampled candidates. */
    public String decisive() {
        int k = at.contains(USUAL) ? USUAL : at.getLast();
        return Candidates.of(candidates).prefix() + chooseBy.orElse("ndcg@" + k);
    }

    /**
     * How to measure in the end, with all processors and the groups that are compared.
     *
     * @param data whose features the groups are made of
     * @throws KindredException if there is no such feature
     */
    public EvaluationOptions options(long seed, TrainingData data) {
        return options(seed)
                .withUserGroups(groups(data.userFeatures(), userGroups))
                .withItemGroups(groups(data.itemFeatures(), itemGroups));
    }

    private static List<Groups> groups(FeatureTable features, List<String> columns) {
        return columns.stream().map(column -> Groups.byColumn(features, column)).toList();
    }

    /** How to measure, with all processors. */
    public EvaluationOptions options(long seed) {
        return EvaluationOptions.at(at.stream().mapToInt(Integer::intValue).toArray())
                .withCandidates(Candidates.of(candidates))
                .withBeyondAccuracy(beyondAccuracy)
                .withResamples(resamples)
                .withMaskValidation(maskValidation)
                .withSeed(seed);
    }
}
