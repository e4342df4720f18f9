package io.kindred.core.model;

import io.kindred.core.data.TrainingData;

/** Fits one model with fixed hyper-parameters. */
@FunctionalInterface
public interface Trainer {
    /**
     * Trains on the data, which are not changed.
     *
     * @throws InterruptedException if {@code context.cancellation()} was cancelled or the thread interrupted; within a second
     * @throws io.kindred.core.KindredException if the data cannot be learnt from, saying why
     */
    TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException;
}
