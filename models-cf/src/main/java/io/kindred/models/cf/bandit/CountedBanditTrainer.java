package io.kindred.models.cf.bandit;

import io.kindred.core.bandit.BanditPolicy;
import io.kindred.core.bandit.BanditRule;
import io.kindred.core.bandit.CountedArms;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.data.TrainingData;
import io.kindred.core.data.UserHistories;
import io.kindred.core.model.IncrementallyTrainable;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.Recommender;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.BanditModel;
import io.kindred.models.cf.features.InteractionChecks;
import java.util.Arrays;
import java.util.function.LongFunction;

/** Counts how often each item was shown and what it earned. An update gives what counting everything gives. */
final class CountedBanditTrainer implements IncrementallyTrainable {
    private final ModelInfo info;
    private final LongFunction<BanditRule> rule;
    private final double successes;
    private final double failures;
    private final RewardSource source;

    /**
     * @param rule for the seed of its draws
     */
    CountedBanditTrainer(
            ModelInfo info, LongFunction<BanditRule> rule, double successes, double failures, RewardSource source) {
        this.info = info;
        this.rule = rule;
        this.successes = successes;
        this.failures = failures;
        this.source = source;
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException {
        Interactions interactions = data.interactions();
        InteractionChecks.notEmpty(info.provider(), interactions);
        context.cancellation().check();
        UserHistories histories = Exposures.histories(source, interactions);
        int items = interactions.itemCount();
        return model(interactions, histories, new double[items], new double[items], context);
    }

    @Override
    public TrainedModel update(Recommender base, TrainingData delta, TrainingContext context)
            throws InterruptedException {
        IncrementallyTrainable.requireExtension(info, base, delta);
        context.cancellation().check();
        Interactions newer = delta.interactions();
        UserHistories histories = base.histories().extendedBy(Exposures.rewarded(source, newer));
        CountedArms known = (CountedArms) ((BanditModel) base).policy().arms();
        double[] pulls = Arrays.copyOf(known.pulls(), newer.itemCount());
        double[] rewards = Arrays.copyOf(known.rewards(), newer.itemCount());
        return model(newer, histories, pulls, rewards, context);
    }

    /** Adds exposures to the given counts, or counts the histories. */
    private TrainedModel model(
            Interactions interactions,
            UserHistories histories,
            double[] pulls,
            double[] rewards,
            TrainingContext context) {
        if (source == RewardSource.EXPOSURES) {
            SparseRows rows = interactions.byUser();
            for (int p = 0; p < rows.size(); p++) {
                pulls[rows.column(p)]++;
                rewards[rows.column(p)] += rows.value(p);
            }
        } else {
            Arrays.fill(pulls, Exposures.activeUsers(histories));
            int[] counts = histories.itemCounts();
            Arrays.setAll(rewards, i -> counts[i]);
        }
        return new BanditModel(
                info,
                interactions.users(),
                interactions.items(),
                histories,
                new BanditPolicy(
                        new CountedArms(pulls, rewards, successes, failures), rule.apply(Exposures.drawSeed(context))));
    }
}
