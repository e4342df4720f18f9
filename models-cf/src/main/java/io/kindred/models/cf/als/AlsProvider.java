package io.kindred.models.cf.als;

import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;
import java.util.List;

/** Implicit matrix factorisation by alternating least squares. */
public final class AlsProvider implements ModelProvider<AlsParameters> {
    @Override
    public String name() {
        return "als";
    }

    @Override
    public List<String> aliases() {
        return List.of("ials");
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "Implicit ALS",
                ModelCard.Family.MATRIX_FACTORISATION,
                "Factorises the user-item matrix with a small weight on every unobserved pair, solving users and items in"
                        + " turn by least squares. Strong on implicit feedback, serves unseen users by fold-in and explains"
                        + " itself.",
                "Hu, Koren, Volinsky: Collaborative Filtering for Implicit Feedback Datasets, 2008; Rendle, Krichene, Zhang,"
                        + " Koren: Revisiting the Performance of iALS on Item Recommendation Benchmarks, 2021; Takacs, Pilaszy,"
                        + " Tikk: Applications of the Conjugate Gradient Method for Implicit Feedback Collaborative"
                        + " Filtering, 2011; Rendle, Krichene, Zhang, Koren: iALS++: Speeding up Matrix Factorization with"
                        + " Subspace Optimization, 2021",
                ModelCard.Feedback.IMPLICIT,
                ArtifactKind.FACTORS,
                true);
    }

    @Override
    public Class<AlsParameters> parametersType() {
        return AlsParameters.class;
    }

    @Override
    public AlsParameters defaults() {
        // A compromise between validation parts of dense data (MovieLens 100K gains from a larger unobservedWeight) and
        // sparse ones (Amazon Beauty from a smaller one, and from more factors).
        return new AlsParameters(64, 15, 0.002, 1, 0.1, 1, false, AlsSolver.AUTO, 3, 64);
    }

    @Override
    public Trainer trainer(AlsParameters parameters) {
        return new AlsTrainer(parameters);
    }
}
