package io.kindred.core.online;

import io.kindred.core.KindredException;

/** The event log cannot be read or written. */
public class EventLogException extends KindredException {
    private static final long serialVersionUID = 1L;

    public EventLogException(String message) {
        super(message);
    }

    public EventLogException(String message, Throwable cause) {
        super(message, cause);
    }
}
