package io.kindred.core;

/**
 * An error whose message is written for the person who uses Kindred: one or two lines that name the offending value and the
 * way out. The command line prints the message alone and the REST API puts it into a problem document; a stack trace is
 * never shown. Programming errors use the JDK's own exceptions instead.
 */
public class KindredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public KindredException(String message) {
        super(message);
    }

    public KindredException(String message, Throwable cause) {
        super(message, cause);
    }
}
