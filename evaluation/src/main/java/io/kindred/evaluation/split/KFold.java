package io.kindred.evaluation.split;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.evaluation.stats.SplitMix64;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code k-fold}: all interactions, whoever made them, are divided at random into k parts of (nearly) the same size; each part
 * is test once. With validation the part after it, in a circle, is validation.
 *
 * @param seed of the draws
 * @param folds how many
 * @param validation whether there is a validation part; otherwise it goes to training
 */
public record KFold(long seed, int folds, boolean validation) implements Splitter {
    static final String NAME = "k-fold";

    @Override
    public String protocol() {
        return NAME;
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of("seed", seed, "folds", folds, "validation", validation);
    }

    @Override
    public Split split(Interactions data) {
        int parts = folds;
        if (data.size() < parts || (validation && parts < 3)) {
            throw new KindredException("the protocol 'k-fold' cannot make " + parts + " folds of " + data.size()
                    + " interactions; it needs one interaction a fold, and three folds when there is validation");
        }
        int[] order = new int[data.size()];
        for (int p = 0; p < order.length; p++) {
            order[p] = p;
        }
        new SplitMix64(seed).shuffle(order, 0, order.length);
        List<Fold> result = new ArrayList<>(parts);
        for (int f = 0; f < parts; f++) {
            Parts assigned = new Parts(data);
            int next = (f + 1) % parts;
            for (int i = 0; i < order.length; i++) {
                if (i % parts == f) {
                    assigned.test(order[i]);
                } else if (validation && i % parts == next) {
                    assigned.validation(order[i]);
                }
            }
            result.add(assigned.fold(0));
        }
        return new Split(NAME, settings(), result);
    }
}
