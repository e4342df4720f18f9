package io.kindred.models.cf.rules;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.data.TrainingData;
import io.kindred.core.data.UserHistories;
import io.kindred.core.math.TopK;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.ItemSimilarityModel;
import io.kindred.models.cf.neighbours.NeighbourLists;
import io.kindred.models.cf.parallel.ParallelRows;
import java.util.Map;

/**
 * Counts the common users of each pair of items, one starting item at a time, and keeps the strongest rules that start from it.
 * Only users with an interaction count; every interaction is a positive, whatever its value; repeats count once. Ties go to the
 * lower item index.
 */
final class AssociationRulesTrainer implements Trainer {
    private static final int BLOCK_ROWS = 16;

    private final AssociationRulesParameters parameters;

    AssociationRulesTrainer(AssociationRulesParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException {
        Interactions interactions = data.interactions().distinct();
        if (interactions.size() == 0) {
            throw new KindredException("association-rules cannot be trained: the training data have no interactions");
        }
        context.listener().onStart(1);
        TopK.Ranked[] rules = new TopK.Ranked[interactions.itemCount()];
        int active = activeUsers(interactions.byUser());
        try (ParallelRows rows = new ParallelRows(context.threads(), context.cancellation())) {
            rows.forEachBlock(
                    rules.length, BLOCK_ROWS, () -> new RuleSearch(interactions, active), (search, from, to) -> {
                        for (int i = from; i < to; i++) {
                            rules[i] = search.from(i);
                        }
                    });
        }
        ItemSimilarityModel model = new ItemSimilarityModel(
                ModelInfo.of(new AssociationRulesProvider(), parameters),
                interactions.users(),
                interactions.items(),
                UserHistories.of(interactions),
                NeighbourLists.rows("association-rules", rules));
        context.listener().onEpoch(1, Map.of(), () -> model);
        return model;
    }

    private static int activeUsers(SparseRows byUser) {
        int active = 0;
        for (int u = 0; u < byUser.rowCount(); u++) {
            active += byUser.length(u) > 0 ? 1 : 0;
        }
        return active;
    }

    /** Belongs to one thread. */
    private final class RuleSearch {
        private final SparseRows byUser;
        private final SparseRows byItem;
        private final int active;
        private final int[] both;
        private final int[] met;
        private final TopK best;

        RuleSearch(Interactions interactions, int active) {
            this.byUser = interactions.byUser();
            this.byItem = interactions.byItem();
            this.active = active;
            this.both = new int[interactions.itemCount()];
            this.met = new int[interactions.itemCount()];
            this.best = new TopK(Math.min(parameters.neighbours(), Math.max(both.length - 1, 0)));
        }

        TopK.Ranked from(int item) {
            int found = 0;
            for (int p = byItem.start(item); p < byItem.end(item); p++) {
                int user = byItem.column(p);
                for (int q = byUser.start(user); q < byUser.end(user); q++) {
                    int other = byUser.column(q);
                    if (both[other]++ == 0) {
                        met[found++] = other;
                    }
                }
            }
            for (int m = 0; m < found; m++) {
                int other = met[m];
                double interest = interest(both[other], byItem.length(item), byItem.length(other));
                if (other != item && both[other] >= parameters.minSupport() && interest >= parameters.minInterest()) {
                    best.offer(other, (float) interest);
                }
                both[other] = 0;
            }
            return best.drain();
        }

        private double interest(double common, double from, double to) {
            double confidence = common / (from + parameters.shrink());
            return switch (parameters.interest()) {
                case CONFIDENCE -> confidence;
                case LIFT -> confidence * active / to;
            };
        }
    }
}
