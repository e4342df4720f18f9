package io.kindred.core.tck.broken;

import io.kindred.core.KindredException;
import io.kindred.core.data.FeatureColumn;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.SparseMatrix;
import io.kindred.core.model.EpochListener;
import io.kindred.core.model.IncrementallyTrainable;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.Recommender;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.ItemSimilarityModel;
import java.time.Duration;
import java.util.Map;

/** Counts common users; the number of epochs only says how often it tells the listener. */
final class ToyTrainer implements IncrementallyTrainable {
    private static final Duration LONGER_THAN_ALLOWED = Duration.ofSeconds(9);

    private final ToyProvider provider;
    private final ToyParameters parameters;
    private final Fault fault;

    ToyTrainer(ToyProvider provider, ToyParameters parameters, Fault fault) {
        this.provider = provider;
        this.parameters = parameters;
        this.fault = fault;
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException {
        Interactions interactions = data.interactions().distinct();
        check(data, interactions);
        if (fault != Fault.UNCANCELLABLE) {
            context.cancellation().check();
        }
        context.listener().onStart(parameters.epochs());
        ToyModel model = null;
        for (int epoch = 1; epoch <= parameters.epochs(); epoch++) {
            if (fault == Fault.UNCANCELLABLE && parameters.epochs() > 1000) {
                sleepThroughEverything();
                break;
            }
            checkCancellation(context);
            if (model == null) {
                model = model(interactions, context);
            }
            ToyModel snapshot = model;
            boolean stop = context.listener().onEpoch(epoch, Map.of(), () -> snapshot) == EpochListener.Verdict.STOP;
            if (stop && fault != Fault.IGNORES_STOP) {
                break;
            }
        }
        return model == null ? model(interactions, context) : model;
    }

    /** Counts anew what the base remembers together with the news. */
    @Override
    public TrainedModel update(Recommender base, TrainingData delta, TrainingContext context)
            throws InterruptedException {
        if (fault != Fault.UPDATE_TAKES_ANY_IDS) {
            IncrementallyTrainable.requireExtension(base.info(), base, delta);
        }
        if (fault != Fault.UNCANCELLABLE) {
            context.cancellation().check();
        }
        if (fault == Fault.UPDATE_CHANGES_THE_BASE && base instanceof ToyModel toy) {
            toy.drift();
        }
        Interactions news = delta.interactions();
        boolean forgets = fault == Fault.UPDATE_FORGETS_NEW_USERS;
        UserHistories all = UserHistories.of(remembered(base, news.users(), news.items()))
                .extendedBy(news.filter((user, item, value, time, position) ->
                        !forgets || user < base.users().size()));
        Interactions.Builder merged = Interactions.builder(news.users(), news.items(), TimeKind.ORDER);
        for (int u = 0; u < all.userCount(); u++) {
            for (int item : all.of(u)) {
                merged.add(u, item);
            }
        }
        return model(merged.build(), fault == Fault.UPDATE_DRIFTS ? 1.01f : 1f, context);
    }

    private static Interactions remembered(Recommender base, Vocabulary users, Vocabulary items) {
        Interactions.Builder builder = Interactions.builder(users, items, TimeKind.ORDER);
        for (int u = 0; u < base.users().size(); u++) {
            for (int item : base.histories().of(u)) {
                builder.add(u, item);
            }
        }
        return builder.build();
    }

    private void check(TrainingData data, Interactions interactions) {
        if (interactions.size() == 0) {
            if (fault == Fault.BREAKS_ON_EMPTY_DATA) {
                throw new ArrayIndexOutOfBoundsException(0);
            }
            throw new KindredException("toy cannot be trained: there are no interactions");
        }
        if (fault == Fault.BREAKS_ON_ONE_USER && interactions.userCount() == 1) {
            throw new ArithmeticException("/ by zero");
        }
        if (fault == Fault.BREAKS_ON_DUPLICATES && data.interactions().size() > 2 * interactions.size()) {
            throw new IllegalStateException("the same key twice");
        }
        if (fault == Fault.MUTATES_INPUT) {
            data.userFeatures().column("number").ifPresent(c -> ((FeatureColumn.Numbers) c).values()[0] = -1);
        }
    }

    private void checkCancellation(TrainingContext context) throws InterruptedException {
        switch (fault) {
            case UNCANCELLABLE -> {
                // The fault.
            }
            case SWALLOWS_INTERRUPT -> {
                if (context.cancellation().isCancelled()) {
                    throw new InterruptedException("training was cancelled");
                }
                if (Thread.interrupted()) {
                    sleepThroughEverything();
                }
            }
            default -> context.cancellation().check();
        }
    }

    private static void sleepThroughEverything() {
        long end = System.nanoTime() + LONGER_THAN_ALLOWED.toNanos();
        for (long left = LONGER_THAN_ALLOWED.toNanos(); left > 0; left = end - System.nanoTime()) {
            java.util.concurrent.locks.LockSupport.parkNanos(left);
            Thread.interrupted();
        }
    }

    private ToyModel model(Interactions interactions, TrainingContext context) {
        return model(interactions, 1f, context);
    }

    private ToyModel model(Interactions interactions, float scale, TrainingContext context) {
        ModelInfo info = ModelInfo.of(provider, parameters);
        if (fault == Fault.WRONG_INFO) {
            info = new ModelInfo("toy", info.kind(), Map.of("shrink", 99.0), true);
        }
        UserHistories histories = UserHistories.of(interactions);
        float factor = fault == Fault.DEPENDS_ON_THREADS ? 1f + 0.25f * context.threads() : scale;
        if (fault == Fault.RANDOM_BITS) {
            factor = 1f + (System.nanoTime() & 0xffff) * 1e-3f;
        }
        SparseMatrix weights = fault == Fault.NO_TASTE
                ? SparseMatrix.of(
                        new int[interactions.itemCount() + 1], new int[0], new float[0], interactions.itemCount())
                : weights(interactions, factor);
        ItemSimilarityModel form =
                new ItemSimilarityModel(info, interactions.users(), interactions.items(), histories, weights);
        UserHistories nothing = UserHistories.of(interactions.filter((user, item, value, time, position) -> false));
        return fault == Fault.LOSES_A_CAPABILITY_ON_SAVING || fault == Fault.PREDICTS_IMPOSSIBLE_RATINGS
                ? new ToyModel.WithRatings(form, nothing, fault)
                : new ToyModel(form, nothing, fault);
    }

    /** {@code common / (users of the target + shrink)} for every pair of items; dense, since toys are small. */
    private SparseMatrix weights(Interactions interactions, float factor) {
        int items = interactions.itemCount();
        float[] common = new float[items * items];
        SparseRows rows = interactions.byUser();
        for (int u = 0; u < rows.rowCount(); u++) {
            for (int p = rows.start(u); p < rows.end(u); p++) {
                for (int q = rows.start(u); q < rows.end(u); q++) {
                    common[rows.column(p) * items + rows.column(q)] += p == q ? 0 : 1;
                }
            }
        }
        int[] starts = new int[items + 1];
        int[] columns = new int[items * items];
        float[] values = new float[items * items];
        int size = 0;
        for (int j = 0; j < items; j++) {
            for (int i = 0; i < items; i++) {
                if (common[j * items + i] > 0) {
                    columns[size] = i;
                    values[size++] = factor
                            * common[j * items + i]
                            / (float) (interactions.byItem().length(i) + parameters.shrink());
                }
            }
            starts[j + 1] = size;
        }
        return SparseMatrix.of(starts, columns, values, items);
    }
}
