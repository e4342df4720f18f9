package io.kindred.featurestore.sample;

import java.util.Locale;

/** The tone of a film: a second axis of taste next to {@link Genre}, visible in descriptions and posters. */
public enum Mood {
    TENDER,
    WRY,
    EERIE,
    STIRRING,
    MELANCHOLY,
    PLAYFUL,
    TENSE,
    DREAMLIKE,
    GRITTY,
    SUNLIT;

    /** The name in files: {@code tender}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }
}
