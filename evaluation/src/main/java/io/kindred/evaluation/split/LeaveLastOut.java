package io.kindred.evaluation.split;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.data.TimeKind;
import java.util.List;
import java.util.Map;

/**
 * {@code leave-last-out}: a user's last interaction is test and the one before it validation; equal timestamps are ordered by
 * input row. A user with one interaction stays in training; one with two has a test but no validation interaction.
 *
 * @param validation whether there is a validation part; otherwise it goes to training
 */
public record LeaveLastOut(boolean validation) implements Splitter {
    static final String NAME = "leave-last-out";

    @Override
    public String protocol() {
        return NAME;
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of("validation", validation);
    }

    @Override
    public Split split(Interactions data) {
        if (data.timeKind() == TimeKind.NONE) {
            throw new KindredException(
                    "the protocol 'leave-last-out' needs timestamps or an order, and this data has neither;"
                            + " use 'ratio', 'k-fold' or 'strong-generalization'");
        }
        SparseRows rows = data.byUser();
        Parts parts = new Parts(data);
        int touched = 0;
        for (int u = 0; u < rows.rowCount(); u++) {
            int n = rows.length(u);
            if (n < 2) {
                continue;
            }
            int last = rows.end(u) - 1;
            parts.test(last);
            boolean tie = rows.time(last) == rows.time(last - 1);
            if (validation && n > 2) {
                parts.validation(last - 1);
                tie |= rows.time(last - 1) == rows.time(last - 2);
            }
            touched += tie ? 1 : 0;
        }
        return new Split(NAME, settings(), List.of(parts.fold(touched)));
    }
}
