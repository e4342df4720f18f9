package io.kindred.evaluation.runner;

import io.kindred.core.KindredException;
import io.kindred.core.data.FeatureTable;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.data.TrainingData;
import io.kindred.evaluation.definition.Protocol;
import io.kindred.evaluation.split.Fractions;
import io.kindred.evaluation.split.GivenSplit;
import io.kindred.evaluation.split.NextItem;
import io.kindred.evaluation.split.RankingTask;
import io.kindred.evaluation.split.Split;
import io.kindred.evaluation.split.SplitSettings;
import io.kindred.evaluation.split.Splitter;
import java.util.Optional;

/**
 * Divides an experiment's data for testing and for choosing settings. The test part is the same whether or not there is a
 * validation part, and what settings are chosen by never has a test interaction. Immutable and thread-safe.
 */
public final class Divider {
    private final Protocol protocol;
    private final ExperimentData data;
    private final String name;
    private final boolean refit;

    /**
     * @throws KindredException if the protocol needs parts and the data have none, or the other way round
     */
    public Divider(Protocol protocol, ExperimentData data) {
        this.protocol = protocol;
        this.data = data;
        this.name = protocol.name().orElse(data.usualProtocol());
        boolean divided = name.equals(GivenSplit.NAME) || name.equals(NextItem.NAME);
        if (divided && data.parts().isEmpty()) {
            throw new KindredException(
                    "the protocol '" + name + "' needs data in parts; name them with train and test under 'data'");
        }
        boolean own = divided && data.parts().orElseThrow().validation().isPresent();
        this.refit = protocol.refit().orElse(!own);
    }

    /** The protocol's name. */
    public String protocol() {
        return name;
    }

    /** Whether the model that is tested is trained on the validation part too. */
    public boolean refit() {
        return refit;
    }

    /** Equal for seeds with the same division: the seed itself where the protocol draws, else 0. */
    long key(long runSeed) {
        boolean draws =
                switch (name) {
                    case "temporal", "leave-last-out", NextItem.NAME -> false;
                    case GivenSplit.NAME ->
                        !refit && data.parts().orElseThrow().validation().isEmpty();
                    default -> true;
                };
        return draws ? protocol.seed().orElse(runSeed) : 0;
    }

    /** What the tested model is trained and measured on. */
    public Split testing(long runSeed) {
        if (!name.equals(GivenSplit.NAME) && !name.equals(NextItem.NAME)) {
            return Splitter.of(name, protocol.settings(runSeed, !refit))
                    .split(data.all().interactions());
        }
        ExperimentData.Parts parts = data.parts().orElseThrow();
        if (refit) {
            Interactions all =
                    parts.validation().map(v -> joined(parts.train(), v)).orElse(parts.train());
            return given(all, Optional.empty(), parts.test());
        }
        ExperimentData.Parts chosen = withValidation(runSeed);
        return given(chosen.train(), chosen.validation(), parts.test());
    }

    /**
     * What settings are chosen by.
     *
     * @throws KindredException if the protocol has no validation part apart from the test parts
     */
    public Tuning tuning(long runSeed) {
        if (name.startsWith("k-fold")) {
            throw new KindredException("settings cannot be searched for with the protocol '" + name
                    + "': the validation part of one fold is the test part of another; use ratio, temporal,"
                    + " leave-last-out or strong-generalization, or leave 'space' out");
        }
        if (!name.equals(GivenSplit.NAME) && !name.equals(NextItem.NAME)) {
            Split split = Splitter.of(name, protocol.settings(runSeed, true))
                    .split(data.all().interactions());
            return tuning(split, split.folds().getFirst().validationTask());
        }
        ExperimentData.Parts chosen = withValidation(runSeed);
        // Measured as its test part is, so that no test interaction is anywhere near.
        Split split =
                given(chosen.train(), Optional.empty(), chosen.validation().orElseThrow());
        return tuning(split, split.folds().getFirst().testTask(false));
    }

    private Tuning tuning(Split split, RankingTask task) {
        if (task.target().size() == 0) {
            throw new KindredException("the protocol '" + name + "' leaves no validation interactions to choose by");
        }
        return new Tuning(over(task.train()), task, split.dataHash());
    }

    /** Features stay where the ids are those of the data; parts carved out of others may have fewer ids. */
    private TrainingData over(Interactions train) {
        TrainingData all = data.all();
        FeatureTable users = train.users().equals(all.interactions().users())
                ? all.userFeatures()
                : FeatureTable.none(train.users());
        FeatureTable items = train.items().equals(all.interactions().items())
                ? all.itemFeatures()
                : FeatureTable.none(train.items());
        return new TrainingData(train, users, items, all.provenance());
    }

    private Split given(Interactions train, Optional<Interactions> validation, Interactions test) {
        return name.equals(GivenSplit.NAME)
                ? GivenSplit.of(train, validation, test)
                : NextItem.of(train, validation, test, protocol.minPrefix());
    }

    /** The training part with a validation part: the one that came with the data, or one carved out. */
    private ExperimentData.Parts withValidation(long runSeed) {
        ExperimentData.Parts parts = data.parts().orElseThrow();
        if (parts.validation().isPresent()) {
            return parts;
        }
        double share = protocol.fractions().validation();
        if (share == 0) {
            throw new KindredException("the data have no validation part and the ratios leave none; give the second of"
                    + " 'ratios' a share of the training part");
        }
        return name.equals(GivenSplit.NAME) ? pairs(parts, share, runSeed) : sessions(parts, share);
    }

    /** A random share of each user's interactions. */
    private ExperimentData.Parts pairs(ExperimentData.Parts parts, double share, long runSeed) {
        SplitSettings settings = SplitSettings.DEFAULT
                .withSeed(protocol.seed().orElse(runSeed))
                .withFractions(new Fractions(1 - share, 0, share));
        Split carved = Splitter.of("ratio", settings).split(parts.train());
        return new ExperimentData.Parts(
                carved.folds().getFirst().train(),
                Optional.of(carved.folds().getFirst().test()),
                parts.test());
    }

    /** The last sessions in the order of the data. */
    private static ExperimentData.Parts sessions(ExperimentData.Parts parts, double share) {
        SparseRows rows = parts.train().byUser();
        int[] rank = new int[rows.rowCount()];
        int sessions = 0;
        for (int u = 0; u < rank.length; u++) {
            rank[u] = rows.length(u) > 0 ? sessions++ : -1;
        }
        int first = sessions - (int) Math.round(sessions * share);
        return new ExperimentData.Parts(
                parts.train().filter((user, item, value, time, position) -> rank[user] < first),
                Optional.of(parts.train().filter((user, item, value, time, position) -> rank[user] >= first)),
                parts.test());
    }

    private static Interactions joined(Interactions a, Interactions b) {
        Interactions.Builder all = Interactions.builder(a.users(), a.items(), a.timeKind());
        for (Interactions part : java.util.List.of(a, b.over(a.users(), a.items()))) {
            SparseRows rows = part.byUser();
            for (int u = 0; u < rows.rowCount(); u++) {
                for (int p = rows.start(u); p < rows.end(u); p++) {
                    all.add(u, rows.column(p), rows.value(p), rows.time(p));
                }
            }
        }
        return all.build();
    }
}
