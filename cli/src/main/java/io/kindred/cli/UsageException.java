package io.kindred.cli;

import io.kindred.core.KindredException;

/** A command that was asked for something that does not exist or is out of range: exit code 2. */
public final class UsageException extends KindredException {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }

    /** The same message as a usage error. */
    public UsageException(KindredException cause) {
        super(cause.getMessage(), cause);
    }
}
