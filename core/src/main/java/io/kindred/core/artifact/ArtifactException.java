package io.kindred.core.artifact;

import io.kindred.core.KindredException;

/** An artifact that cannot be read: missing, damaged, or of a format this version does not know. */
public class ArtifactException extends KindredException {
    private static final long serialVersionUID = 1L;

    public ArtifactException(String message) {
        super(message);
    }

    public ArtifactException(String message, Throwable cause) {
        super(message, cause);
    }
}
