package io.kindred.evaluation.experiment;

import io.kindred.evaluation.report.EvaluationReport;
import io.kindred.evaluation.report.PerUserValues;

/**
 * A model trained and measured on the test part with one seed. Immutable.
 *
 * @param seed of the split where it is random, and of training
 * @param report the figures
 * @param perUser the values behind them
 * @param peakBytes the most heap and mapped memory in use while the model was trained and measured
 */
public record SeedResult(long seed, EvaluationReport report, PerUserValues perUser, long peakBytes) {}
