package io.kindred.models.cf.bandit;

import io.kindred.core.bandit.BanditRule;
import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;

/** Epsilon-greedy over items. */
public final class EpsilonGreedyProvider implements ModelProvider<EpsilonGreedyParameters> {
    @Override
    public String name() {
        return "epsilon-greedy";
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "Epsilon-greedy",
                ModelCard.Family.REINFORCEMENT,
                "Shows the items with the best mean reward, and now and then any other. The plainest bandit, with a known propensity for every item it may show.",
                "Sutton, Barto: Reinforcement Learning: An Introduction, 1998 (chapter 2)",
                ModelCard.Feedback.ANY,
                ArtifactKind.BANDIT,
                true);
    }

    @Override
    public Class<EpsilonGreedyParameters> parametersType() {
        return EpsilonGreedyParameters.class;
    }

    @Override
    public EpsilonGreedyParameters defaults() {
        return new EpsilonGreedyParameters(0.1, 1, 1, RewardSource.IMPLICIT);
    }

    @Override
    public Trainer trainer(EpsilonGreedyParameters parameters) {
        return new CountedBanditTrainer(
                ModelInfo.of(this, parameters),
                seed -> new BanditRule(BanditRule.Exploration.GREEDY, 0, parameters.epsilon(), 1, 0),
                parameters.priorSuccesses(),
                parameters.priorFailures(),
                parameters.rewards());
    }
}
