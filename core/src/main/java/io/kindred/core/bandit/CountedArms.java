package io.kindred.core.bandit;

import java.util.Objects;

/**
 * Arms judged by how often they were shown and what they earned, without a context, with a Beta prior: the mean reward is
 * {@code (rewards + successes) / (pulls + successes + failures)}. The upper bound is that of UCB1, {@code mean + width *
 * sqrt(2 ln(1 + all pulls) / (pulls + successes + failures))} (Auer, Cesa-Bianchi and Fischer, Finite-time Analysis of the
 * Multiarmed Bandit Problem, 2002); the posterior is the Beta distribution (Chapelle and Li, An Empirical Evaluation of
 * Thompson Sampling, 2011). Rewards lie in [0, 1].
 */
public final class CountedArms implements Arms {
    private final double[] pulls;
    private final double[] rewards;
    private final double successes;
    private final double failures;

    /**
     * @param pulls how often each arm was shown, not negative; not copied
     * @param rewards what each earned, between 0 and its pulls; not copied
     * @param successes of the prior, above 0
     * @param failures of the prior, above 0
     */
    public CountedArms(double[] pulls, double[] rewards, double successes, double failures) {
        if (pulls.length != rewards.length) {
            throw new IllegalArgumentException(pulls.length + " counts of arms but " + rewards.length + " rewards");
        }
        if (!(successes > 0) || !(failures > 0) || Double.isInfinite(successes + failures)) {
            throw new IllegalArgumentException(
                    "the prior of a bandit is " + successes + " and " + failures + "; both must be above 0");
        }
        for (int a = 0; a < pulls.length; a++) {
            if (!(pulls[a] >= 0) || !(rewards[a] >= 0) || !(rewards[a] <= pulls[a] + 1e-6)) {
                throw new IllegalArgumentException("arm " + a + " earned " + rewards[a] + " in " + pulls[a] + " pulls");
            }
        }
        this.pulls = pulls;
        this.rewards = rewards;
        this.successes = successes;
        this.failures = failures;
    }

    /** Arms of which nothing is known, with the uniform prior. */
    public static CountedArms fresh(int count) {
        return new CountedArms(new double[count], new double[count], 1, 1);
    }

    @Override
    public int count() {
        return pulls.length;
    }

    @Override
    public int contextSize() {
        return 0;
    }

    /** How often each arm was shown; a copy. */
    public double[] pulls() {
        return pulls.clone();
    }

    /** What each arm earned; a copy. */
    public double[] rewards() {
        return rewards.clone();
    }

    /** Successes of the prior. */
    public double successes() {
        return successes;
    }

    /** Failures of the prior. */
    public double failures() {
        return failures;
    }

    @Override
    public void add(float[] context, int arm, double reward) {
        Objects.checkIndex(arm, pulls.length);
        if (!(reward >= 0 && reward <= 1)) {
            throw new IllegalArgumentException("the reward of arm " + arm + " is " + reward + ", not from 0 to 1");
        }
        pulls[arm]++;
        rewards[arm] += reward;
    }

    private double mean(int arm) {
        return (rewards[arm] + successes) / (pulls[arm] + successes + failures);
    }

    @Override
    public Beliefs in(float[] context, BanditRule rule) {
        return new Beliefs() {
            @Override
            public void index(float[] into) {
                double all = 0;
                for (double count : pulls) {
                    all += count;
                }
                double bonus = rule.exploration() == BanditRule.Exploration.UPPER_BOUND
                        ? rule.width() * Math.sqrt(2 * Math.log1p(all))
                        : 0;
                for (int a = 0; a < pulls.length; a++) {
                    into[a] = (float) (mean(a) + bonus / Math.sqrt(pulls[a] + successes + failures));
                }
            }

            @Override
            public void draw(int number, float[] into) {
                if (rule.exploration() != BanditRule.Exploration.POSTERIOR) {
                    index(into);
                    return;
                }
                for (int a = 0; a < pulls.length; a++) {
                    BanditDraws draws = BanditDraws.of(rule.seed(), number, a);
                    into[a] = (float) draws.beta(rewards[a] + successes, Math.max(0, pulls[a] - rewards[a]) + failures);
                }
            }
        };
    }
}
