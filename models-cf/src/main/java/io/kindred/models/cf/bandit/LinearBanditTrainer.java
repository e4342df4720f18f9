package io.kindred.models.cf.bandit;

import io.kindred.core.KindredException;
import io.kindred.core.bandit.BanditPolicy;
import io.kindred.core.bandit.BanditRule;
import io.kindred.core.bandit.LinearArms;
import io.kindred.core.data.FeatureEncoding;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.data.TrainingData;
import io.kindred.core.data.UserHistories;
import io.kindred.core.math.SparseMatrix;
import io.kindred.core.model.IncrementallyTrainable;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.Recommender;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.ContextualBanditModel;
import io.kindred.models.cf.features.EntityFeatures;
import io.kindred.models.cf.features.InteractionChecks;
import java.util.Arrays;
import java.util.function.LongFunction;

/**
 * Sums up for each item in which contexts it was shown and what it earned there; a context is a 1 and the indicators of the
 * user's features. An update keeps the encoding of features and the features of the users that the base knows, and then gives
 * what summing up everything gives, to the precision of the artifact.
 */
final class LinearBanditTrainer implements IncrementallyTrainable {
    /** So many users between two looks at the cancellation. */
    private static final int CHECK_EVERY = 256;

    private final ModelInfo info;
    private final LongFunction<BanditRule> rule;
    private final double regularization;
    private final int minCount;
    private final RewardSource source;

    /**
     * @param rule for the seed of its draws
     */
    LinearBanditTrainer(
            ModelInfo info, LongFunction<BanditRule> rule, double regularization, int minCount, RewardSource source) {
        this.info = info;
        this.rule = rule;
        this.regularization = regularization;
        this.minCount = minCount;
        this.source = source;
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException {
        Interactions interactions = data.interactions();
        InteractionChecks.notEmpty(info.provider(), interactions);
        context.cancellation().check();
        FeatureEncoding encoding = EntityFeatures.of(data.userFeatures(), interactions.byUser(), false, minCount)
                .encoding();
        int size = 1 + encoding.names().size();
        requireRoom(interactions.itemCount(), size);
        int matrices = source == RewardSource.EXPOSURES ? interactions.itemCount() : 1;
        return model(
                interactions,
                Exposures.histories(source, interactions),
                encoding,
                encoding.encode(data.userFeatures()),
                new double[matrices][size * size],
                new double[interactions.itemCount()][size],
                context);
    }

    @Override
    public TrainedModel update(Recommender base, TrainingData delta, TrainingContext context)
            throws InterruptedException {
        IncrementallyTrainable.requireExtension(info, base, delta);
        context.cancellation().check();
        ContextualBanditModel known = (ContextualBanditModel) base;
        Interactions newer = delta.interactions();
        LinearArms arms = (LinearArms) known.policy().arms();
        int size = arms.contextSize();
        double[][] products = new double[1][size * size];
        double[][] responses = new double[newer.itemCount()][size];
        if (source == RewardSource.EXPOSURES) {
            products = Arrays.copyOf(arms.products(), newer.itemCount());
            double[][] old = arms.responses();
            for (int a = 0; a < products.length; a++) {
                if (a < old.length) {
                    responses[a] = old[a];
                } else {
                    products[a] = new double[size * size];
                }
            }
        }
        return model(
                newer,
                base.histories().extendedBy(Exposures.rewarded(source, newer)),
                known.encoding(),
                appended(known.indicators(), known.encoding().encode(delta.userFeatures())),
                products,
                responses,
                context);
    }

    /** Adds exposures to the given sums, or sums up the histories. */
    private TrainedModel model(
            Interactions interactions,
            UserHistories histories,
            FeatureEncoding encoding,
            SparseMatrix indicators,
            double[][] products,
            double[][] responses,
            TrainingContext context)
            throws InterruptedException {
        int size = 1 + encoding.names().size();
        double[] x = new double[size];
        SparseRows rows = interactions.byUser();
        for (int u = 0; u < interactions.userCount(); u++) {
            if (u % CHECK_EVERY == 0) {
                context.cancellation().check();
            }
            fill(indicators, u, x);
            if (source == RewardSource.EXPOSURES) {
                for (int p = rows.start(u); p < rows.end(u); p++) {
                    addProduct(products[rows.column(p)], x);
                    addResponse(responses[rows.column(p)], x, rows.value(p));
                }
            } else if (histories.length(u) > 0) {
                addProduct(products[0], x);
                for (int item : histories.of(u)) {
                    addResponse(responses[item], x, 1);
                }
            }
        }
        return new ContextualBanditModel(
                info,
                interactions.users(),
                interactions.items(),
                histories,
                encoding,
                indicators,
                new BanditPolicy(
                        new LinearArms(size, regularization, products, responses),
                        rule.apply(Exposures.drawSeed(context))));
    }

    private static void fill(SparseMatrix indicators, int user, double[] x) {
        Arrays.fill(x, 0);
        x[0] = 1;
        for (int p = indicators.start(user); p < indicators.end(user); p++) {
            x[1 + indicators.column(p)] += indicators.value(p);
        }
    }

    private static void addProduct(double[] product, double[] x) {
        for (int j = 0; j < x.length; j++) {
            if (x[j] != 0) {
                for (int k = 0; k < x.length; k++) {
                    product[j * x.length + k] += x[j] * x[k];
                }
            }
        }
    }

    private static void addResponse(double[] response, double[] x, double reward) {
        for (int j = 0; j < x.length; j++) {
            response[j] += reward * x[j];
        }
    }

    /** The rows of the users that the base knows, then those of the new ones. */
    private static SparseMatrix appended(SparseMatrix known, SparseMatrix all) {
        int[] starts = new int[all.rows() + 1];
        int[] columns = new int[known.size() + all.size()];
        float[] values = new float[columns.length];
        int size = 0;
        for (int u = 0; u < all.rows(); u++) {
            SparseMatrix from = u < known.rows() ? known : all;
            for (int p = from.start(u); p < from.end(u); p++) {
                columns[size] = from.column(p);
                values[size++] = from.value(p);
            }
            starts[u + 1] = size;
        }
        return SparseMatrix.of(starts, Arrays.copyOf(columns, size), Arrays.copyOf(values, size), all.columns());
    }

    private void requireRoom(int items, int size) {
        // Sums and their factors.
        long matrices = source == RewardSource.EXPOSURES ? items : 1;
        long needed = 2L * Double.BYTES * (matrices * size * size + (long) items * size);
        if (needed > Runtime.getRuntime().maxMemory() / 2) {
            throw new KindredException(info.provider() + " with " + (size - 1) + " features of users and " + items
                    + " items needs " + (needed >> 20) + " MB; raise minCount (now " + minCount
                    + ") to leave rare features out, or give the JVM more memory");
        }
    }
}
