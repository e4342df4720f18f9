package io.kindred.core.model;

import io.kindred.core.data.TrainingData;

/** A trainer that can go on from an earlier model when new interactions, users or items have arrived. */
public interface IncrementallyTrainable extends Trainer {
    /**
     * Updates a model with new interactions.
     *
     * @param base a model of the same provider; unchanged
     * @param delta the new interactions over vocabularies that extend the base's (never renumber)
     */
    TrainedModel update(Recommender base, TrainingData delta, TrainingContext context) throws InterruptedException;
}
