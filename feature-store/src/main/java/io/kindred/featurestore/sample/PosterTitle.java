package io.kindred.featurestore.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Sets a title in the width of a poster: tries one to three lines and takes what allows the largest letters.
 * Widths are estimated, for the reader's font is not known; {@link SvgCanvas#text} makes them come true.
 */
final class PosterTitle {
    private static final double LINE_WIDTH = 84;
    private static final double LARGEST = 17;
    private static final int MOST_LINES = 3;

    private final List<String> lines;
    private final double size;
    private final PosterLettering lettering;

    private PosterTitle(List<String> lines, double size, PosterLettering lettering) {
        this.lines = lines;
        this.size = size;
        this.lettering = lettering;
    }

    /** The best setting of a title in at most the given height. */
    static PosterTitle set(String title, PosterLettering lettering, double height) {
        String text = lettering.upperCase() ? title.toUpperCase(Locale.ROOT) : title;
        List<String> words = List.of(text.split(" "));
        PosterTitle best = null;
        for (int count = 1; count <= Math.min(MOST_LINES, words.size()); count++) {
            List<String> lines = balanced(words, count);
            double widest = 0;
            for (String line : lines) {
                widest = Math.max(widest, width(line, lettering));
            }
            double room = height / (count * lettering.leading());
            double size = Math.min(LARGEST, Math.min(room, LINE_WIDTH / widest));
            if (best == null || size > best.size + 0.4) {
                best = new PosterTitle(lines, size, lettering);
            }
        }
        return best;
    }

    /** Breaks words into lines so that the longest line is as short as greedy filling finds it. */
    private static List<String> balanced(List<String> words, int count) {
        int limit = 1;
        while (true) {
            List<String> lines = new ArrayList<>();
            StringBuilder line = new StringBuilder();
            for (String word : words) {
                if (!line.isEmpty() && line.length() + 1 + word.length() > limit) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            lines.add(line.toString());
            if (lines.size() <= count) {
                return lines;
            }
            limit++;
        }
    }

    /** Estimated width of a line in letters of size 1. */
    static double width(String line, PosterLettering lettering) {
        double width = 0;
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if ("ijl.,:;'!|I ".indexOf(letter) >= 0) {
                width += 0.30;
            } else if ("mwMW".indexOf(letter) >= 0) {
                width += 0.86;
            } else if (Character.isUpperCase(letter)) {
                width += 0.68;
            } else if ("frt".indexOf(letter) >= 0) {
                width += 0.38;
            } else {
                width += 0.53;
            }
        }
        return width * lettering.stretch();
    }

    /** Height of the set lines. */
    double height() {
        return lines.size() * size * lettering.leading();
    }

    /** Draws the lines below {@code top}. */
    void draw(SvgCanvas svg, double top, String colour) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            double baseline = top + size * (0.8 + i * lettering.leading());
            svg.text(line, baseline, size, size * width(line, lettering), colour, lettering.attributes());
        }
    }
}
