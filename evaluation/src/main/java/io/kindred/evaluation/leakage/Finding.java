package io.kindred.evaluation.leakage;

/**
 * Something a guard found.
 *
 * @param fatal whether results would be wrong, so that nothing may be trained; otherwise a reader of the result must know it
 * @param text counts, an example and the way out, for people
 */
record Finding(boolean fatal, String text) {
    static Finding failure(String text) {
        return new Finding(true, text);
    }

    static Finding note(String text) {
        return new Finding(false, text);
    }
}
