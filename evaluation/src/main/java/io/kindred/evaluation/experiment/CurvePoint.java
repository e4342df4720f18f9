package io.kindred.evaluation.experiment;

/**
 * A figure a model reported after an epoch.
 *
 * @param model what the experiment calls the model
 * @param seed of the run
 * @param epoch from 1
 * @param metric such as "loss" or "ndcg@10"
 * @param value finite
 */
public record CurvePoint(String model, long seed, int epoch, String metric, double value) {}
