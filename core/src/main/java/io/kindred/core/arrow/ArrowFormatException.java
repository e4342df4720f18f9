package io.kindred.core.arrow;

import io.kindred.core.KindredException;

/**
 * A file is not an Arrow IPC file, is damaged or truncated, or uses a part of the format outside
 * the supported subset. The message starts with the file's name and says what was found.
 */
public final class ArrowFormatException extends KindredException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception with a message for the user. */
    public ArrowFormatException(String message) {
        super(message);
    }

    /** Creates the exception with a message for the user and the technical cause. */
    public ArrowFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
