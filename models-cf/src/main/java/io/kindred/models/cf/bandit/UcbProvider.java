package io.kindred.models.cf.bandit;

import io.kindred.core.bandit.BanditRule;
import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;

/** UCB1 over items. */
public final class UcbProvider implements ModelProvider<UcbParameters> {
    @Override
    public String name() {
        return "ucb";
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "UCB1",
                ModelCard.Family.REINFORCEMENT,
                "Shows the items with the highest upper confidence bound of their mean reward. Without chance of its own: set epsilon where its log shall judge other policies.",
                "Auer, Cesa-Bianchi, Fischer: Finite-time Analysis of the Multiarmed Bandit Problem, 2002",
                ModelCard.Feedback.ANY,
                ArtifactKind.BANDIT,
                true);
    }

    @Override
    public Class<UcbParameters> parametersType() {
        return UcbParameters.class;
    }

    @Override
    public UcbParameters defaults() {
        return new UcbParameters(1, 0, 1, 1, RewardSource.IMPLICIT);
    }

    @Override
    public Trainer trainer(UcbParameters parameters) {
        return new CountedBanditTrainer(
                ModelInfo.of(this, parameters),
                seed -> new BanditRule(
                        BanditRule.Exploration.UPPER_BOUND, parameters.exploration(), parameters.epsilon(), 1, 0),
                parameters.priorSuccesses(),
                parameters.priorFailures(),
                parameters.rewards());
    }
}
