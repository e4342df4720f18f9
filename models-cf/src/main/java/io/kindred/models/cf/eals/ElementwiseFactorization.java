package io.kindred.models.cf.eals;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.math.FloatMatrix;
import io.kindred.models.cf.parallel.ParallelRows;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The state of a training run. One caller at a time; each step uses all threads and gives the same bits at any number of
 * them.
 */
final class ElementwiseFactorization {
    private static final double INITIAL_SCALE = 0.1;
    private static final int BLOCK = 32;

    private final EalsParameters parameters;
    private final boolean weighted;
    private final ParallelRows threads;
    private final Side users;
    private final Side items;

    /**
     * All vectors zero.
     *
     * @param interactions without repeats
     * @param weighted whether their values weigh the pairs
     */
    ElementwiseFactorization(
            Interactions interactions, EalsParameters parameters, boolean weighted, ParallelRows threads) {
        this.parameters = parameters;
        this.weighted = weighted;
        this.threads = threads;
        float[] ones = new float[interactions.userCount()];
        Arrays.fill(ones, 1f);
        this.users = Side.of(interactions.byUser(), parameters.factors(), ones, "users");
        this.items = Side.of(interactions.byItem(), parameters.factors(), missing(interactions.byItem()), "items");
    }

    private float[] missing(SparseRows byItem) {
        double[] popularity = new double[byItem.rowCount()];
        double sum = 0;
        for (int i = 0; i < popularity.length; i++) {
            popularity[i] = byItem.length(i) == 0 ? 0 : Math.pow(byItem.length(i), parameters.popularityExponent());
            sum += popularity[i];
        }
        float[] missing = new float[popularity.length];
        for (int i = 0; i < missing.length; i++) {
            missing[i] = (float) (parameters.unobservedWeight() * missing.length * popularity[i] / sum);
        }
        return missing;
    }

    Side users() {
        return users;
    }

    Side items() {
        return items;
    }

    /** Draws the first item vectors; items without interactions stay zero. */
    void initialise(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        double scale = INITIAL_SCALE / Math.sqrt(items.factors());
        for (int i = 0; i < items.vectors().rows(); i++) {
            if (items.history().length(i) > 0) {
                for (int f = 0; f < items.factors(); f++) {
                    items.vectors().array()[i * items.factors() + f] = (float) (random.nextGaussian() * scale);
                }
            }
        }
    }

    /** Sweeps all users and then all items. */
    void epoch() throws InterruptedException {
        sweepUsers();
        sweep(items, users);
    }

    /** Sweeps all users. */
    void sweepUsers() throws InterruptedException {
        sweep(users, items);
    }

    private void sweep(Side side, Side other) throws InterruptedException {
        double[] gram = other.weightedGram(threads);
        double otherMissing = sum(other.missing());
        threads.forEachBlock(
                side.vectors().rows(), BLOCK, () -> new CoordinateSweep(other, gram, weighted), (sweep, from, to) -> {
                    for (int row = from; row < to; row++) {
                        sweep.sweep(side, row, strength(side, row, otherMissing));
                    }
                });
    }

    private double strength(Side side, int row, double otherMissing) {
        return parameters.regularization()
                * Math.pow(
                        side.history().length(row) + side.missing()[row] * otherMissing,
                        parameters.frequencyExponent());
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float x : values) {
            sum += x;
        }
        return sum;
    }

    /** The Gram matrix of the items with their weights, for fold-in. */
    FloatMatrix itemGram() throws InterruptedException {
        double[] gram = items.weightedGram(threads);
        FloatMatrix matrix = FloatMatrix.zeros(items.factors(), items.factors());
        for (int p = 0; p < gram.length; p++) {
            matrix.array()[p] = (float) gram[p];
        }
        return matrix;
    }

    /** The value of the objective, divided by the number of observed pairs. */
    double loss() throws InterruptedException {
        double[] userGram = users.weightedGram(threads);
        double[] itemGram = items.weightedGram(threads);
        double total = 0;
        for (int p = 0; p < itemGram.length; p++) {
            total += userGram[p] * itemGram[p];
        }
        SparseRows rows = users.history();
        for (int u = 0; u < users.vectors().rows(); u++) {
            float[] vector = users.vectors().row(u);
            for (int p = rows.start(u); p < rows.end(u); p++) {
                double score = items.vectors().dot(vector, rows.column(p));
                double weight = weighted ? rows.value(p) : 1;
                total += weight * (1 - score) * (1 - score) - items.missing()[rows.column(p)] * score * score;
            }
        }
        return (total + penalty(users, items) + penalty(items, users)) / rows.size();
    }

    private double penalty(Side side, Side other) {
        double otherMissing = sum(other.missing());
        double total = 0;
        for (int row = 0; row < side.vectors().rows(); row++) {
            double square = 0;
            for (float x : side.vectors().row(row)) {
                square += (double) x * x;
            }
            total += strength(side, row, otherMissing) * square;
        }
        return total;
    }
}
