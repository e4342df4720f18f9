package io.kindred.serving.problem;

import java.io.IOException;

/** A body has more bytes than allowed; an IOException so that parsers let it pass as it is. */
public final class BodyTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    public BodyTooLargeException(String message) {
        super(message);
    }
}
