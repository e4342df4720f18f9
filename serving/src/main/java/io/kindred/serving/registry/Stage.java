package io.kindred.serving.registry;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a published version stands. */
public enum Stage {
    /** Published, never live so far. */
    STAGED,
    /** Answers requests that name no model. */
    LIVE,
    /** Was live before. */
    RETIRED;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
