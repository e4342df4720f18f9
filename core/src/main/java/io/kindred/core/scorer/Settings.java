package io.kindred.core.scorer;

import io.kindred.core.artifact.ArtifactReader;
import io.kindred.core.artifact.ArtifactWriter;
import io.kindred.core.neighbours.Similarity;
import io.kindred.core.neighbours.SimilarityMeasure;

/** Reads and writes the numbers of a manifest that stand for integers and choices. */
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

    /** The similarity measure of a model. */
    static SimilarityMeasure measure(ArtifactReader in) {
        return new SimilarityMeasure(
                choice(in, "similarity", Similarity.values()),
                in.number("shrink"),
                in.number("alpha"),
                integer(in, "min_support"));
    }

    static void save(SimilarityMeasure measure, ArtifactWriter out) {
        out.setting("similarity", code(measure.similarity()));
        out.setting("shrink", measure.shrink());
        out.setting("alpha", measure.alpha());
        out.setting("min_support", measure.minSupport());
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
