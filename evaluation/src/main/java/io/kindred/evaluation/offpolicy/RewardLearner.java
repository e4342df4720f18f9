package io.kindred.evaluation.offpolicy;

/** A way of fitting a {@link RewardModel} to a log. Stateless and thread-safe; the same log gives the same model. */
@FunctionalInterface
public interface RewardLearner {
    RewardModel fit(BanditFeedback log);
}
