package io.kindred.evaluation.offpolicy;

import io.kindred.core.KindredException;
import io.kindred.evaluation.stats.SplitMix64;
import java.util.Arrays;

/**
 * Predicts the rewards of every round with a model that has not seen that round: the log is dealt into folds at random, and
 * each fold is predicted by a model of the others. Fitting and judging on the same rounds would make the direct method
 * overconfident and doubly robust estimates biased (Chernozhukov et al., Double/Debiased Machine Learning, 2018).
 *
 * @param folds at least 2
 * @param seed of the deal
 */
public record CrossFitting(int folds, long seed) {
    public CrossFitting {
        if (folds < 2) {
            throw new IllegalArgumentException("cross-fitting needs 2 folds or more, not " + folds);
        }
    }

    /**
     * Fits a model for each fold.
     *
     * @return predicts rounds of {@code log} alone; asked about another log it throws {@link IllegalArgumentException}
     * @throws KindredException if there are fewer rounds than folds
     */
    public RewardModel fit(RewardLearner learner, BanditFeedback log) {
        if (log.rounds() < folds) {
            throw new KindredException(
                    "cross-fitting in " + folds + " folds needs as many rounds; the log has " + log.rounds());
        }
        int[] order = new int[log.rounds()];
        Arrays.setAll(order, i -> i);
        SplitMix64.stream(seed, 0).shuffle(order, 0, order.length);
        int[] foldOf = new int[order.length];
        RewardModel[] models = new RewardModel[folds];
        for (int f = 0; f < folds; f++) {
            int from = (int) ((long) order.length * f / folds);
            int to = (int) ((long) order.length * (f + 1) / folds);
            int[] rest = new int[order.length - (to - from)];
            System.arraycopy(order, 0, rest, 0, from);
            System.arraycopy(order, to, rest, from, order.length - to);
            for (int i = from; i < to; i++) {
                foldOf[order[i]] = f;
            }
            Arrays.sort(rest);
            models[f] = learner.fit(log.select(rest));
        }
        return (rounds, round, into) -> {
            if (rounds != log) {
                throw new IllegalArgumentException("a cross-fitted model predicts the rounds it was fitted on");
            }
            models[foldOf[round]].predict(rounds, round, into);
        };
    }
}
