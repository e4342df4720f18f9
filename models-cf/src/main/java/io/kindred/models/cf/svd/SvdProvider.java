package io.kindred.models.cf.svd;

import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;

/** Funk's matrix factorisation of ratings, with biases. */
public final class SvdProvider implements ModelProvider<SvdParameters> {
    @Override
    public String name() {
        return "svd";
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "SVD (Funk)",
                ModelCard.Family.MATRIX_FACTORISATION,
                "Predicts a rating as the mean, the biases of user and item, and the inner product of their vectors, learnt by"
                        + " gradient descent on the ratings there are. The usual first choice for ratings.",
                "Funk: Netflix Update: Try This at Home, 2006; Koren, Bell, Volinsky: Matrix Factorization Techniques for"
                        + " Recommender Systems, 2009",
                ModelCard.Feedback.EXPLICIT,
                ArtifactKind.FACTORS,
                true);
    }

    @Override
    public Class<SvdParameters> parametersType() {
        return SvdParameters.class;
    }

    @Override
    public SvdParameters defaults() {
        return new SvdParameters(100, 20, 0.005, 0.02, 0.1);
    }

    @Override
    public Trainer trainer(SvdParameters parameters) {
        return new SvdTrainer(parameters);
    }
}
