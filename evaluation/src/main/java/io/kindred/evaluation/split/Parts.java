package io.kindred.evaluation.split;

import io.kindred.core.data.Interactions;

/** The part each interaction of a data set goes to, by its position in {@link Interactions#byUser()}. Not thread-safe. */
final class Parts {
    private static final byte TRAIN = 0;
    private static final byte FOLD_IN = 1;
    private static final byte VALIDATION = 2;
    private static final byte TEST = 3;

    private final Interactions data;
    private final byte[] parts;

    /** Everything starts in training. */
    Parts(Interactions data) {
        this.data = data;
        this.parts = new byte[data.size()];
    }

    void foldIn(int position) {
        parts[position] = FOLD_IN;
    }

    void validation(int position) {
        parts[position] = VALIDATION;
    }

    void test(int position) {
        parts[position] = TEST;
    }

    Fold fold(int usersTouchedByTies) {
        return Fold.of(select(TRAIN), select(FOLD_IN), select(VALIDATION), select(TEST), usersTouchedByTies);
    }

    private Interactions select(byte part) {
        return data.filter((user, item, value, time, position) -> parts[position] == part);
    }
}
