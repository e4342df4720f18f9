package io.kindred.models.cf.hybridmf;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.data.TrainingData;
import io.kindred.core.data.UserHistories;
import io.kindred.core.model.EpochListener;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.TrainingContext;
import io.kindred.models.cf.features.EntityFeatures;
import io.kindred.models.cf.features.FeatureModels;
import io.kindred.models.cf.features.InteractionChecks;
import io.kindred.models.cf.weights.PairWeights;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Trains hybrid matrix factorisation. Features are shared by many rows, so one thread goes through the interactions, which
 * keeps the result the same at any number of threads. Repeats of a pair count once, as the last of them.
 */
final class HybridMfTrainer implements Trainer {
    private static final String NAME = "hybrid-mf";
    private static final int VISITS_BETWEEN_CHECKS = 4096;

    private final HybridMfParameters parameters;

    HybridMfTrainer(HybridMfParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException {
        Interactions interactions = data.interactions().distinct();
        InteractionChecks.notEmpty(NAME, interactions);
        InteractionChecks.somethingToRank(NAME, interactions);
        boolean weighted = PairWeights.matter(NAME, parameters.valuesAsWeights(), interactions);
        EntityFeatures users = EntityFeatures.of(
                data.userFeatures(), interactions.byUser(), parameters.userIdentities(), parameters.minFeatureCount());
        EntityFeatures items = EntityFeatures.of(
                data.itemFeatures(), interactions.byItem(), parameters.itemIdentities(), parameters.minFeatureCount());
        require(users, parameters.userIdentities(), "user");
        require(items, parameters.itemIdentities(), "item");

        SplittableRandom random = new SplittableRandom(context.seed());
        SideEmbeddings userSide = side(users, parameters.userRegularization(), random);
        SideEmbeddings itemSide = side(items, parameters.itemRegularization(), random);
        UserHistories histories = UserHistories.of(interactions);
        Descent descent = new Descent(parameters, userSide, itemSide, interactions, random);
        int[] order = new int[interactions.size()];
        int[] userOf = new int[order.length];
        for (int u = 0; u < interactions.userCount(); u++) {
            for (int p = interactions.byUser().start(u);
                    p < interactions.byUser().end(u);
                    p++) {
                order[p] = p;
                userOf[p] = u;
            }
        }
        context.listener().onStart(parameters.epochs());
        for (int epoch = 1; epoch <= parameters.epochs(); epoch++) {
            shuffle(order, random);
            double loss = epoch(descent, interactions.byUser(), order, userOf, weighted, context);
            if (!Double.isFinite(loss) || userSide.diverged() || itemSide.diverged()) {
                throw new KindredException(NAME + " diverged in epoch " + epoch
                        + ": its vectors grow without bounds; lower learningRate or the regularization");
            }
            EpochListener.Verdict verdict = context.listener()
                    .onEpoch(epoch, Map.of("loss", loss), () -> model(interactions, histories, userSide, itemSide));
            if (verdict == EpochListener.Verdict.STOP) {
                break;
            }
        }
        return model(interactions, histories, userSide, itemSide);
    }

    private static void require(EntityFeatures features, boolean identities, String side) {
        if (!identities && features.metadataCount() == 0) {
            throw new KindredException(NAME + " has nothing to learn " + side + " vectors for: the data have no " + side
                    + " categories or numbers, and " + side + "Identities is false; set " + side + "Identities=true");
        }
    }

    private SideEmbeddings side(EntityFeatures features, double regularization, SplittableRandom random) {
        return new SideEmbeddings(
                features, parameters.factors(), parameters.learningRate(), regularization, random.split());
    }

    private double epoch(
            Descent descent, SparseRows rows, int[] order, int[] userOf, boolean weighted, TrainingContext context)
            throws InterruptedException {
        double loss = 0;
        for (int n = 0; n < order.length; n++) {
            if (n % VISITS_BETWEEN_CHECKS == 0) {
                context.cancellation().check();
            }
            int p = order[n];
            float weight = weighted ? rows.value(p) : 1f;
            if (weight > 0) {
                loss += descent.visit(userOf[p], rows.column(p), weight);
            }
        }
        return loss / order.length;
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int n = order.length - 1; n > 0; n--) {
            int m = random.nextInt(n + 1);
            int swapped = order[n];
            order[n] = order[m];
            order[m] = swapped;
        }
    }

    private TrainedModel model(
            Interactions interactions, UserHistories histories, SideEmbeddings users, SideEmbeddings items) {
        return new FeatureModels(ModelInfo.of(new HybridMfProvider(), parameters), interactions, histories)
                .ranking(users.entities(), users.sums(), users.metadata(), items.sums());
    }
}
