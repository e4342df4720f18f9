package io.kindred.evaluation.simulation;

import io.kindred.core.KindredException;
import io.kindred.evaluation.stats.SplitMix64;
import java.util.Objects;

/**
 * A contextual world of clicks: contexts are standard normal vectors, and action a is clicked with probability {@code
 * sigmoid(base + effect_a + strength * taste_a . context / sqrt(d))}, with standard normal effects and tastes drawn once from
 * the world's seed. Without contexts it is the classical Bernoulli bandit. Immutable and thread-safe; {@link #environment}
 * gives sequences in it.
 */
public final class BernoulliWorld {
    private final Settings settings;
    private final double[] effects;
    private final double[][] tastes;

    /**
     * What a world is made of.
     *
     * @param actions at least 2
     * @param contextSize numbers in a context, 0 for none
     * @param base log-odds of a click on an action without effect or taste
     * @param spread standard deviation of the actions' effects, not negative
     * @param strength standard deviation of the contexts' influence, not negative
     * @param seed of effects and tastes
     */
    public record Settings(int actions, int contextSize, double base, double spread, double strength, long seed) {
        public Settings {
            if (actions < 2) {
                throw new KindredException("a world needs at least 2 actions, not " + actions);
            }
            if (contextSize < 0) {
                throw new KindredException("a context cannot have " + contextSize + " numbers");
            }
            if (!Double.isFinite(base) || !(spread >= 0) || !(strength >= 0)) {
                throw new KindredException("a world's base must be finite and spread and strength not negative: " + base
                        + ", " + spread + ", " + strength);
            }
        }
    }

    public BernoulliWorld(Settings settings) {
        this.settings = settings;
        SplitMix64 random = SplitMix64.stream(settings.seed(), 1);
        this.effects = new double[settings.actions()];
        this.tastes = new double[settings.actions()][settings.contextSize()];
        for (int a = 0; a < effects.length; a++) {
            effects[a] = settings.spread() * Normals.next(random);
            for (int j = 0; j < settings.contextSize(); j++) {
                tastes[a][j] = settings.strength() * Normals.next(random) / Math.sqrt(settings.contextSize());
            }
        }
    }

    public int actionCount() {
        return effects.length;
    }

    public int contextSize() {
        return settings.contextSize();
    }

    /** The probability of a click. */
    public double clickProbability(float[] context, int action) {
        double z = settings.base() + effects[action];
        for (int j = 0; j < context.length; j++) {
            z += tastes[action][j] * context[j];
        }
        return 1 / (1 + Math.exp(-z));
    }

    /** A random context. */
    float[] context(SplitMix64 random) {
        float[] context = new float[settings.contextSize()];
        for (int j = 0; j < context.length; j++) {
            context[j] = (float) Normals.next(random);
        }
        return context;
    }

    /**
     * The expected reward of an agent that does not learn, over random contexts.
     *
     * @param rounds how many contexts are drawn; the error falls with their root
     */
    public double valueOf(Agent agent, int rounds, long seed) {
        SplitMix64 random = SplitMix64.stream(seed, 2);
        double[] probabilities = new double[actionCount()];
        double sum = 0;
        for (int i = 0; i < rounds; i++) {
            float[] context = context(random);
            agent.probabilities(context, probabilities);
            for (int a = 0; a < probabilities.length; a++) {
                sum += probabilities[a] * clickProbability(context, a);
            }
        }
        return sum / rounds;
    }

    /** A sequence of random users of this world, one a round. */
    public Environment environment() {
        return new Sequence();
    }

    private final class Sequence implements Environment {
        private SplitMix64 contexts;
        private SplitMix64 clicks;
        private float[] present;

        @Override
        public int actionCount() {
            return effects.length;
        }

        @Override
        public int contextSize() {
            return settings.contextSize();
        }

        @Override
        public float[] reset(long seed) {
            // Separate streams: what an agent chooses does not change whom it meets.
            contexts = SplitMix64.stream(seed, 3);
            clicks = SplitMix64.stream(seed, 4);
            present = context(contexts);
            return present.clone();
        }

        @Override
        public Step step(int action) {
            double regret = optimum() - expectedReward(action);
            double reward = clicks.nextDouble() < expectedReward(action) ? 1 : 0;
            present = context(contexts);
            return new Step(reward, regret, present.clone());
        }

        @Override
        public double expectedReward(int action) {
            if (present == null) {
                throw new IllegalStateException("reset the environment before its first step");
            }
            Objects.checkIndex(action, effects.length);
            return clickProbability(present, action);
        }
    }
}
