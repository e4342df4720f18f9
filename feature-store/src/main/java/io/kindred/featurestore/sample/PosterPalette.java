package io.kindred.featurestore.sample;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The six colours of a poster, each as {@code #rrggbb}.
 *
 * @param above background at the top
 * @param below background at the bottom
 * @param middle things in the middle distance
 * @param dark foreground and silhouettes
 * @param light lamps, moons and suns
 * @param ink lettering
 */
record PosterPalette(String above, String below, String middle, String dark, String light, String ink) {

    /** Reads lines of a genre and six colours; empty lines and those that begin with # are comments. */
    static Map<Genre, List<PosterPalette>> parse(List<String> lines) {
        Map<Genre, List<PosterPalette>> palettes = new EnumMap<>(Genre.class);
        for (Genre genre : Genre.values()) {
            palettes.put(genre, new ArrayList<>());
        }
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] part = line.strip().split(" +");
            for (Genre genre : Genre.values()) {
                if (genre.token().equals(part[0])) {
                    palettes.get(genre).add(new PosterPalette(part[1], part[2], part[3], part[4], part[5], part[6]));
                }
            }
        }
        return palettes;
    }
}
