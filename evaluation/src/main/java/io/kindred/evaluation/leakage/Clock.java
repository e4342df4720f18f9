package io.kindred.evaluation.leakage;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.data.TimeKind;
import io.kindred.evaluation.split.Fold;
import java.util.Optional;

/**
 * When training ends and the test begins, in Unix seconds.
 *
 * @param lastTrained the newest interaction of training and fold-in
 * @param firstTested the oldest of the test part
 * @param lastTested the newest of the test part
 */
record Clock(long lastTrained, long firstTested, long lastTested) {
    /** Empty where some part has no timestamps. */
    static Optional<Clock> of(Fold fold) {
        boolean told = fold.train().timeKind() == TimeKind.TIMESTAMP
                && fold.test().timeKind() == TimeKind.TIMESTAMP
                && (fold.foldIn().size() == 0 || fold.foldIn().timeKind() == TimeKind.TIMESTAMP);
        if (!told || fold.train().size() == 0 || fold.test().size() == 0) {
            return Optional.empty();
        }
        long trained = Math.max(newest(fold.train()), newest(fold.foldIn()));
        return Optional.of(new Clock(trained, oldest(fold.test()), newest(fold.test())));
    }

    /** Whether one moment divides training from the test. */
    boolean divides() {
        return lastTrained < firstTested;
    }

    /** The first moment that training must know nothing of. */
    long cut() {
        return divides() ? firstTested : lastTrained + 1;
    }

    private static long newest(Interactions part) {
        SparseRows rows = part.byUser();
        long newest = Long.MIN_VALUE;
        for (int p = 0; p < rows.size(); p++) {
            newest = Math.max(newest, rows.time(p));
        }
        return newest;
    }

    private static long oldest(Interactions part) {
        SparseRows rows = part.byUser();
        long oldest = Long.MAX_VALUE;
        for (int p = 0; p < rows.size(); p++) {
            oldest = Math.min(oldest, rows.time(p));
        }
        return oldest;
    }
}
