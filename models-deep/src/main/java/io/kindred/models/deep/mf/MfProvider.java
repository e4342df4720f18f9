package io.kindred.models.deep.mf;

import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;

/** Matrix factorisation trained as a network, with the pairwise ranking loss BPR. */
public final class MfProvider implements ModelProvider<MfParameters> {
    static final String NAME = "mf";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "Matrix factorisation (BPR)",
                ModelCard.Family.MATRIX_FACTORISATION,
                "User and item embeddings whose product ranks what a user had above what is drawn at random, learnt with"
                        + " PyTorch. The plainest network and the yardstick of the others; served as factors, without an"
                        + " engine.",
                "Rendle, Freudenthaler, Gantner, Schmidt-Thieme: BPR: Bayesian Personalized Ranking from Implicit"
                        + " Feedback, 2009",
                ModelCard.Feedback.IMPLICIT,
                ArtifactKind.FACTORS,
                true);
    }

    @Override
    public Class<MfParameters> parametersType() {
        return MfParameters.class;
    }

    @Override
    public MfParameters defaults() {
        return new MfParameters(64, 20, 0.005, 0.01, 1024, 4);
    }

    @Override
    public Trainer trainer(MfParameters parameters) {
        return new MfTrainer(parameters);
    }
}
