package io.kindred.evaluation.leakage;

import io.kindred.core.data.SparseRows;
import io.kindred.evaluation.split.Fold;
import java.util.List;
import java.util.Locale;

/** Users whose history is handed over with the query, because training must not know them, but who are in training. */
record HeldOutUsersKnown() implements LeakageCheck {
    @Override
    public List<Finding> look(Fold fold) {
        SparseRows train = fold.train().byUser();
        int heldOut = 0;
        int known = 0;
        String example = "";
        for (int u = 0; u < train.rowCount(); u++) {
            if (fold.foldIn().byUser().length(u) == 0) {
                continue;
            }
            heldOut++;
            if (train.length(u) > 0) {
                example = known == 0 ? fold.train().users().idOf(u) : example;
                known++;
            }
        }
        if (known == 0) {
            return List.of();
        }
        return List.of(Finding.failure(String.format(
                Locale.ROOT,
                "%,d of %,d held-out users are in the training part as well, such as '%s'; held-out users must be unknown to"
                        + " the model: take their interactions out of training, or use 'leave-last-out' or 'temporal'",
                known,
                heldOut,
                example)));
    }
}
