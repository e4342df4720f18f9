package io.kindred.cli.offpolicy;

import io.kindred.core.KindredException;
import io.kindred.evaluation.offpolicy.Policy;
import io.kindred.evaluation.offpolicy.RewardModel;

/**
 * Which policy is to be judged, as people write it: {@code uniform}, {@code epsilon-greedy:0.1}, {@code softmax:0.01}, {@code
 * power:2} or {@code column:NAME}.
 *
 * @param name what stands before the colon
 * @param column of the log that has the policy's probability of the logged action; empty for all but {@code column}
 * @param value the number behind the colon; NaN where there is none
 */
public record PolicyChoice(String name, String column, double value) {
    private static final String LEGAL =
            "uniform, epsilon-greedy:EPSILON, softmax:TEMPERATURE, power:EXPONENT or column:NAME";

    /**
     * Reads a choice.
     *
     * @throws KindredException saying what may be written
     */
    public static PolicyChoice of(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        String rest = colon < 0 ? "" : text.substring(colon + 1);
        PolicyChoice choice =
                switch (name) {
                    case "uniform" -> new PolicyChoice(name, "", Double.NaN);
                    case "column" -> new PolicyChoice(name, rest, Double.NaN);
                    case "epsilon-greedy", "softmax", "power" -> new PolicyChoice(name, "", number(text, rest));
                    default -> throw new KindredException("unknown policy '" + text + "'; it is " + LEGAL);
                };
        if (name.equals("uniform") == (colon >= 0) || (name.equals("column") && rest.isBlank())) {
            throw new KindredException("the policy is '" + text + "' but must be " + LEGAL);
        }
        choice.legal();
        return choice;
    }

    private static double number(String text, String rest) {
        try {
            return Double.parseDouble(rest);
        } catch (NumberFormatException e) {
            throw new KindredException("the policy is '" + text + "' but must be " + LEGAL, e);
        }
    }

    private void legal() {
        boolean legal =
                switch (name) {
                    case "epsilon-greedy" -> value >= 0 && value <= 1;
                    case "softmax" -> value > 0 && Double.isFinite(value);
                    case "power" -> value >= 0 && Double.isFinite(value);
                    default -> true;
                };
        if (!legal) {
            throw new KindredException("the number of the policy " + name + " is " + value + " but must be "
                    + (name.equals("epsilon-greedy")
                            ? "from 0 to 1"
                            : name.equals("softmax") ? "above 0" : "0 or more"));
        }
    }

    /** Whether it is given by a column of the log. */
    public boolean isColumn() {
        return name.equals("column");
    }

    /** The policy over predicted rewards; not for a column. */
    public Policy over(RewardModel model) {
        return switch (name) {
            case "uniform" -> Policy.uniform();
            case "epsilon-greedy" -> Policy.epsilonGreedy(model, value);
            case "softmax" -> Policy.softmax(model, value);
            case "power" -> Policy.power(model, value);
            default -> throw new IllegalStateException(name);
        };
    }
}
