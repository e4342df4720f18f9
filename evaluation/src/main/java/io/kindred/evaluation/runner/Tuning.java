package io.kindred.evaluation.runner;

import io.kindred.core.data.TrainingData;
import io.kindred.evaluation.split.RankingTask;

/**
 * What settings are chosen by; it shares nothing with the test part. Immutable.
 *
 * @param data to train on
 * @param task to measure on
 * @param hash identifies both
 */
public record Tuning(TrainingData data, RankingTask task, String hash) {}
