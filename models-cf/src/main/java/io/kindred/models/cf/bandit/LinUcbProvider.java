package io.kindred.models.cf.bandit;

import io.kindred.core.bandit.BanditRule;
import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;

/** LinUCB over items. */
public final class LinUcbProvider implements ModelProvider<LinUcbParameters> {
    @Override
    public String name() {
        return "lin-ucb";
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "LinUCB",
                ModelCard.Family.REINFORCEMENT,
                "Learns for each item how its reward depends on the features of users, and shows those with the highest upper confidence bound (disjoint models). Without chance of its own: set epsilon where its log shall judge other policies.",
                "Li, Chu, Langford, Schapire: A Contextual-Bandit Approach to Personalized News Article Recommendation, 2010",
                ModelCard.Feedback.ANY,
                ArtifactKind.BANDIT,
                true);
    }

    @Override
    public Class<LinUcbParameters> parametersType() {
        return LinUcbParameters.class;
    }

    @Override
    public LinUcbParameters defaults() {
        return new LinUcbParameters(0.5, 0, 1, 2, RewardSource.IMPLICIT);
    }

    @Override
    public Trainer trainer(LinUcbParameters parameters) {
        return new LinearBanditTrainer(
                ModelInfo.of(this, parameters),
                seed -> new BanditRule(
                        BanditRule.Exploration.UPPER_BOUND, parameters.exploration(), parameters.epsilon(), 1, 0),
                parameters.regularization(),
                parameters.minCount(),
                parameters.rewards());
    }
}
