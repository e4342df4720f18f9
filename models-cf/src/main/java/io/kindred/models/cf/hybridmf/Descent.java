package io.kindred.models.cf.hybridmf;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Stochastic gradient descent on the losses of hybrid matrix factorisation, one interaction at a time, as in LightFM. Not
 * thread-safe.
 */
final class Descent {
    /** A WARP weight beyond this makes steps that undo what was learnt. */
    private static final float MAX_WEIGHT = 10f;

    private static final int DRAWS_FOR_A_NEGATIVE = 100;

    private final HybridMfParameters parameters;
    private final SideEmbeddings users;
    private final SideEmbeddings items;
    private final SplittableRandom random;
    private final int itemCount;
    private final int[] starts;
    private final int[] positives;
    private final float[] user;
    private final float[] item;
    private final float[] other;
    private final float[] scores;
    private final int[] candidates;

    /** Starts over interactions without repeats. */
    Descent(
            HybridMfParameters parameters,
            SideEmbeddings users,
            SideEmbeddings items,
            Interactions interactions,
            SplittableRandom random) {
        this.parameters = parameters;
        this.users = users;
        this.items = items;
        this.random = random;
        this.itemCount = interactions.itemCount();
        SparseRows rows = interactions.byUser();
        this.starts = new int[rows.rowCount() + 1];
        this.positives = new int[rows.size()];
        for (int u = 0; u < rows.rowCount(); u++) {
            int[] row = rows.columnsOf(u);
            Arrays.sort(row);
            System.arraycopy(row, 0, positives, starts[u], row.length);
            starts[u + 1] = starts[u] + row.length;
        }
        this.user = new float[parameters.factors() + 1];
        this.item = new float[parameters.factors() + 1];
        this.other = new float[parameters.factors() + 1];
        this.scores = new float[parameters.orderSample()];
        this.candidates = new int[parameters.orderSample()];
    }

    /**
     * Visits an interaction.
     *
     * @param weight of its loss
     * @return its loss
     */
    double visit(int userIndex, int itemIndex, float weight) {
        users.sum(userIndex, user);
        return switch (parameters.loss()) {
            case LOGISTIC -> logistic(userIndex, itemIndex, weight);
            case BPR -> bpr(userIndex, itemIndex, weight);
            case WARP -> warp(userIndex, itemIndex, weight);
            case KOS -> warp(userIndex, orderStatistic(userIndex), weight);
        };
    }

    private double logistic(int userIndex, int itemIndex, float weight) {
        double loss = logisticStep(userIndex, itemIndex, 1, weight);
        for (int n = 0; n < parameters.negatives(); n++) {
            int negative = negative(userIndex);
            if (negative >= 0) {
                users.sum(userIndex, user);
                loss += logisticStep(userIndex, negative, 0, weight);
            }
        }
        return loss;
    }

    private double logisticStep(int userIndex, int itemIndex, int label, float weight) {
        items.sum(itemIndex, item);
        double score = score(item) + user[parameters.factors()];
        // Both from one exponential that cannot overflow: sigmoid(score) and the loss.
        double small = Math.exp(-Math.abs(score));
        double probability = (score > 0 ? 1 : small) / (1 + small);
        float slope = (float) (weight * (probability - label));
        items.descend(itemIndex, user, slope);
        users.descend(userIndex, item, slope);
        return weight * (Math.log1p(small) + Math.max(0, label == 1 ? -score : score));
    }

    private double bpr(int userIndex, int itemIndex, float weight) {
        int negative = negative(userIndex);
        if (negative < 0) {
            return 0;
        }
        items.sum(itemIndex, item);
        items.sum(negative, other);
        double difference = score(item) - score(other);
        double small = Math.exp(-Math.abs(difference));
        double miss = (difference > 0 ? small : 1) / (1 + small);
        step(userIndex, itemIndex, negative, (float) (weight * miss));
        return weight * (Math.log1p(small) + Math.max(0, -difference));
    }

    private double warp(int userIndex, int itemIndex, float weight) {
        items.sum(itemIndex, item);
        float least = score(item) - 1;
        for (int draw = 1; draw <= parameters.maxSampled(); draw++) {
            int candidate = random.nextInt(itemCount);
            items.sum(candidate, other);
            float violation = score(other) - least;
            if (violation > 0 && !isPositive(userIndex, candidate)) {
                float rank = Math.max(1, (itemCount - 1) / draw);
                float force = Math.min(MAX_WEIGHT, weight * (float) Math.log(rank));
                step(userIndex, itemIndex, candidate, force);
                return force * violation;
            }
        }
        return 0;
    }

    /** The user's item whose score is the k-th best of a few drawn ones. */
    private int orderStatistic(int userIndex) {
        int start = starts[userIndex];
        int drawn = Math.min(parameters.orderSample(), starts[userIndex + 1] - start);
        for (int n = 0; n < drawn; n++) {
            int candidate = positives[start + random.nextInt(starts[userIndex + 1] - start)];
            items.sum(candidate, item);
            float score = score(item);
            int at = n;
            while (at > 0 && scores[at - 1] < score) {
                scores[at] = scores[at - 1];
                candidates[at] = candidates[at - 1];
                at--;
            }
            scores[at] = score;
            candidates[at] = candidate;
        }
        return candidates[Math.min(parameters.orderStatistic(), drawn) - 1];
    }

    /** Moves the positive, in {@code item}, up and the negative, in {@code other}, down. */
    private void step(int userIndex, int positive, int negative, float force) {
        items.descend(positive, user, -force);
        items.descend(negative, user, force);
        users.descendPair(userIndex, other, item, force);
    }

    /** The score but for the user's bias. */
    private float score(float[] itemVector) {
        int factors = parameters.factors();
        float even = itemVector[factors];
        float odd = 0;
        int c = 0;
        for (; c < factors - 1; c += 2) {
            even = Math.fma(user[c], itemVector[c], even);
            odd = Math.fma(user[c + 1], itemVector[c + 1], odd);
        }
        return c < factors ? Math.fma(user[c], itemVector[c], even) + odd : even + odd;
    }

    /** An item the user did not have, or -1 if none was drawn. */
    private int negative(int userIndex) {
        for (int draw = 0; draw < DRAWS_FOR_A_NEGATIVE; draw++) {
            int candidate = random.nextInt(itemCount);
            if (!isPositive(userIndex, candidate)) {
                return candidate;
            }
        }
        return -1;
    }

    private boolean isPositive(int userIndex, int itemIndex) {
        return Arrays.binarySearch(positives, starts[userIndex], starts[userIndex + 1], itemIndex) >= 0;
    }
}
