package io.kindred.models.deep.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import io.kindred.core.model.TrainingContext;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The memory and the engine of one training run: make the tables and the block, then train with {@link DeepTrainer}. Everything
 * is given back on closing. One caller at a time.
 */
public final class Run implements AutoCloseable {
    private final NDManager manager;
    private final Arena arena = Arena.ofShared();
    private final Workspace workspace = new Workspace();
    private final TrainingPlan plan;
    private final long seed;
    private final List<EmbeddingTable> tables = new ArrayList<>();
    private DenseParameters dense;
    private long steps;

    /**
     * @param threads PyTorch may use
     * @throws io.kindred.core.KindredException if PyTorch or the device is not there
     */
    public Run(TrainingPlan plan, DeviceName device, int threads, TrainingContext context) {
        this.plan = plan;
        this.seed = context.seed();
        this.manager = DeepEngine.newManager(device, threads);
    }

    TrainingPlan plan() {
        return plan;
    }

    /** A table of zeros, to be filled before training. */
    public EmbeddingTable table(String name, int rows, int columns) {
        EmbeddingTable table =
                new EmbeddingTable(name, rows, columns, new Parameters(arena, (long) rows * columns, plan.optimizer()));
        tables.add(table);
        return table;
    }

    /**
     * Makes the dense part ready: weights from a normal distribution of variance 2 / (inputs + outputs) (Glorot and Bengio,
     * 2010), other parameters as their kind begins.
     *
     * @param block all dense parameters of the network are inside
     * @param inputs shapes of what it is given
     */
    public void block(Block block, Shape... inputs) {
        RandomGenerator random = random("block", 0);
        block.setInitializer((owner, shape, type) -> glorot(owner, shape, random), Parameter.Type.WEIGHT);
        try (NDManager scope = manager.newSubManager()) {
            block.initialize(scope, DataType.FLOAT32, inputs);
            dense = new DenseParameters(block, manager, arena, plan.optimizer());
        }
    }

    private static NDArray glorot(NDManager owner, Shape shape, RandomGenerator random) {
        float[] values = new float[Math.toIntExact(shape.size())];
        long outputs = shape.get(0);
        long inputs = values.length / Math.max(1, outputs);
        double deviation = Math.sqrt(2.0 / (inputs + outputs));
        for (int n = 0; n < values.length; n++) {
            values[n] = (float) (random.nextGaussian() * deviation);
        }
        return owner.create(values, shape);
    }

    /** All dense parameters as they are now, one after the other as the block declares them. */
    public float[] values() {
        return dense.values();
    }

    /**
     * Random numbers that depend on the seed of the run, a purpose and a number alone.
     *
     * @param purpose such as "items"
     * @param number such as the epoch
     */
    public RandomGenerator random(String purpose, long number) {
        long mixed = seed * 0x9E3779B97F4A7C15L + purpose.hashCode() * 0xBF58476D1CE4E5B9L + number;
        return RandomGeneratorFactory.of("L64X128MixRandom").create(mixed);
    }

    /**
     * Makes one step: computes a loss and moves all parameters that it depends on.
     *
     * @param loss computes a scalar
     * @param planned steps of the whole training, for the schedule
     * @return the loss
     * @throws InterruptedException if interrupted while another run of the process has its turn
     */
    double step(Function<Step, NDArray> loss, long planned) throws InterruptedException {
        steps++;
        workspace.beginStep();
        float rate = (float) plan.schedule().at(steps, planned);
        try (NDManager scope = manager.newSubManager()) {
            Step step = new Step(scope, workspace, dense, steps, true, random("step", steps));
            NDArray[] opened = new NDArray[1];
            NDArray value = DeepEngine.backward(() -> {
                opened[0] = dense == null ? null : dense.open(scope, true);
                return loss.apply(step);
            });
            MemorySegment denseGradient = opened[0] == null ? null : Step.memory(opened[0].getGradient());
            List<MemorySegment> gradients = new ArrayList<>();
            for (Step.Rows rows : step.lookups()) {
                gradients.add(Step.memory(rows.gradient()));
            }
            float scale = scale(denseGradient, gradients);
            if (denseGradient != null) {
                dense.parameters().move(0, dense.size(), denseGradient, 0, scale, rate, steps);
            }
            for (int l = 0; l < gradients.size(); l++) {
                step.lookups().get(l).move(gradients.get(l), scale, rate, steps);
            }
            return value.getFloat();
        }
    }

    private float scale(MemorySegment denseGradient, List<MemorySegment> gradients) {
        if (plan.clip() == 0) {
            return 1;
        }
        double square = denseGradient == null ? 0 : Gradients.squaredLength(denseGradient);
        for (MemorySegment gradient : gradients) {
            square += Gradients.squaredLength(gradient);
        }
        return (float) Math.min(1, plan.clip() / Math.max(1e-12, Math.sqrt(square)));
    }

    /**
     * Computes something with the parameters as they are, without gradients and dropout.
     *
     * @param work must leave nothing behind in the step's memory
     */
    public <T> T infer(Function<Step, T> work) {
        workspace.beginStep();
        try (NDManager scope = manager.newSubManager()) {
            if (dense != null) {
                dense.open(scope, false);
            }
            // Lookups number their rows by the step; those of inference need numbers that no step has.
            return work.apply(
                    new Step(scope, workspace, dense, Long.MIN_VALUE + inferences++, false, random("infer", 0)));
        }
    }

    private long inferences;

    /** How many steps were made. */
    long steps() {
        return steps;
    }

    void write(WritableByteChannel out) throws IOException {
        for (EmbeddingTable table : tables) {
            table.parameters().write(out);
        }
        if (dense != null) {
            dense.parameters().write(out);
        }
    }

    void read(ReadableByteChannel in, long made) throws IOException {
        for (EmbeddingTable table : tables) {
            table.parameters().read(in);
        }
        if (dense != null) {
            dense.parameters().read(in);
        }
        steps = made;
    }

    /** Bytes of all numbers and their state. */
    long bytes() {
        long bytes = dense == null ? 0 : dense.parameters().bytes();
        for (EmbeddingTable table : tables) {
            bytes += table.parameters().bytes();
        }
        return bytes;
    }

    /** Owns what the engine holds for this run. */
    NDManager manager() {
        return manager;
    }

    @Override
    public void close() {
        manager.close();
        workspace.close();
        arena.close();
    }
}
