package io.kindred.models.deep.engine;

import ai.djl.ndarray.NDArray;
import io.kindred.core.model.TrainedModel;
import java.util.random.RandomGenerator;

/** A model in training: what its author writes beside the provider. Called by one thread. */
public interface Network {
    /**
     * Begins an epoch: shuffles, draws.
     *
     * @param random of this epoch; an epoch must depend on nothing else that is random, so that a run can go on after a kill
     * @return how many steps the epoch has, at least 1
     */
    int begin(RandomGenerator random);

    /**
     * Computes the loss of a step.
     *
     * @param step gives rows of tables, the dense part and memory
     * @param number of the step in its epoch, from 0
     * @param random of this step, for negatives and the like
     * @return a scalar
     */
    NDArray loss(Step step, int number, RandomGenerator random);

    /** How many samples a step has, which its loss is the mean over. */
    int samples(int number);

    /** The model as it is now; it shares no memory with the run. */
    TrainedModel model();
}
