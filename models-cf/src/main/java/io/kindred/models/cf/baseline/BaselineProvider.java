package io.kindred.models.cf.baseline;

import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;

/** Predicts ratings from how generous the user is and how well liked the item. */
public final class BaselineProvider implements ModelProvider<BaselineParameters> {
    @Override
    public String name() {
        return "baseline";
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "Baseline estimates",
                ModelCard.Family.BASELINE,
                "Predicts a rating as the mean of all ratings plus a bias of the user and one of the item. What every model of"
                        + " ratings must beat; its lists are the same for everybody.",
                "Koren: Factor in the Neighbors: Scalable and Accurate Collaborative Filtering, 2010",
                ModelCard.Feedback.EXPLICIT,
                ArtifactKind.FACTORS,
                true);
    }

    @Override
    public Class<BaselineParameters> parametersType() {
        return BaselineParameters.class;
    }

    @Override
    public BaselineParameters defaults() {
        return new BaselineParameters(BaselineMethod.ALS, 10, 15, 10, 0.005, 0.02);
    }

    @Override
    public Trainer trainer(BaselineParameters parameters) {
        return new BaselineTrainer(parameters);
    }
}
