package io.kindred.benchmarks.results;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.TrainingData;
import io.kindred.evaluation.split.Fractions;
import io.kindred.evaluation.split.GivenSplit;
import io.kindred.evaluation.split.NextItem;
import io.kindred.evaluation.split.RankingTask;
import io.kindred.evaluation.split.Split;
import io.kindred.evaluation.split.SplitSettings;
import io.kindred.evaluation.split.Splitter;
import io.kindred.featurestore.snapshot.Dataset;
import io.kindred.featurestore.snapshot.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The division of the data for one seed. Immutable.
 *
 * @param seed of the split and of training
 * @param data features and provenance
 * @param tuning what settings are trained on and chosen by
 * @param tuningHash identifies it
 * @param testing what the chosen setting is trained on and measured by
 * @param maskValidation whether validation items are no candidates in the test
 */
record Plan(
        long seed, TrainingData data, RankingTask tuning, String tuningHash, Split testing, boolean maskValidation) {
    /** Published examples of session data begin with prefixes of two clicks. */
    private static final int SHORTEST_PREFIX = 2;

    /** A plan for each seed of a study. */
    static List<Plan> of(Study study, Snapshot snapshot) throws IOException {
        boolean divided = study.protocol() == Study.Protocol.GIVEN || study.protocol() == Study.Protocol.NEXT_ITEM;
        List<Plan> plans = new ArrayList<>();
        if (divided) {
            var given = snapshot.dataset().buildGivenSplit();
            TrainingData data = given.data().trainingData();
            for (long seed : study.seeds()) {
                plans.add(
                        study.protocol() == Study.Protocol.GIVEN
                                ? given(study, seed, data, given.train(), given.test())
                                : sessions(study, seed, data, given.train(), given.test()));
            }
            return plans;
        }
        Dataset dataset = snapshot.dataset().build();
        for (long seed : study.seeds()) {
            plans.add(divide(study, seed, dataset.trainingData()));
        }
        return plans;
    }

    private static Plan divide(Study study, long seed, TrainingData data) {
        SplitSettings settings = SplitSettings.DEFAULT.withSeed(seed).withFractions(study.fractions());
        String protocol = study.protocol().id();
        Split tuned = Splitter.of(protocol, settings.withValidation(true)).split(data.interactions());
        RankingTask tuning = tuned.folds().getFirst().validationTask();
        if (study.protocol() == Study.Protocol.RATIO) {
            return new Plan(seed, data, tuning, hash(tuned), tuned, true);
        }
        Split tested = Splitter.of(protocol, settings.withValidation(false)).split(data.interactions());
        return new Plan(seed, data, tuning, hash(tuned), tested, false);
    }

    private static Plan given(Study study, long seed, TrainingData data, Interactions train, Interactions test) {
        double share = study.fractions().validation();
        SplitSettings settings = SplitSettings.DEFAULT.withSeed(seed).withFractions(new Fractions(1 - share, 0, share));
        Split carved = Splitter.of("ratio", settings).split(train);
        RankingTask tuning = carved.folds().getFirst().testTask(false);
        return new Plan(seed, data, tuning, hash(carved), GivenSplit.of(train, Optional.empty(), test), false);
    }

    private static Plan sessions(Study study, long seed, TrainingData data, Interactions train, Interactions test) {
        int sessions = 0;
        for (int u = 0; u < train.userCount(); u++) {
            sessions += train.byUser().length(u) > 0 ? 1 : 0;
        }
        int first = sessions - (int) Math.round(sessions * study.fractions().validation());
        int[] rank = new int[train.userCount()];
        int next = 0;
        for (int u = 0; u < rank.length; u++) {
            rank[u] = train.byUser().length(u) > 0 ? next++ : -1;
        }
        Interactions early = train.filter((user, item, value, time, position) -> rank[user] < first);
        Interactions late = train.filter((user, item, value, time, position) -> rank[user] >= first);
        Split carved = NextItem.of(early, Optional.empty(), late, SHORTEST_PREFIX);
        Split tested = NextItem.of(train, Optional.empty(), test, SHORTEST_PREFIX);
        RankingTask tuning = carved.folds().getFirst().testTask(false);
        TrainingData plain = TrainingData.of(data.interactions()).withProvenance(data.provenance());
        return new Plan(seed, plain, tuning, hash(carved), tested, false);
    }

    private static String hash(Split split) {
        return split.dataHash().substring(0, 16);
    }

    /** The data whose interactions are the tuning part; features only where the vocabularies are those of the data. */
    TrainingData tuningData() {
        Interactions interactions = tuning.train();
        boolean same = interactions.users().equals(data.interactions().users())
                && interactions.items().equals(data.interactions().items());
        return same
                ? data.withInteractions(interactions)
                : TrainingData.of(interactions).withProvenance(data.provenance());
    }
}
