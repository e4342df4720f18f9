package io.kindred.models.cf.warp;

import io.kindred.models.cf.pairwise.CellWalk;
import io.kindred.models.cf.pairwise.PairFactors;
import io.kindred.models.cf.pairwise.PairRule;

/**
 * The rule of the k-th order statistic loss: the visited positive gives its place to the one that scores k-th best among some
 * drawn from the user's positives of the cell, with replacement. Thread-safe.
 *
 * @param step of WARP, taken with the chosen positive
 * @param positives how many are drawn
 * @param rank k, from 1 for the best to the number drawn
 */
record KosRule(RankStep step, int positives, int rank) implements PairRule {
    @Override
    public void visit(CellWalk walk, PairFactors factors, int position, int user, int item) {
        int chosen = position;
        if (walk.positivesOfUser(position) > 1) {
            int[] drawn = new int[positives];
            float[] scores = new float[positives];
            for (int n = 0; n < positives; n++) {
                int at = walk.positiveOfUser();
                float score = factors.score(user, walk.item(at));
                int place = n;
                while (place > 0 && scores[place - 1] < score) {
                    scores[place] = scores[place - 1];
                    drawn[place] = drawn[place - 1];
                    place--;
                }
                scores[place] = score;
                drawn[place] = at;
            }
            chosen = drawn[rank - 1];
        }
        step.take(walk, factors, position, user, walk.item(chosen), walk.weightAt(chosen));
    }
}
