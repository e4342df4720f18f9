package io.kindred.evaluation.offpolicy;

import java.util.Arrays;

/** A policy that fills a list from the top, each position with a view of those above. Thread-safe. */
@FunctionalInterface
public interface SlatePolicy {
    /**
     * Writes the probability of each action at a position given the logged actions above it; they add up to 1.
     *
     * @param into {@link SlateFeedback#actionCount()} places, all of them written
     */
    void conditional(SlateFeedback log, int slate, int position, double[] into);

    /** A policy that knows as well how likely an action is at a position whatever is above it. */
    interface Marginal extends SlatePolicy {
        /** As {@link #conditional}, but averaged over what the policy would put above. */
        void marginal(SlateFeedback log, int slate, int position, double[] into);
    }

    /**
     * Each position by itself; an action may come twice.
     *
     * @param table position x action, each row adding up to 1
     */
    static Marginal independent(double[][] table) {
        double[][] kept = Arrays.stream(table).map(double[]::clone).toArray(double[][]::new);
        return new Marginal() {
            @Override
            public void conditional(SlateFeedback log, int slate, int position, double[] into) {
                System.arraycopy(kept[position], 0, into, 0, into.length);
            }

            @Override
            public void marginal(SlateFeedback log, int slate, int position, double[] into) {
                conditional(log, slate, position, into);
            }
        };
    }

    /**
     * Draws without replacement, each time in proportion to fixed weights: the model of Plackett, The Analysis of
     * Permutations, 1975.
     *
     * @param weights of the actions, above 0
     */
    static SlatePolicy withoutReplacement(double[] weights) {
        double[] kept = weights.clone();
        return (log, slate, position, into) -> {
            System.arraycopy(kept, 0, into, 0, into.length);
            for (int l = 0; l < position; l++) {
                into[log.action(slate, l)] = 0;
            }
            double total = Arrays.stream(into).sum();
            for (int a = 0; a < into.length; a++) {
                into[a] /= total;
            }
        };
    }
}
