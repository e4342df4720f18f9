package io.kindred.models.cf.svdpp;

import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;
import java.util.List;

/** Matrix factorisation of ratings in which what a user rated counts beside how. */
public final class SvdppProvider implements ModelProvider<SvdppParameters> {
    @Override
    public String name() {
        return "svdpp";
    }

    @Override
    public List<String> aliases() {
        return List.of("svd++");
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "SVD++",
                ModelCard.Family.MATRIX_FACTORISATION,
                "SVD in which every item also has a vector for having been rated at all: what a user chose to rate says"
                        + " something, whatever the rating. The most accurate of the factorisations of ratings.",
                "Koren: Factorization Meets the Neighborhood: a Multifaceted Collaborative Filtering Model, 2008",
                ModelCard.Feedback.EXPLICIT,
                ArtifactKind.FACTORS,
                true);
    }

    @Override
    public Class<SvdppParameters> parametersType() {
        return SvdppParameters.class;
    }

    @Override
    public SvdppParameters defaults() {
        return new SvdppParameters(20, 20, 0.007, 0.02, 0.1);
    }

    @Override
    public Trainer trainer(SvdppParameters parameters) {
        return new SvdppTrainer(parameters);
    }
}
