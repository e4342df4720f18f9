package io.kindred.models.deep.sasrec;

import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;

/** Self-attentive sequential recommendation. */
public final class SasRecProvider implements ModelProvider<SasRecParameters> {
    static final String NAME = "sasrec";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "SASRec (self-attention)",
                ModelCard.Family.ATTENTION,
                "Self-attention over the items somebody had, in their order, predicts the next one at every position."
                        + " Trained with PyTorch with cross-entropy over all items or a sample; served in plain Java.",
                "Kang, McAuley: Self-Attentive Sequential Recommendation, 2018; loss: Klenitskiy, Vasilev: Turning Dross"
                        + " Into Gold Loss, 2023",
                ModelCard.Feedback.IMPLICIT,
                ArtifactKind.NETWORK,
                // PyTorch's matrix products sum in an order that depends on the threads.
                false);
    }

    @Override
    public Class<SasRecParameters> parametersType() {
        return SasRecParameters.class;
    }

    @Override
    public SasRecParameters defaults() {
        return new SasRecParameters(
                64, 2, 2, 50, 4, 0.3, 60, 0.001, 0, 128, SasRecParameters.Loss.SAMPLED_SOFTMAX, 1024);
    }

    @Override
    public Trainer trainer(SasRecParameters parameters) {
        return new SasRecTrainer(parameters);
    }
}
