package io.kindred.featurestore.sample;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Genres drawn by weight, each at most once. Not thread-safe. */
final class GenreUrn {
    private final Map<Genre, Double> weights = new EnumMap<>(Genre.class);

    GenreUrn(ToDoubleFunction<Genre> weight) {
        for (Genre genre : Genre.values()) {
            weights.put(genre, weight.applyAsDouble(genre));
        }
    }

    /** Draws one of the genres left and takes it out. */
    Genre draw(SampleRandom random) {
        Genre[] left = weights.keySet().toArray(Genre[]::new);
        double[] leftWeights = new double[left.length];
        for (int i = 0; i < left.length; i++) {
            leftWeights[i] = weights.get(left[i]);
        }
        return take(left[random.weighted(leftWeights)]);
    }

    /** Takes a certain genre out. */
    Genre take(Genre genre) {
        weights.remove(genre);
        return genre;
    }
}
