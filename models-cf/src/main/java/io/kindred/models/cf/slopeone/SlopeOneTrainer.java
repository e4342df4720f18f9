package io.kindred.models.cf.slopeone;

import io.kindred.core.KindredException;
import io.kindred.core.data.SparseRows;
import io.kindred.core.data.TrainingData;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.math.SparseMatrix;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.SlopeOneModel;
import io.kindred.models.cf.parallel.ParallelRows;
import io.kindred.models.cf.ratings.Ratings;
import java.util.Map;

/** Finds the deviations of all pairs of items by a sparse product, one row at a time. */
final class SlopeOneTrainer implements Trainer {
    private static final int BLOCK_ROWS = 16;

    private final SlopeOneParameters parameters;

    SlopeOneTrainer(SlopeOneParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException {
        ModelInfo info = ModelInfo.of(new SlopeOneProvider(), parameters);
        Ratings ratings = Ratings.of(info.provider(), data);
        context.listener().onStart(1);
        SlopeOneModel model = new SlopeOneModel(
                info,
                ratings.interactions().users(),
                ratings.interactions().items(),
                ratings.histories(),
                deviations(ratings, context),
                userMeans(ratings),
                ratings.scale());
        context.listener().onEpoch(1, Map.of(), () -> model);
        return model;
    }

    private SparseMatrix deviations(Ratings ratings, TrainingContext context) throws InterruptedException {
        int items = ratings.itemCount();
        DeviationRow.Row[] rows = new DeviationRow.Row[items];
        try (ParallelRows threads = new ParallelRows(context.threads(), context.cancellation())) {
            threads.forEachBlock(
                    items, BLOCK_ROWS, () -> new DeviationRow(ratings, parameters.minSupport()), (row, from, to) -> {
                        for (int i = from; i < to; i++) {
                            rows[i] = row.of(i);
                        }
                    });
        }
        long size = 0;
        int[] starts = new int[items + 1];
        for (int i = 0; i < items; i++) {
            size += rows[i].columns().length;
            if (size > Integer.MAX_VALUE - 8) {
                throw new KindredException("slope-one: the differences between " + items
                        + " items exceed what one matrix holds; set a larger minSupport");
            }
            starts[i + 1] = (int) size;
        }
        int[] columns = new int[(int) size];
        float[] values = new float[(int) size];
        for (int i = 0; i < items; i++) {
            System.arraycopy(rows[i].columns(), 0, columns, starts[i], rows[i].columns().length);
            System.arraycopy(rows[i].values(), 0, values, starts[i], rows[i].values().length);
            rows[i] = null;
        }
        return SparseMatrix.of(starts, columns, values, items);
    }

    private static FloatMatrix userMeans(Ratings ratings) {
        SparseRows rows = ratings.byUser();
        FloatMatrix means = FloatMatrix.zeros(ratings.userCount(), 1);
        for (int u = 0; u < means.rows(); u++) {
            double sum = 0;
            for (int p = rows.start(u); p < rows.end(u); p++) {
                sum += rows.value(p);
            }
            means.array()[u] = (float) (rows.length(u) == 0 ? ratings.mean() : sum / rows.length(u));
        }
        return means;
    }
}
