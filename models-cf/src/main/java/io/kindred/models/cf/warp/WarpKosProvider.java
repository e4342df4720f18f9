package io.kindred.models.cf.warp;

import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;

/** Matrix factorisation with the k-th order statistic loss on top of WARP, by stochastic gradient descent. */
public final class WarpKosProvider implements ModelProvider<WarpKosParameters> {
    @Override
    public String name() {
        return "warp-kos";
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "WARP k-OS",
                ModelCard.Family.MATRIX_FACTORISATION,
                "WARP on the item that scores k-th best among some drawn from what the user had: a small k cares for the"
                        + " top of the list, a large one for the items that rank low.",
                "Weston, Yee, Weiss: Learning to Rank Recommendations with the k-Order Statistic Loss, 2013",
                ModelCard.Feedback.IMPLICIT,
                ArtifactKind.FACTORS,
                true);
    }

    @Override
    public Class<WarpKosParameters> parametersType() {
        return WarpKosParameters.class;
    }

    @Override
    public WarpKosParameters defaults() {
        return new WarpKosParameters(64, 60, 0.01, 1, 10, 10, 5, false);
    }

    @Override
    public Trainer trainer(WarpKosParameters parameters) {
        return new WarpKosTrainer(parameters);
    }
}
