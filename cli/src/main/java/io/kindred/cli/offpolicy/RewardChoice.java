package io.kindred.cli.offpolicy;

import io.kindred.core.KindredException;
import io.kindred.evaluation.offpolicy.LogisticRewards;
import io.kindred.evaluation.offpolicy.RewardLearner;
import io.kindred.evaluation.offpolicy.RidgeRewards;
import io.kindred.evaluation.offpolicy.SmoothedRates;

/** Which reward model predicts, as people write it: {@code means:20}, {@code ridge:1} or {@code logistic:1}. Stateless. */
public final class RewardChoice {
    private RewardChoice() {}

    /**
     * Reads a choice.
     *
     * @throws KindredException saying what may be written
     */
    public static RewardLearner of(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        double number = number(text, colon);
        if (!(number > 0) || Double.isInfinite(number)) {
            throw new KindredException("the strength of the reward model '" + text + "' must be above 0");
        }
        return switch (name) {
            case "means" -> new SmoothedRates(number);
            case "ridge" -> new RidgeRewards(number);
            case "logistic" -> new LogisticRewards(number);
            default ->
                throw new KindredException("unknown reward model '" + text
                        + "'; it is means:ROUNDS, ridge:STRENGTH or logistic:STRENGTH, as in means:20");
        };
    }

    private static double number(String text, int colon) {
        if (colon < 0) {
            return 1;
        }
        try {
            return Double.parseDouble(text.substring(colon + 1));
        } catch (NumberFormatException e) {
            throw new KindredException(
                    "the reward model is '" + text + "' but what follows the colon must be a number", e);
        }
    }
}
