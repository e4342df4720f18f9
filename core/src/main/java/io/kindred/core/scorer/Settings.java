package io.kindred.core.scorer;

import io.kindred.core.artifact.ArtifactReader;

/** Reads the numbers of a manifest that stand for integers and choices. */
final class Settings {
    private Settings() {}

    /**
     * A setting that must be an integer of at least 1.
     *
     * @throws IllegalArgumentException if it is not
     */
    static int integer(ArtifactReader in, String name) {
        double value = in.number(name);
        if (!(value >= 1 && value <= Integer.MAX_VALUE) || value != Math.rint(value)) {
            throw new IllegalArgumentException("the setting '" + name + "' is " + value);
        }
        return (int) value;
    }

    /** What stands for a choice: its place, which saved models rely on. */
    @SuppressWarnings("EnumOrdinal") // the enums say that new choices go last
    static double code(Enum<?> choice) {
        return choice.ordinal();
    }

    /**
     * A setting that must be the place of a choice.
     *
     * @throws IllegalArgumentException if it is none
     */
    static <E extends Enum<E>> E choice(ArtifactReader in, String name, E[] choices) {
        double value = in.number(name);
        if (!(value >= 0 && value < choices.length) || value != Math.rint(value)) {
            throw new IllegalArgumentException("the setting '" + name + "' is " + value);
        }
        return choices[(int) value];
    }
}
