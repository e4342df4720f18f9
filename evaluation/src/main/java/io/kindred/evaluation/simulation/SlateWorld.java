package io.kindred.evaluation.simulation;

import io.kindred.core.KindredException;
import io.kindred.evaluation.offpolicy.SlateFeedback;
import io.kindred.evaluation.offpolicy.SlatePolicy;
import io.kindred.evaluation.stats.SplitMix64;
import java.util.Arrays;

/**
 * A world of clicks on lists: a position is looked at with a probability that falls with its rank (the position-based model of
 * Craswell, Zoeter, Taylor and Ramsey, An Experimental Comparison of Click Position-Bias Models, 2008), and what is looked at
 * is clicked with a probability that may depend on other positions. Effects are standard normal, drawn once from the world's
 * seed. Immutable and thread-safe.
 */
public final class SlateWorld {
    private final int positions;
    private final Behaviour behaviour;
    private final double base;
    private final double[] effects;
    private final double[][] interactions;

    /** What of a list a click depends on. */
    public enum Behaviour {
        /** The action at its position alone. */
        INDEPENDENT,
        /** The action and those above it. */
        CASCADE,
        /** The whole list. */
        WHOLE
    }

    /**
     * @param actions at least 2
     * @param positions at least 1
     * @param base log-odds of a click on an action without effects
     */
    public SlateWorld(int actions, int positions, Behaviour behaviour, double base, long seed) {
        if (actions < 2 || positions < 1) {
            throw new KindredException(
                    "a world of lists needs 2 actions and 1 position or more, not " + actions + " and " + positions);
        }
        this.positions = positions;
        this.behaviour = behaviour;
        this.base = base;
        SplitMix64 random = SplitMix64.stream(seed, 6);
        this.effects = new double[actions];
        this.interactions = new double[actions][actions];
        for (int a = 0; a < actions; a++) {
            effects[a] = Normals.next(random);
            for (int b = 0; b < actions; b++) {
                interactions[a][b] = Normals.next(random);
            }
        }
    }

    public int actionCount() {
        return effects.length;
    }

    public int positions() {
        return positions;
    }

    /** The probability of a click at a position of a list. */
    public double clickProbability(int[] slate, int position) {
        double z = base + effects[slate[position]];
        for (int l = 0; l < slate.length; l++) {
            boolean matters = behaviour == Behaviour.WHOLE ? l != position : l < position;
            if (behaviour != Behaviour.INDEPENDENT && matters) {
                z += interactions[slate[l]][slate[position]];
            }
        }
        return 1.0 / (1 + position) / (1 + Math.exp(-z));
    }

    /** The expected clicks on a list. */
    public double expectedClicks(int[] slate) {
        double sum = 0;
        for (int l = 0; l < slate.length; l++) {
            sum += clickProbability(slate, l);
        }
        return sum;
    }

    /**
     * Lists that a policy shows, and the clicks on them; the same seed gives the same log.
     *
     * @param policy may look at the actions above, and at nothing else of the log it is given
     */
    public SlateFeedback play(SlatePolicy policy, int slates, long seed) {
        SplitMix64 random = SplitMix64.stream(seed, 7);
        SlateFeedback.Builder log = SlateFeedback.builder(actionCount());
        double[] probabilities = new double[actionCount()];
        for (int s = 0; s < slates; s++) {
            int[] slate = new int[positions];
            double[] given = new double[positions];
            double[] alone = policy instanceof SlatePolicy.Marginal ? new double[positions] : null;
            for (int l = 0; l < positions; l++) {
                SlateFeedback above = partial(slate, l);
                policy.conditional(above, 0, l, probabilities);
                slate[l] = Simulation.draw(probabilities, random.nextDouble());
                given[l] = probabilities[slate[l]];
                if (policy instanceof SlatePolicy.Marginal marginal) {
                    marginal.marginal(above, 0, l, probabilities);
                    alone[l] = probabilities[slate[l]];
                }
            }
            double[] clicks = new double[positions];
            for (int l = 0; l < positions; l++) {
                clicks[l] = random.nextDouble() < clickProbability(slate, l) ? 1 : 0;
            }
            log.add(slate, clicks, given, alone);
        }
        return log.build();
    }

    /** The list as far as it is filled, with one place more. */
    private SlateFeedback partial(int[] slate, int filled) {
        int[] actions = Arrays.copyOf(slate, filled + 1);
        actions[filled] = 0;
        double[] ones = new double[filled + 1];
        Arrays.fill(ones, 1);
        return SlateFeedback.builder(actionCount())
                .add(actions, new double[filled + 1], ones)
                .build();
    }
}
