package io.kindred.evaluation.split;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.evaluation.stats.SplitMix64;
import java.util.List;
import java.util.Map;

/**
 * {@code ratio}: each user's interactions are divided at random. The shares of test and validation are rounded down, and
 * what that leaves is training; a user with two or more interactions has at least one in training and one in test, and with
 * three or more at least one in validation; a user with one interaction stays in training. The draws of a user depend on the
 * seed and the user's index alone.
 *
 * @param seed of the draws
 * @param fractions shares of each user's interactions
 * @param validation whether there is a validation part; otherwise it goes to training
 */
public record Ratio(long seed, Fractions fractions, boolean validation) implements Splitter {
    static final String NAME = "ratio";

    @Override
    public String protocol() {
        return NAME;
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of(
                "seed", seed,
                "train", fractions.train(),
                "valid", fractions.validation(),
                "test", fractions.test(),
                "validation", validation);
    }

    @Override
    public Split split(Interactions data) {
        SparseRows rows = data.byUser();
        Parts parts = new Parts(data);
        int[] order = new int[rows.longestRow()];
        for (int u = 0; u < rows.rowCount(); u++) {
            int n = rows.length(u);
            if (n < 2) {
                continue;
            }
            for (int i = 0; i < n; i++) {
                order[i] = rows.start(u) + i;
            }
            SplitMix64.stream(seed, u).shuffle(order, 0, n);
            int tests = fractions.testOf(n);
            int validations = validation ? fractions.validationOf(n, tests) : 0;
            for (int i = 0; i < tests; i++) {
                parts.test(order[i]);
            }
            for (int i = tests; i < tests + validations; i++) {
                parts.validation(order[i]);
            }
        }
        return new Split(NAME, settings(), List.of(parts.fold(0)));
    }
}
