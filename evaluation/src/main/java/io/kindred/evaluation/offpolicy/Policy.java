package io.kindred.evaluation.offpolicy;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * A policy to be judged: for the situation of a logged round, the probability of each action. Implementations must depend on
 * the context, the position and the available actions of the round alone, never on its action or reward, and be thread-safe.
 */
@FunctionalInterface
public interface Policy {
    /**
     * Writes the probabilities of all actions in a round: not negative, 0 for actions not available, and adding up to 1.
     *
     * @param log the rounds
     * @param round which of them
     * @param into {@link BanditFeedback#actionCount()} places, all of them written
     */
    void probabilities(BanditFeedback log, int round, double[] into);

    /** Every available action alike. */
    static Policy uniform() {
        return (log, round, into) -> {
            int available = 0;
            for (int a = 0; a < into.length; a++) {
                into[a] = log.isAvailable(round, a) ? 1 : 0;
                available += (int) into[a];
            }
            for (int a = 0; a < into.length; a++) {
                into[a] /= available;
            }
        };
    }

    /**
     * The same probabilities in every round with the same position.
     *
     * @param table position x action, each row adding up to 1
     */
    static Policy byPosition(double[][] table) {
        double[][] kept = Arrays.stream(table).map(double[]::clone).toArray(double[][]::new);
        return (log, round, into) -> System.arraycopy(kept[log.position(round)], 0, into, 0, into.length);
    }

    /**
     * The action with the highest predicted reward (of equals the lowest index) with probability {@code 1 - epsilon}, and
     * otherwise a uniform draw from the available actions.
     *
     * @param model what predicts; fitted on other rounds than those the policy is judged on
     * @param epsilon share of exploration, 0 to 1
     */
    static Policy epsilonGreedy(RewardModel model, double epsilon) {
        if (!(epsilon >= 0 && epsilon <= 1)) {
            throw new IllegalArgumentException("epsilon is " + epsilon + " but must be between 0 and 1");
        }
        Policy uniform = uniform();
        return (log, round, into) -> {
            double[] predicted = new double[into.length];
            model.predict(log, round, predicted);
            int best = -1;
            for (int a = 0; a < into.length; a++) {
                if (log.isAvailable(round, a) && (best < 0 || predicted[a] > predicted[best])) {
                    best = a;
                }
            }
            uniform.probabilities(log, round, into);
            for (int a = 0; a < into.length; a++) {
                into[a] *= epsilon;
            }
            into[best] += 1 - epsilon;
        };
    }

    /**
     * Probabilities proportional to a power of the predicted reward; negative predictions count as 0, and where all are 0 the
     * choice is uniform.
     *
     * @param exponent 0 is uniform, larger is greedier
     */
    static Policy power(RewardModel model, double exponent) {
        if (!(exponent >= 0) || Double.isInfinite(exponent)) {
            throw new IllegalArgumentException("the exponent is " + exponent + " but must be 0 or more");
        }
        return weighted(model, predicted -> Math.pow(Math.max(0, predicted), exponent));
    }

    /**
     * Probabilities proportional to {@code exp(predicted reward / temperature)}.
     *
     * @param temperature above 0; smaller is greedier
     */
    static Policy softmax(RewardModel model, double temperature) {
        if (!(temperature > 0) || Double.isInfinite(temperature)) {
            throw new IllegalArgumentException("the temperature is " + temperature + " but must be above 0");
        }
        return (log, round, into) -> {
            model.predict(log, round, into);
            double largest = Double.NEGATIVE_INFINITY;
            for (int a = 0; a < into.length; a++) {
                largest = log.isAvailable(round, a) ? Math.max(largest, into[a]) : largest;
            }
            for (int a = 0; a < into.length; a++) {
                into[a] = log.isAvailable(round, a) ? Math.exp((into[a] - largest) / temperature) : 0;
            }
            normalise(into);
        };
    }

    private static Policy weighted(RewardModel model, DoubleUnaryOperator weight) {
        return (log, round, into) -> {
            model.predict(log, round, into);
            double total = 0;
            for (int a = 0; a < into.length; a++) {
                into[a] = log.isAvailable(round, a) ? weight.applyAsDouble(into[a]) : 0;
                total += into[a];
            }
            if (total == 0) {
                uniform().probabilities(log, round, into);
            } else {
                normalise(into);
            }
        };
    }

    private static void normalise(double[] values) {
        double total = 0;
        for (double value : values) {
            total += value;
        }
        for (int a = 0; a < values.length; a++) {
            values[a] /= total;
        }
    }
}
