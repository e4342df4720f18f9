package io.kindred.models.cf.bandit;

import io.kindred.core.bandit.BanditRule;
import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;

/** Thompson sampling over items. */
public final class ThompsonProvider implements ModelProvider<ThompsonParameters> {
    @Override
    public String name() {
        return "thompson";
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "Thompson sampling",
                ModelCard.Family.REINFORCEMENT,
                "Shows an item as often as it is likely to be the best one, by draws from the Beta posteriors of the rewards. The bandit to begin with for clicks: nothing to tune, and natural propensities.",
                "Chapelle, Li: An Empirical Evaluation of Thompson Sampling, 2011",
                ModelCard.Feedback.ANY,
                ArtifactKind.BANDIT,
                true);
    }

    @Override
    public Class<ThompsonParameters> parametersType() {
        return ThompsonParameters.class;
    }

    @Override
    public ThompsonParameters defaults() {
        return new ThompsonParameters(1, 1, 100, 0, RewardSource.IMPLICIT);
    }

    @Override
    public Trainer trainer(ThompsonParameters parameters) {
        return new CountedBanditTrainer(
                ModelInfo.of(this, parameters),
                seed -> new BanditRule(
                        BanditRule.Exploration.POSTERIOR, 1, parameters.epsilon(), parameters.draws(), seed),
                parameters.priorSuccesses(),
                parameters.priorFailures(),
                parameters.rewards());
    }
}
