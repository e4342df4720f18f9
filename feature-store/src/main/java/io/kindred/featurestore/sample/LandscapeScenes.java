package io.kindred.featurestore.sample;

/** Open country: Western, adventure, fantasy and romance. */
final class LandscapeScenes {
    private LandscapeScenes() {}

    /** A striped sun over mesas, with cacti. */
    static void desert(SvgCanvas svg, PosterPalette palette, SampleRandom random) {
        double x = random.uniform(26, 70);
        double y = random.uniform(72, 84);
        double radius = random.uniform(20, 27);
        svg.circle(x, y, radius * 1.35, palette.light(), 0.18).circle(x, y, radius, palette.light(), 1);
        for (int i = 0; i < 4; i++) {
            svg.rect(x - radius, y + radius * (0.05 + 0.24 * i), 2 * radius, 1 + 0.7 * i, palette.below(), 0.9);
        }
        mesa(svg, random.uniform(-6, 14), random.uniform(22, 34), random.uniform(84, 90), palette.middle(), 0.75);
        mesa(svg, random.uniform(56, 70), random.uniform(24, 36), random.uniform(80, 88), palette.middle(), 1);
        svg.path(ridge(112, 3, 5, random), palette.middle(), 1);
        svg.path(ridge(120, 2.5, 4, random), palette.dark(), 1);
        cactus(svg, random.uniform(12, 24), 126, random.uniform(26, 34), palette.dark());
        cactus(svg, random.uniform(70, 86), 124, random.uniform(14, 20), palette.dark());
    }

    private static void mesa(SvgCanvas svg, double x, double width, double top, String fill, double opacity) {
        svg.path(
                SvgPath.polygon(
                        x - 7,
                        116,
                        x,
                        top + 9,
                        x + 1,
                        top,
                        x + width * 0.4,
                        top,
                        x + width * 0.45,
                        top + 3,
                        x + width - 1,
                        top + 3,
                        x + width,
                        top + 11,
                        x + width + 9,
                        116),
                fill,
                opacity);
    }

    private static void cactus(SvgCanvas svg, double x, double ground, double height, String colour) {
        double width = height * 0.17;
        SvgPath arms = SvgPath.from(x, ground)
                .line(x, ground - height)
                .move(x, ground - height * 0.35)
                .curve(x - width * 2.2, ground - height * 0.33, x - width * 2, ground - height * 0.68)
                .move(x, ground - height * 0.5)
                .curve(x + width * 2, ground - height * 0.48, x + width * 1.9, ground - height * 0.78);
        svg.stroke(arms, colour, width, 1);
    }

    /** Ranges of mountains behind one another, a sun, a river to the reader, and an airship. */
    static void mountains(SvgCanvas svg, PosterPalette palette, SampleRandom random) {
        double sunX = random.uniform(20, 76);
        svg.circle(sunX, 34, random.uniform(9, 15), palette.light(), 0.95);
        svg.circle(sunX, 34, 22, palette.light(), 0.22);
        svg.path(range(58, 16, 4, random), palette.middle(), 0.4);
        double peak = random.uniform(34, 62);
        double top = random.uniform(36, 46);
        svg.path(SvgPath.polygon(peak - 42, 112, peak, top, peak + 46, 112), palette.middle(), 0.85);
        svg.path(
                SvgPath.polygon(
                        peak, top, peak + 9, top + 13, peak + 4, top + 11, peak + 1, top + 17, peak - 3, top + 12,
                        peak - 8, top + 14),
                palette.light(),
                0.95);
        svg.path(range(88, 12, 5, random), palette.middle(), 1);
        svg.path(ridge(106, 5, 4, random), palette.dark(), 1);
        double bend = random.uniform(30, 66);
        SvgPath river = SvgPath.from(bend, 106)
                .curve(bend + 16, 114, 46, 122)
                .curve(28, 132, 40, 144)
                .line(62, 144)
                .curve(46, 130, 58, 122)
                .curve(bend + 24, 112, bend + 2, 106)
                .close();
        svg.path(river, palette.above(), 0.55);
        airship(svg, palette, random.uniform(16, 78), random.uniform(16, 26));
    }

    private static void airship(SvgCanvas svg, PosterPalette palette, double x, double y) {
        svg.ellipse(x, y, 7, 3, palette.dark(), 0.9);
        svg.rect(x - 2.2, y + 3.4, 4.4, 1.5, palette.dark(), 0.9);
        svg.path(SvgPath.polygon(x - 6, y, x - 9, y - 2.4, x - 9, y + 2.4), palette.dark(), 0.9);
    }

