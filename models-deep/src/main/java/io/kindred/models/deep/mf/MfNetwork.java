package io.kindred.models.deep.mf;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import io.kindred.core.data.Interactions;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.model.Cancellation;
import io.kindred.core.model.TrainingContext;
import io.kindred.models.deep.engine.Adam;
import io.kindred.models.deep.engine.DeepEngine;
import io.kindred.models.deep.engine.DeviceName;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** The network of one training run, with all its memory in the engine. One caller at a time; closed with the run. */
final class MfNetwork implements AutoCloseable {
    /** Expected length of a vector before training. */
    private static final double INITIAL_LENGTH = 0.1;
    /** Numbers a step must touch for each further thread to pay: below, the threads mostly wait for each other. */
    private static final long WORK_PER_THREAD = 1_000_000;

    private final MfParameters parameters;
    private final Interactions interactions;
    private final PairSampler sampler;
    private final NDManager manager;
    private final DotProductBlock block;
    private final ParameterStore store;
    private final Adam optimiser;

    /**
     * @param interactions without repeats
     */
    MfNetwork(MfParameters parameters, Interactions interactions, DeviceName device, TrainingContext context) {
        this.parameters = parameters;
        this.interactions = interactions;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(context.seed());
        float[] users = initialVectors(interactions.userCount(), random);
        float[] items = initialVectors(interactions.itemCount(), random);
        this.sampler = new PairSampler(interactions, random);
        this.manager = DeepEngine.newManager(device, threads(context.threads()));
        this.block = new DotProductBlock(users, items, parameters.factors());
        block.initialize(manager, DataType.FLOAT32, new Shape(1), new Shape(1, 1));
        this.store = new ParameterStore(manager, false);
        this.optimiser = new Adam(block, manager, (float) parameters.learningRate());
    }

    private int threads(int limit) {
        long vectors = (long) interactions.userCount()
                + interactions.itemCount()
                + (long) parameters.batchSize() * (2 + parameters.negatives());
        return Math.clamp(vectors * parameters.factors() / WORK_PER_THREAD, 1, limit);
    }

    private float[] initialVectors(int rows, RandomGenerator random) {
        double scale = INITIAL_LENGTH / Math.sqrt(parameters.factors());
        float[] vectors = new float[rows * parameters.factors()];
        for (int n = 0; n < vectors.length; n++) {
            vectors[n] = (float) (random.nextGaussian() * scale);
        }
        return vectors;
    }

    /**
     * Visits every positive once.
     *
     * @return the mean loss, regularisation included
     */
    double epoch(Cancellation cancellation) throws InterruptedException {
        sampler.shuffle();
        double sum = 0;
        PairSampler.Batch batch = sampler.next(parameters.batchSize(), parameters.negatives());
        while (batch != null) {
            cancellation.check();
            sum += batch.rows() * step(batch);
            batch = sampler.next(parameters.batchSize(), parameters.negatives());
        }
        return sum / sampler.size();
    }

    private double step(PairSampler.Batch batch) throws InterruptedException {
        try (NDManager scope = manager.newSubManager()) {
            NDArray users = scope.create(batch.users());
            NDArray items = scope.create(batch.items(), new Shape(batch.rows(), 1 + parameters.negatives()));
            NDArray loss = DeepEngine.backward(() -> loss(users, items));
            optimiser.step();
            return loss.getFloat();
        }
    }

    private NDArray loss(NDArray users, NDArray items) {
        NDList outputs = block.forward(store, new NDList(users, items), true);
        NDArray scores = outputs.get(0);
        NDArray advantage = scores.get(new NDIndex(":, 0:1")).sub(scores.get(new NDIndex(":, 1:")));
        // -ln sigmoid(x) = softplus(-x), which neither overflows nor loses small values.
        NDArray ranking = advantage.neg().getNDArrayInternal().softPlus().mean();
        float strength = (float) (parameters.regularization() / (2.0 * users.size()));
        return ranking.add(outputs.get(1).mul(strength));
    }

    /** User vectors as they are now, users x d; zeros for a user without interactions. */
    FloatMatrix userFactors() {
        int d = parameters.factors();
        float[] vectors = block.userVectors();
        for (int u = 0; u < interactions.userCount(); u++) {
            if (interactions.byUser().length(u) == 0) {
                Arrays.fill(vectors, u * d, (u + 1) * d, 0f);
            }
        }
        return FloatMatrix.of(vectors, interactions.userCount(), d);
    }

    /** Item vectors as they are now, items x d. An item nobody had was drawn as a negative like any other. */
    FloatMatrix itemFactors() {
        return FloatMatrix.of(block.itemVectors(), interactions.itemCount(), parameters.factors());
    }

    /** What the engine holds for this run. */
    NDManager manager() {
        return manager;
    }

    @Override
    public void close() {
        manager.close();
    }
}
