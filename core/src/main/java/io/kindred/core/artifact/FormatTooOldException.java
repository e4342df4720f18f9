package io.kindred.core.artifact;

/** An artifact written in a format that this version no longer reads. */
public final class FormatTooOldException extends ArtifactException {
    private static final long serialVersionUID = 1L;

    public FormatTooOldException(String message) {
        super(message);
    }
}
