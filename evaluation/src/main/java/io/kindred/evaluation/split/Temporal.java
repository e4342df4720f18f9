package io.kindred.evaluation.split;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.data.TimeKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * {@code temporal}: one cut in time for everybody, so that nothing in training is later than anything in test. The cut is the
 * time at which the wanted share of interactions is reached; interactions at exactly that time all go to the later part.
 *
 * @param fractions shares of all interactions by time
 * @param validation whether there is a validation part between training and test; otherwise it goes to training
 */
public record Temporal(Fractions fractions, boolean validation) implements Splitter {
    static final String NAME = "temporal";

    @Override
    public String protocol() {
        return NAME;
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of(
                "train", fractions.train(),
                "valid", fractions.validation(),
                "test", fractions.test(),
                "validation", validation);
    }

    @Override
    public Split split(Interactions data) {
        requireClock(data.timeKind());
        SparseRows rows = data.byUser();
        int n = rows.size();
        if (n < 2) {
            throw new KindredException("the protocol 'temporal' needs at least two interactions, the data has " + n);
        }
        long[] times = new long[n];
        for (int p = 0; p < n; p++) {
            times[p] = rows.time(p);
        }
        Arrays.sort(times);
        int testRank = n - fractions.testOf(n);
        int validationRank = validation ? testRank - fractions.validationOf(n, n - testRank) : testRank;
        long testFrom = times[testRank];
        long validationFrom = times[validationRank];
        if (validationFrom == times[0]) {
            throw new KindredException("the temporal cut falls on the earliest time in the data ("
                    + Instant.ofEpochSecond(validationFrom) + ") and leaves no training interactions; use 'ratio'");
        }
        boolean moved = times[testRank - 1] == testFrom;
        boolean validationMoved = times[validationRank - 1] == validationFrom;
        Parts parts = new Parts(data);
        int touched = 0;
        for (int u = 0; u < rows.rowCount(); u++) {
            boolean tie = false;
            for (int p = rows.start(u); p < rows.end(u); p++) {
                long time = rows.time(p);
                if (time >= testFrom) {
                    parts.test(p);
                } else if (time >= validationFrom) {
                    parts.validation(p);
                }
                tie |= (moved && time == testFrom) || (validationMoved && time == validationFrom);
            }
            touched += tie ? 1 : 0;
        }
        return new Split(NAME, settings(), List.of(parts.fold(touched)));
    }

    private static void requireClock(TimeKind kind) {
        switch (kind) {
            case TIMESTAMP -> {}
            case ORDER ->
                throw new KindredException(
                        "the protocol 'temporal' needs timestamps, and this data has only the order of each"
                                + " user's interactions; use 'leave-last-out'");
            case NONE ->
                throw new KindredException(
                        "the protocol 'temporal' needs timestamps, and this data has none; use 'ratio',"
                                + " 'k-fold' or 'strong-generalization'");
        }
    }
}