    /** A castle before an enormous moon, above a forest. */
    static void castle(SvgCanvas svg, PosterPalette palette, SampleRandom random) {
        double x = random.uniform(36, 60);
        GlowScenes.stars(svg, palette, random, 26, 90);
        svg.circle(x, 76, 37, palette.light(), 0.16).circle(x, 76, 29, palette.light(), 0.95);
        svg.circle(x - 9, 68, 5, palette.below(), 0.18).circle(x + 10, 82, 7, palette.below(), 0.14);
        svg.path(
                SvgPath.from(-4, 144)
                        .line(-4, 118)
                        .curve(x - 22, 112, x - 13, 99)
                        .line(x + 13, 99)
                        .curve(x + 24, 112, 100, 120)
                        .line(100, 144)
                        .close(),
                palette.middle(),
                1);
        int towers = 3 + random.below(3);
        for (int i = 0; i < towers; i++) {
            double offset = (i - (towers - 1) / 2.0) * 22 / towers;
            double height = 30 - Math.abs(offset) * 1.3 + random.uniform(-3, 5);
            tower(svg, palette, x + offset, 100, 5.2, height);
        }
        svg.rect(x - 11, 90, 22, 11, palette.dark(), 1);
        forest(svg, palette.dark(), 128, 16, random);
    }

    private static void tower(
            SvgCanvas svg, PosterPalette palette, double x, double ground, double width, double height) {
        double top = ground - height;
        svg.rect(x - width / 2, top, width, height, palette.dark(), 1);
        svg.path(SvgPath.polygon(x - width * 0.75, top, x, top - 9, x + width * 0.75, top), palette.dark(), 1);
        svg.rect(x - 0.7, top + 4, 1.4, 2.6, palette.light(), 1);
    }

    private static void forest(SvgCanvas svg, String colour, double ground, double tallest, SampleRandom random) {
        SvgPath trees = SvgPath.from(-4, 144);
        for (double x = -4; x < 100; ) {
            double width = random.uniform(5, 9);
            double height = random.uniform(tallest * 0.5, tallest);
            trees.line(x, ground).line(x + width / 2, ground - height).line(x + width, ground);
            x += width;
        }
        svg.path(trees.line(100, 144).close(), colour, 1);
    }

    /** Two suns that meet above the sea, and their path on the water. */
    static void twoSuns(SvgCanvas svg, PosterPalette palette, SampleRandom random) {
        double radius = random.uniform(18, 22);
        double apart = radius * random.uniform(0.55, 0.75);
        double y = random.uniform(70, 76);
        svg.circle(48 - apart, y, radius, palette.light(), 0.85);
        svg.circle(48 + apart, y, radius, palette.middle(), 0.75);
        svg.rect(0, 96, 96, 48, palette.dark(), 0.88);
        svg.rect(0, 96, 96, 48, palette.middle(), 0.22);
        for (int i = 0; i < 11; i++) {
            double width = random.uniform(10, 46) * (1 - i / 16.0);
            double x = 48 - width / 2 + random.uniform(-7, 7);
            String colour = random.chance(0.5) ? palette.light() : palette.middle();
            svg.rect(x, 98.5 + i * 3.4, width, 1.3, colour, 0.85 - i * 0.05);
        }
        double boat = random.uniform(18, 78);
        svg.path(SvgPath.polygon(boat - 5, 101, boat + 5, 101, boat + 3, 104, boat - 3, 104), palette.dark(), 1);
        svg.path(SvgPath.polygon(boat, 89, boat + 4.5, 99.5, boat, 99.5), palette.ink(), 0.95);
        svg.path(SvgPath.polygon(boat - 0.8, 91, boat - 0.8, 99.5, boat - 4, 99.5), palette.ink(), 0.75);
    }

    /** Ground with a gently waving edge around {@code y}. */
    static SvgPath ridge(double y, double swing, int waves, SampleRandom random) {
        SvgPath path = SvgPath.from(-4, 146).line(-4, y);
        double step = 104.0 / waves;
        for (int i = 0; i < waves; i++) {
            double control = y + (i % 2 == 0 ? -swing : swing) * random.uniform(0.5, 1.3);
            path.curve(-4 + step * (i + 0.5), control, -4 + step * (i + 1), y + random.uniform(-1, 1));
        }
        return path.line(100, 146).close();
    }

    /** A range of pointed mountains around {@code y}. */
    static SvgPath range(double y, double height, int peaks, SampleRandom random) {
        SvgPath path = SvgPath.from(-4, 146).line(-4, y + height * 0.5);
        double step = 104.0 / peaks;
        for (int i = 0; i < peaks; i++) {
            path.line(-4 + step * (i + random.uniform(0.3, 0.6)), y - height * random.uniform(0.3, 1));
            path.line(-4 + step * (i + 1), y + height * random.uniform(0, 0.6));
        }
        return path.line(100, 146).close();
    }
}
