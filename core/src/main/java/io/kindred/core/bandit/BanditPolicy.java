package io.kindred.core.bandit;

import io.kindred.core.math.TopK;
import io.kindred.core.model.ServesPropensities;
import java.util.Arrays;

/**
 * Arms and a rule: who is chosen, and how likely that was. A list is filled from the top; at each position, with probability
 * epsilon any arm that is left is drawn, and otherwise one of the rule's draws, whose best arm that is left is taken (of equal
 * ones the lower index). So the probability of each choice, given those above it, is known exactly. Thread-safe while the arms
 * do not learn.
 */
public final class BanditPolicy {
    private final Arms arms;
    private final BanditRule rule;

    public BanditPolicy(Arms arms, BanditRule rule) {
        this.arms = arms;
        this.rule = rule;
    }

    public Arms arms() {
        return arms;
    }

    public BanditRule rule() {
        return rule;
    }

    /** The scores by which arms are ranked when nothing is left to chance. */
    public void index(float[] context, float[] into) {
        arms.in(context, rule).index(into);
    }

    /** The probability of each arm to be the one chosen, adding up to 1. */
    public void probabilities(float[] context, double[] into) {
        int n = arms.count();
        Arrays.fill(into, rule.epsilon() / n);
        Arms.Beliefs beliefs = arms.in(context, rule);
        float[] scores = new float[n];
        int draws = draws();
        for (int m = 0; m < draws; m++) {
            beliefs.draw(m, scores);
            int best = 0;
            for (int a = 1; a < n; a++) {
                best = scores[a] > scores[best] ? a : best;
            }
            into[best] += (1 - rule.epsilon()) / draws;
        }
    }

    /**
     * Draws a list.
     *
     * @param candidates the arms that may be chosen, each once
     * @param k how many; fewer where there are fewer candidates
     * @param seed the same seed gives the same list
     */
    public ServesPropensities.Choice choose(float[] context, int[] candidates, int k, long seed) {
        int length = Math.min(k, candidates.length);
        int[][] best = rankings(context, candidates, length);
        float[] index = new float[arms.count()];
        index(context, index);
        boolean[] taken = new boolean[arms.count()];
        int[] next = new int[best.length];
        int[] items = new int[length];
        float[] scores = new float[length];
        double[] propensities = new double[length];
        BanditDraws random = BanditDraws.of(seed, -1, rule.seed());
        for (int l = 0; l < length; l++) {
            for (int m = 0; m < best.length; m++) {
                while (taken[best[m][next[m]]]) {
                    next[m]++;
                }
            }
            int left = candidates.length - l;
            int chosen = random.uniform() < rule.epsilon()
                    ? left(candidates, taken, random.below(left))
                    : draw(best, next, random.below(best.length));
            int votes = 0;
            for (int m = 0; m < best.length; m++) {
                votes += best[m][next[m]] == chosen ? 1 : 0;
            }
            taken[chosen] = true;
            items[l] = chosen;
            scores[l] = index[chosen];
            propensities[l] = Math.min(1, rule.epsilon() / left + (1 - rule.epsilon()) * votes / best.length);
        }
        return new ServesPropensities.Choice(items, scores, propensities);
    }

    private int draws() {
        return rule.exploration() == BanditRule.Exploration.POSTERIOR ? rule.draws() : 1;
    }

    /** The best candidates of each draw, as many as a list has. */
    private int[][] rankings(float[] context, int[] candidates, int length) {
        Arms.Beliefs beliefs = arms.in(context, rule);
        float[] scores = new float[arms.count()];
        int[][] best = new int[draws()][];
        for (int m = 0; m < best.length; m++) {
            beliefs.draw(m, scores);
            TopK top = new TopK(length);
            for (int candidate : candidates) {
                top.offer(candidate, scores[candidate]);
            }
            best[m] = top.drain().indices();
        }
        return best;
    }

    private static int draw(int[][] best, int[] next, int m) {
        return best[m][next[m]];
    }

    private static int left(int[] candidates, boolean[] taken, int number) {
        int remaining = number;
        for (int candidate : candidates) {
            if (!taken[candidate] && remaining-- == 0) {
                return candidate;
            }
        }
        throw new IllegalStateException("fewer candidates are left than were counted");
    }
}
