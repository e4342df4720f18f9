package io.kindred.models.cf.admmslim;

import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;

/** SLIM solved for all items at once. */
public final class AdmmSlimProvider implements ModelProvider<AdmmSlimParameters> {
    @Override
    public String name() {
        return "admm-slim";
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "ADMM SLIM",
                ModelCard.Family.LINEAR,
                "SLIM solved for all items at once: one inverse of an items x items matrix and a few products with it. All"
                        + " items may predict each item, weights may be negative or not and sparse or not; between EASE and"
                        + " SLIM, with EASE's memory.",
                "Steck, Dimakopoulou, Riabov, Jebara: ADMM SLIM: Sparse Recommendations for Many Users, 2020",
                ModelCard.Feedback.IMPLICIT,
                ArtifactKind.ITEM_SIMILARITY,
                true);
    }

    @Override
    public Class<AdmmSlimParameters> parametersType() {
        return AdmmSlimParameters.class;
    }

    @Override
    public AdmmSlimParameters defaults() {
        return new AdmmSlimParameters(1, 200, true, true, 500, 30, false);
    }

    @Override
    public Trainer trainer(AdmmSlimParameters parameters) {
        return new AdmmSlimTrainer(parameters);
    }
}
