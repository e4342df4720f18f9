package io.kindred.core.artifact;

/** An artifact written by a later version in a format that this version does not know yet. */
public final class FormatTooNewException extends ArtifactException {
    private static final long serialVersionUID = 1L;

    public FormatTooNewException(String message) {
        super(message);
    }
}
