package io.kindred.models.cf.warp;

import io.kindred.models.cf.pairwise.CellWalk;
import io.kindred.models.cf.pairwise.PairFactors;

/** The step of WARP: searches for a negative that is ranked too high and pushes it below a positive. Thread-safe. */
final class RankStep {
    private final float[] weights;
    private final float learningRate;
    private final float regularization;

    /**
     * @param items how many there are
     * @param maxSampled draws in search of a negative
     */
    RankStep(int items, int maxSampled, double learningRate, double regularization) {
        this.weights = weights(items, maxSampled);
        this.learningRate = (float) learningRate;
        this.regularization = (float) regularization;
    }

    /**
     * Searches and takes a step if something is found.
     *
     * @param item the positive at the position
     * @param importance of the positive, 1 on average
     */
    void take(CellWalk walk, PairFactors factors, int position, int user, int item, float importance) {
        float least = factors.score(user, item) - 1;
        for (float weight : weights) {
            int other = walk.anyItem();
            float violation = factors.score(user, other) - least;
            // Looking up whether it is a positive costs more than its score, and few come so far.
            if (violation > 0 && !walk.isPositive(position, other)) {
                float strength = weight * importance;
                float rate = learningRate * walk.rate();
                walk.addLoss(strength * violation);
                factors.step(user, item, other, rate * strength, 1 - rate * regularization);
                return;
            }
        }
        walk.addLoss(0);
    }

    /**
     * The weight of a violation found at the draw t = 1, 2, ...: the harmonic number of the rank {@code (items - 1) / t} that
     * the draw suggests, at least 1.
     */
    static float[] weights(int items, int draws) {
        float[] weights = new float[draws];
        double sum = 0;
        int rank = 0;
        for (int t = draws; t >= 1; t--) {
            int suggested = Math.max(1, (items - 1) / t);
            while (rank < suggested) {
                sum += 1.0 / ++rank;
            }
            weights[t - 1] = (float) sum;
        }
        return weights;
    }
}
