package io.kindred.featurestore.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Draws the poster of a film as an SVG of 96 x 144: the main genre gives the scene, the lettering and a choice
 * of palettes, the mood a tint, and the film's own stream of random numbers everything else. Immutable and
 * thread-safe.
 */
public final class PosterPainter {
    /** Width in pixels. */
    public static final int WIDTH = 96;

    /** Height in pixels. */
    public static final int HEIGHT = 144;

    private static final String RESOURCE = "poster-palettes.txt";
    private static final double TITLE_HEIGHT = 34;
    private static final double TOP = 8;
    private static final double CREDIT_BASELINE = 139.5;
    private static final double CREDIT_SIZE = 4.2;

    private final long seed;
    private final Map<Genre, List<PosterPalette>> palettes;

    /** A painter for the catalogue of the given seed. */
    public PosterPainter(long seed) {
        this.seed = seed;
        this.palettes = PosterPalette.parse(lines());
    }

    private static List<String> lines() {
        try (InputStream in = PosterPainter.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing beside " + PosterPainter.class.getName());
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The poster as the text of an SVG file. */
    public String paint(Film film) {
        SampleRandom random = SampleRandom.stream(seed, "poster", film.index());
        PosterPalette palette = random.pick(palettes.get(film.mainGenre()));
        PosterStyle style = random.pick(PosterStyle.of(film.mainGenre()));
        SvgCanvas svg = new SvgCanvas(WIDTH, HEIGHT);
        svg.label(film.title() + " (" + film.releaseYear() + "), a film by " + film.director() + "; simulated");
        svg.gradient("sky", true, palette.above(), 1, palette.below(), 1);
        svg.rect(0, 0, WIDTH, HEIGHT, "url(#sky)", 1);
        style.scene().draw(svg, palette, random);
        tint(svg, film.mood());
        letter(svg, film, palette, style);
        return svg.finish();
    }

    private static void letter(SvgCanvas svg, Film film, PosterPalette palette, PosterStyle style) {
        PosterTitle title = PosterTitle.set(film.title(), style.lettering(), TITLE_HEIGHT);
        double top = style.titleAbove() ? TOP : CREDIT_BASELINE - 8 - title.height();
        String shade = style.titleAbove() ? palette.above() : palette.dark();
        if (!style.plain()) {
            double from = style.titleAbove() ? 0 : 84;
            svg.gradient("shade", true, shade, style.titleAbove() ? 0.75 : 0, shade, style.titleAbove() ? 0 : 0.92);
            svg.rect(0, from, WIDTH, style.titleAbove() ? 56 : HEIGHT - from, "url(#shade)", 1);
        }
        title.draw(svg, top, palette.ink());
        String credit = ("a film by " + film.director()).toUpperCase(Locale.ROOT);
        double width = Math.min(84, PosterTitle.width(credit, PosterLettering.LIGHT) * CREDIT_SIZE);
        String creditColour = style.titleAbove() ? style.creditInk(palette) : palette.ink();
        svg.text(credit, CREDIT_BASELINE, CREDIT_SIZE, width, creditColour, PosterLettering.LIGHT.attributes());
    }

    /** Lays the colour of a mood over the picture. */
    private static void tint(SvgCanvas svg, Mood mood) {
        switch (mood) {
            case TENDER -> svg.rect(0, 0, WIDTH, HEIGHT, "#ff9eb5", 0.10);
            case WRY -> svg.rect(0, 0, WIDTH, HEIGHT, "#c9b458", 0.08);
            case EERIE -> svg.rect(0, 0, WIDTH, HEIGHT, "#2f6b4f", 0.16);
            case STIRRING -> svg.rect(0, 0, WIDTH, HEIGHT, "#ff7a18", 0.09);
            case MELANCHOLY -> svg.rect(0, 0, WIDTH, HEIGHT, "#29477a", 0.18);
            case PLAYFUL -> svg.rect(0, 0, WIDTH, HEIGHT, "#ffe66d", 0.08);
            case TENSE -> svg.rect(0, 0, WIDTH, HEIGHT, "#5e0b15", 0.15);
            case DREAMLIKE -> svg.rect(0, 0, WIDTH, HEIGHT, "#b79cff", 0.13);
            case GRITTY -> svg.rect(0, 0, WIDTH, HEIGHT, "#1f1a17", 0.17);
            case SUNLIT -> svg.rect(0, 0, WIDTH, HEIGHT, "#fff1b0", 0.13);
        }
    }
}
