package io.kindred.serving.slot;

import io.kindred.serving.problem.ProblemException;
import io.kindred.serving.problem.ProblemType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a request names a model.
 *
 * @param name in the registry
 * @param version null where the request leaves it open
 */
public record ModelReference(String name, Integer version) {
    /** What a model's name looks like. */
    public static final String NAME_PATTERN = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    private static final Pattern REFERENCE = Pattern.compile("(" + NAME_PATTERN + ")(?:@([1-9][0-9]{0,8}))?");

    /**
     * Reads "name" or "name@version".
     *
     * @throws ProblemException if it is neither
     */
    public static ModelReference parse(String text) {
        Matcher parts = REFERENCE.matcher(text);
        if (!parts.matches()) {
            throw new ProblemException(
                    ProblemType.UNKNOWN_MODEL,
                    "'" + text + "' does not name a model; names look like 'als' or 'als@3'");
        }
        return new ModelReference(parts.group(1), parts.group(3) == null ? null : Integer.valueOf(parts.group(3)));
    }

    boolean matches(ModelKey key) {
        return key.name().equals(name) && (version == null || version == key.version());
    }
}
