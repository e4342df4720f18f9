package io.kindred.models.cf.bandit;

import io.kindred.core.bandit.BanditRule;
import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;

/** Linear Thompson sampling over items. */
public final class LinThompsonProvider implements ModelProvider<LinThompsonParameters> {
    @Override
    public String name() {
        return "lin-thompson";
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "Linear Thompson sampling",
                ModelCard.Family.REINFORCEMENT,
                "Learns for each item how its reward depends on the features of users, and shows items as often as they are likely to be the best for this user, by draws from the normal posteriors.",
                "Agrawal, Goyal: Thompson Sampling for Contextual Bandits with Linear Payoffs, 2013",
                ModelCard.Feedback.ANY,
                ArtifactKind.BANDIT,
                true);
    }

    @Override
    public Class<LinThompsonParameters> parametersType() {
        return LinThompsonParameters.class;
    }

    @Override
    public LinThompsonParameters defaults() {
        return new LinThompsonParameters(0.3, 100, 0, 1, 2, RewardSource.IMPLICIT);
    }

    @Override
    public Trainer trainer(LinThompsonParameters parameters) {
        return new LinearBanditTrainer(
                ModelInfo.of(this, parameters),
                seed -> new BanditRule(
                        BanditRule.Exploration.POSTERIOR,
                        parameters.exploration(),
                        parameters.epsilon(),
                        parameters.draws(),
                        seed),
                parameters.regularization(),
                parameters.minCount(),
                parameters.rewards());
    }
}
