package io.kindred.core.scorer;

import io.kindred.core.artifact.ArtifactReader;
import io.kindred.core.artifact.ArtifactWriter;

/**
 * Which past sessions are neighbours of a session and how much they count; see {@link SessionNeighboursModel}.
 *
 * @param neighbours how many of the most similar sessions count, at least 1
 * @param sampleSize among how many of the most recent sessions with a common item they are looked for, at least 1
 * @param lastItems how many items of a session are looked at, from the last back; 1 to {@value #MOST_ITEMS}
 * @param similarity how alike two sessions are
 * @param placeWeighting what a place of the session counts in the similarity
 * @param matchWeighting what a neighbour counts by the last item in common
 * @param idfWeight how much rarer items gain, 0 for nothing
 */
public record SessionNeighbourhood(
        int neighbours,
        int sampleSize,
        int lastItems,
        Similarity similarity,
        PositionWeighting placeWeighting,
        PositionWeighting matchWeighting,
        double idfWeight) {
    /** More items of a session are never looked at, so that the work of a query stays bounded. */
    public static final int MOST_ITEMS = 100;

    /** How alike two sessions are, from the weights w of the places of the one and the items of the other. */
    public enum Similarity {
        /** {@code sum of w over common items / (|w| * sqrt(items of the other))}. */
        COSINE,
        /** {@code sum of w over common items / different items of the session}: vector multiplication. */
        VECTOR
    }

    public SessionNeighbourhood {
        require(neighbours >= 1, "neighbours", neighbours);
        require(sampleSize >= 1, "sampleSize", sampleSize);
        require(lastItems >= 1 && lastItems <= MOST_ITEMS, "lastItems", lastItems);
        require(idfWeight >= 0 && idfWeight <= 1e6, "idfWeight", idfWeight);
    }

    private static void require(boolean legal, String name, double value) {
        if (!legal) {
            throw new IllegalArgumentException("a session neighbourhood cannot have " + name + " " + value);
        }
    }

    static SessionNeighbourhood load(ArtifactReader in) {
        return new SessionNeighbourhood(
                (int) in.number("neighbours"),
                (int) in.number("sample_size"),
                (int) in.number("last_items"),
                constant(Similarity.values(), in, "similarity"),
                constant(PositionWeighting.values(), in, "place_weighting"),
                constant(PositionWeighting.values(), in, "match_weighting"),
                in.number("idf_weight"));
    }

    /** Enumerations are kept as their place in the order of declaration, which must not change. */
    private static <E extends Enum<E>> E constant(E[] values, ArtifactReader in, String name) {
        int index = (int) in.number(name);
        if (index < 0 || index >= values.length) {
            throw new IllegalArgumentException(name + " is " + index + " but must be from 0 to " + (values.length - 1));
        }
        return values[index];
    }

    @SuppressWarnings("EnumOrdinal") // the stored form, pinned by a test
    void save(ArtifactWriter out) {
        out.setting("neighbours", neighbours);
        out.setting("sample_size", sampleSize);
        out.setting("last_items", lastItems);
        out.setting("similarity", similarity.ordinal());
        out.setting("place_weighting", placeWeighting.ordinal());
        out.setting("match_weighting", matchWeighting.ordinal());
        out.setting("idf_weight", idfWeight);
    }
}
