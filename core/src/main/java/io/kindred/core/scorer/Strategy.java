package io.kindred.core.scorer;

import java.util.Locale;

/** Which way a query was answered. */
public enum Strategy {
    /** From what training learnt about this user. */
    KNOWN_USER,
    /** From the running session. */
    SESSION,
    /** From a history handed over with the query. */
    FOLD_IN,
    /** From user features alone. */
    COLD_START,
    /** By popularity, because nothing is known. */
    FALLBACK;

    /** The name in answers, as in "fold-in". */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
