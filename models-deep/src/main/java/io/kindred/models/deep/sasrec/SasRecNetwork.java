package io.kindred.models.deep.sasrec;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.UserHistories;
import io.kindred.core.encoder.SelfAttentionEncoder;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.scorer.SequenceModel;
import io.kindred.models.deep.engine.EmbeddingTable;
import io.kindred.models.deep.engine.Network;
import io.kindred.models.deep.engine.Run;
import io.kindred.models.deep.engine.Step;
import io.kindred.models.deep.loss.Softmax;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** SASRec in training. The vectors of items are those of inputs and outputs alike. One caller at a time. */
final class SasRecNetwork implements Network {
    private static final float HIDDEN = -1e9f;
    private static final double DEVIATION = 0.02;

    private final SasRecParameters parameters;
    private final SequenceBatches batches;
    private final EmbeddingTable items;
    private final SelfAttentionBlock block;
    private final Interactions interactions;
    private final UserHistories histories;
    private final Run run;
    private int samples;

    SasRecNetwork(SasRecParameters parameters, Interactions interactions, Run run) {
        this.parameters = parameters;
        this.interactions = interactions;
        this.histories = UserHistories.of(interactions);
        this.run = run;
        this.batches = new SequenceBatches(interactions.byUser(), parameters.maxLength(), parameters.batchSize());
        this.items = run.table("items", interactions.itemCount(), parameters.factors());
        items.drawNormal(DEVIATION, run.random("items", 0));
        this.block = new SelfAttentionBlock(
                parameters.maxLength(),
                parameters.factors(),
                parameters.heads(),
                parameters.layers(),
                parameters.inner() * parameters.factors());
        run.block(block, new Shape(1, 1, parameters.factors()), new Shape(1, 1, 1, 1));
    }

    @Override
    public int begin(RandomGenerator random) {
        return batches.shuffle(random);
    }

    @Override
    public int samples(int number) {
        return samples;
    }

    @Override
    public NDArray loss(Step step, int number, RandomGenerator random) {
        SequenceBatches.Batch batch = batches.batch(number);
        samples = batch.targets().length;
        boolean all = parameters.loss() == SasRecParameters.Loss.CROSS_ENTROPY;
        int[] sample = all ? new int[0] : sample(random);
        Step.Rows rows = all ? step.all(items) : step.rows(items, batch.inputs(), batch.targets(), sample);
        NDArray inputs = all
                ? rows.of(longs(batch.inputs()), batch.rows(), batch.length())
                : rows.at(0, batch.rows(), batch.length());
        NDArray hidden = step.gather(encode(step, inputs, batch), batch.places());
        NDArray targets = step.ids(longs(batch.targets()), samples);
        if (all) {
            return Softmax.full(hidden, rows.unique(), targets);
        }
        double expected = (double) sample.length / items.rows();
        return Softmax.sampled(
                hidden,
                rows.at(1, samples),
                rows.at(2, sample.length),
                targets,
                step.ids(longs(sample), sample.length),
                step.manager().full(new Shape(sample.length), (float) Math.log(expected), DataType.FLOAT32));
    }

    /**
     * The vectors of all positions of one sequence, computed by the engine.
     *
     * @return 1 x L x d, L at most {@code maxLength}
     */
    NDArray encode(Step step, int[] sequence) {
        int length = Math.min(sequence.length, parameters.maxLength());
        int[] inputs = Arrays.copyOfRange(sequence, sequence.length - length, sequence.length);
        SequenceBatches.Batch batch = new SequenceBatches.Batch(1, length, inputs, new int[1], new long[0], new int[0]);
        return encode(step, step.rows(items, inputs).at(0, 1, length), batch);
    }

    private NDArray encode(Step step, NDArray inputs, SequenceBatches.Batch batch) {
        block.dropout(array -> step.dropout(array, parameters.dropout()));
        return step.run(block, inputs, mask(step, batch)).singletonOrThrow();
    }

    /** Nobody looks ahead or at padding; padding looks at anything before it, which is not used. */
    private static NDArray mask(Step step, SequenceBatches.Batch batch) {
        int length = batch.length();
        boolean padded = false;
        for (int padding : batch.padding()) {
            padded |= padding > 0;
        }
        int rows = padded ? batch.rows() : 1;
        float[] mask = new float[rows * length * length];
        for (int r = 0; r < rows; r++) {
            int padding = padded ? batch.padding()[r] : 0;
            for (int query = 0; query < length; query++) {
                int at = (r * length + query) * length;
                for (int key = 0; key < length; key++) {
                    mask[at + key] = key > query || (key < padding && query >= padding) ? HIDDEN : 0f;
                }
            }
        }
        return step.manager().create(mask, new Shape(rows, 1, length, length));
    }

    private int[] sample(RandomGenerator random) {
        int[] sample = new int[parameters.negatives()];
        for (int n = 0; n < sample.length; n++) {
            sample[n] = random.nextInt(items.rows());
        }
        return sample;
    }

    private static long[] longs(int[] numbers) {
        long[] longs = new long[numbers.length];
        for (int n = 0; n < longs.length; n++) {
            longs[n] = numbers[n];
        }
        return longs;
    }

    @Override
    public TrainedModel model() {
        return new SequenceModel(
                ModelInfo.of(new SasRecProvider(), parameters),
                interactions.users(),
                interactions.items(),
                histories,
                items.copy(0, items.rows()),
                new SelfAttentionEncoder.Shape(
                        parameters.factors(),
                        parameters.heads(),
                        parameters.layers(),
                        parameters.inner() * parameters.factors(),
                        parameters.maxLength()),
                run.values());
    }
}
