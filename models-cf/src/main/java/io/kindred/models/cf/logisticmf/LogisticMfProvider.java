package io.kindred.models.cf.logisticmf;

import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;

/** Matrix factorisation that models the probability of an interaction. */
public final class LogisticMfProvider implements ModelProvider<LogisticMfParameters> {
    @Override
    public String name() {
        return "logistic-mf";
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "Logistic MF",
                ModelCard.Family.MATRIX_FACTORISATION,
                "Learns user and item vectors whose product is the log-odds that the user has the item, by turns over"
                        + " users and items with AdaGrad.",
                "Johnson: Logistic Matrix Factorization for Implicit Feedback Data, 2014",
                ModelCard.Feedback.IMPLICIT,
                ArtifactKind.FACTORS,
                true);
    }

    @Override
    public Class<LogisticMfParameters> parametersType() {
        return LogisticMfParameters.class;
    }

    @Override
    public LogisticMfParameters defaults() {
        return new LogisticMfParameters(32, 60, 0.2, 5, 10, false);
    }

    @Override
    public Trainer trainer(LogisticMfParameters parameters) {
        return new LogisticMfTrainer(parameters);
    }
}
