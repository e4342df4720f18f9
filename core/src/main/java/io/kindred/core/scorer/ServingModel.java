package io.kindred.core.scorer;

import io.kindred.core.artifact.ArtifactWriter;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.TrainedModel;
import java.io.IOException;

/**
 * What all serving forms share: who they are, the two vocabularies and the training histories. Immutable and thread-safe.
 */
public abstract sealed class ServingModel implements TrainedModel
        permits PopularityModel,
                ItemSimilarityModel,
                ItemRatingsModel,
                TransitionModel,
                SlopeOneModel,
                UserSimilarityModel,
                UserRatingsModel,
                SessionNeighboursModel,
                FactorsModel,
                ItemVectorsModel,
                SequenceModel,
                EnsembleModel,
                BanditModel,
                ContextualBanditModel {
    private final ModelInfo info;
    private final Vocabulary users;
    private final Vocabulary items;
    private final UserHistories histories;

    ServingModel(ModelInfo info, Vocabulary users, Vocabulary items, UserHistories histories) {
        if (histories.userCount() != users.size() || histories.itemCount() != items.size()) {
            throw new IllegalArgumentException("the histories cover " + histories.userCount() + " users and "
                    + histories.itemCount() + " items, the vocabularies " + users.size() + " and " + items.size());
        }
        this.info = info;
        this.users = users;
        this.items = items;
        this.histories = histories;
    }

    @Override
    public final ModelInfo info() {
        return info;
    }

    @Override
    public final Vocabulary users() {
        return users;
    }

    @Override
    public final Vocabulary items() {
        return items;
    }

    @Override
    public final UserHistories histories() {
        return histories;
    }

    @Override
    public final void save(ArtifactWriter out) throws IOException {
        out.vocabulary("users", users);
        out.vocabulary("items", items);
        out.histories("histories", histories);
        saveForm(out);
    }

    /** Writes what is particular to the form. */
    abstract void saveForm(ArtifactWriter out) throws IOException;
}
