package io.kindred.evaluation.offpolicy;

/**
 * Predicts what each action would have earned in the situation of a logged round. Implementations never look at the round's
 * own reward, and are thread-safe.
 */
@FunctionalInterface
public interface RewardModel {
    /**
     * Writes the predicted reward of every action in a round; finite.
     *
     * @param into {@link BanditFeedback#actionCount()} places, all of them written
     */
    void predict(BanditFeedback log, int round, double[] into);
}
