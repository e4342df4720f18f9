package io.kindred.models.cf.nmf;

import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;

/** Matrix factorisation of ratings whose vectors are never negative. */
public final class NmfProvider implements ModelProvider<NmfParameters> {
    @Override
    public String name() {
        return "nmf";
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "Non-negative matrix factorisation",
                ModelCard.Family.MATRIX_FACTORISATION,
                "Predicts a rating as the inner product of two vectors without negative components, so that an item is a sum"
                        + " of parts that can be read. Less accurate than svd.",
                "Lee, Seung: Learning the Parts of Objects by Non-negative Matrix Factorization, 1999; Luo, Zhou, Xia, Zhu: An"
                        + " Efficient Non-negative Matrix-Factorization-Based Approach to Collaborative Filtering for"
                        + " Recommender Systems, 2014",
                ModelCard.Feedback.EXPLICIT,
                ArtifactKind.FACTORS,
                true);
    }

    @Override
    public Class<NmfParameters> parametersType() {
        return NmfParameters.class;
    }

    @Override
    public NmfParameters defaults() {
        return new NmfParameters(15, 50, 0.06, false, 1);
    }

    @Override
    public Trainer trainer(NmfParameters parameters) {
        return new NmfTrainer(parameters);
    }
}
