package io.kindred.evaluation.simulation;

import io.kindred.core.KindredException;
import java.util.Arrays;
import java.util.function.LongFunction;

/**
 * The cumulative regret of an agent over several sequences, ready to be drawn: at each of some rounds the mean, least and
 * largest of the sequences.
 *
 * @param agent its name
 * @param rounds after how many rounds, ascending
 * @param mean of the sequences
 * @param low least of the sequences
 * @param high largest of the sequences
 */
public record RegretCurve(String agent, int[] rounds, double[] mean, double[] low, double[] high) {
    /**
     * Plays an agent against the same sequences as any other agent with these seeds.
     *
     * @param agents makes a fresh agent for each seed
     * @param rounds of each sequence
     * @param points at how many rounds the curve is kept, spread evenly; at most {@code rounds}
     * @param seeds one sequence each, at least one
     */
    public static RegretCurve of(
            String name, Environment environment, LongFunction<Agent> agents, int rounds, int points, long[] seeds) {
        if (seeds.length == 0 || points < 1 || points > rounds) {
            throw new KindredException("a regret curve needs a seed and from 1 to " + rounds + " points, not "
                    + seeds.length + " seeds and " + points + " points");
        }
        int[] at = new int[points];
        Arrays.setAll(at, p -> (int) ((long) rounds * (p + 1) / points));
        double[] mean = new double[points];
        double[] low = new double[points];
        double[] high = new double[points];
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
        for (long seed : seeds) {
            double[] regret = Simulation.play(environment, agents.apply(seed), rounds, seed)
                    .regret();
            for (int p = 0; p < points; p++) {
                double value = regret[at[p] - 1];
                mean[p] += value / seeds.length;
                low[p] = Math.min(low[p], value);
                high[p] = Math.max(high[p], value);
            }
        }
        return new RegretCurve(name, at, mean, low, high);
    }

    /** The mean regret after the last round. */
    public double last() {
        return mean[mean.length - 1];
    }

    /**
     * The exponent of the curve's growth between its middle and its end: 1 where regret grows with the rounds, less where it is
     * sub-linear.
     */
    public double growth() {
        int middle = (mean.length - 1) / 2;
        return Math.log(last() / mean[middle]) / Math.log((double) rounds[rounds.length - 1] / rounds[middle]);
    }
}
