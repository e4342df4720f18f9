package io.kindred.featurestore.sample;

/** Flat and bright, or drawn with a ruler: comedy, animation and documentary. */
final class PlayfulScenes {
    private static final double TURN = 2 * StrictMath.PI;

    private PlayfulScenes() {}

    /** A face made of a hat, glasses, a moustache and a bow tie, before a sunburst. */
    static void moustache(SvgCanvas svg, PosterPalette palette, SampleRandom random) {
        double y = random.uniform(86, 88);
        sunburst(svg, palette, 48, y, random);
        svg.circle(48, y, 30, palette.light(), 1);
        hat(svg, palette, y - 21, random.below(3));
        double eye = y - 7;
        svg.circle(38, eye, 6.4, palette.dark(), 1).circle(58, eye, 6.4, palette.dark(), 1);
        svg.circle(38, eye, 4.9, palette.light(), 1).circle(58, eye, 4.9, palette.light(), 1);
        svg.stroke(SvgPath.from(44.4, eye).curve(48, eye - 2.5, 51.6, eye), palette.dark(), 1.5, 1);
        double look = random.uniform(-2, 2);
        svg.circle(38 + look, eye + 0.6, 2, palette.dark(), 1).circle(58 + look, eye + 0.6, 2, palette.dark(), 1);
        double lip = y + 7;
        double curl = random.uniform(-4, 2);
        SvgPath moustache = SvgPath.from(48, lip - 2)
                .curve(56, lip - 6, 66, lip + curl)
                .curve(57, lip + 7, 48, lip + 2)
                .curve(39, lip + 7, 30, lip + curl)
                .curve(40, lip - 6, 48, lip - 2)
                .close();
        svg.path(moustache, palette.dark(), 1);
        double tie = y + 33;
        svg.path(SvgPath.polygon(48, tie, 33, tie - 8, 33, tie + 8), palette.middle(), 1);
        svg.path(SvgPath.polygon(48, tie, 63, tie - 8, 63, tie + 8), palette.middle(), 1);
        svg.circle(48, tie, 3.4, palette.dark(), 1);
    }

    private static void hat(SvgCanvas svg, PosterPalette palette, double brim, int kind) {
        switch (kind) {
            case 0 -> {
                svg.path(
                        SvgPath.from(31, brim)
                                .line(31, brim - 4)
                                .arc(17, 65, brim - 4)
                                .line(65, brim)
                                .close(),
                        palette.dark(),
                        1);
                svg.rect(23, brim - 1, 50, 3.4, palette.dark(), 1).rect(31, brim - 6, 34, 4, palette.middle(), 1);
            }
            case 1 -> {
                svg.path(SvgPath.polygon(34, brim + 2, 48, brim - 22, 62, brim + 2), palette.middle(), 1);
                svg.circle(48, brim - 22, 3, palette.dark(), 1);
                svg.circle(44, brim - 6, 2, palette.light(), 1).circle(51, brim - 11, 1.6, palette.light(), 1);
                svg.circle(54, brim - 3, 1.6, palette.light(), 1);
            }
            default -> {
                svg.rect(34, brim - 21, 28, 21, palette.dark(), 1).rect(25, brim - 1, 46, 3.4, palette.dark(), 1);
                svg.rect(34, brim - 7, 28, 4, palette.middle(), 1);
            }
        }
    }

    private static void sunburst(SvgCanvas svg, PosterPalette palette, double x, double y, SampleRandom random) {
        int rays = 9 + random.below(5);
        double start = random.uniform(0, TURN);
        SvgPath path = new SvgPath();
        for (int i = 0; i < rays; i++) {
            double a = start + TURN * i / rays;
            double b = a + TURN / rays / 2;
            path.move(x, y)
                    .line(x + 140 * StrictMath.cos(a), y + 140 * StrictMath.sin(a))
                    .line(x + 140 * StrictMath.cos(b), y + 140 * StrictMath.sin(b))
                    .close();
        }
        svg.path(path, palette.light(), 0.3);
    }

    /** A round creature on a hill, under clouds. */
    static void creature(SvgCanvas svg, PosterPalette palette, SampleRandom random) {
        svg.circle(random.uniform(14, 82), random.uniform(48, 56), random.uniform(8, 11), palette.light(), 0.95);
        for (int i = 0; i < 3; i++) {
            cloud(svg, random.uniform(8, 88), random.uniform(44, 74), random.uniform(4, 6.5));
        }
        svg.path(LandscapeScenes.ridge(104, 9, 2, random), palette.middle(), 0.55);
        svg.path(LandscapeScenes.ridge(116, 7, 3, random), palette.middle(), 1);
        double x = random.uniform(38, 58);
        double size = random.uniform(15, 19);
        double y = 112 - size * 0.6;
        ears(svg, palette, x, y, size, random.below(4));
        svg.ellipse(x, y + size * 0.95, size * 0.9, 2.6, palette.dark(), 0.25);
        svg.ellipse(x, y, size, size * random.uniform(0.92, 1.06), palette.light(), 1);
        svg.ellipse(x, y + size * 0.4, size * 0.6, size * 0.48, "#ffffff", 0.55);
        double look = random.uniform(-1.5, 1.5);
        double gap = size * random.uniform(0.34, 0.44);
        for (int side = -1; side <= 1; side += 2) {
            svg.circle(x + side * gap, y - size * 0.18, size * 0.27, "#ffffff", 1);
            svg.circle(x + side * gap + look, y - size * 0.15, size * 0.15, palette.dark(), 1);
            svg.circle(x + side * gap + look - 0.7, y - size * 0.21, size * 0.05, "#ffffff", 1);
            svg.circle(x + side * size * 0.7, y + size * 0.2, size * 0.12, palette.middle(), 0.7);
        }
        SvgPath smile = SvgPath.from(x - size * 0.24, y + size * 0.25)
                .curve(x, y + size * random.uniform(0.42, 0.62), x + size * 0.24, y + size * 0.25);
        svg.stroke(smile, palette.dark(), 1.3, 1);
        for (int i = 0; i < 6; i++) {
            double flower = random.uniform(4, 92);
            double ground = random.uniform(122, 134);
            svg.circle(flower, ground, 1.5, "#ffffff", 0.9).circle(flower, ground, 0.7, palette.light(), 1);
        }
    }

    private static void ears(SvgCanvas svg, PosterPalette palette, double x, double y, double size, int kind) {
        for (int side = -1; side <= 1; side += 2) {
            double root = x + side * size * 0.5;
            double top = y - size * 0.8;
            switch (kind) {
                case 0 ->
                    svg.ellipse(root, top - 6, 3.4, 11, palette.light(), 1)
                            .ellipse(root, top - 6, 1.6, 8, palette.middle(), 0.6);
                case 1 ->
                    svg.circle(root + side * 3, top + 2, 5.5, palette.light(), 1)
                            .circle(root + side * 3, top + 2, 3, palette.middle(), 0.6);
                case 2 ->
                    svg.path(
                            SvgPath.polygon(root - 6, top + 5, root + side * 4, top - 10, root + 6, top + 5),
                            palette.light(),
                            1);
                default ->
                    svg.stroke(
                                    SvgPath.from(root, top + 3).curve(root + side, top - 4, root + side * 4, top - 8),
                                    palette.dark(),
                                    1.2,
                                    1)
                            .circle(root + side * 4, top - 8, 2.2, palette.middle(), 1);
            }
        }
    }

    private static void cloud(SvgCanvas svg, double x, double y, double size) {
        svg.circle(x, y, size, "#ffffff", 0.8).circle(x - size, y + size * 0.35, size * 0.7, "#ffffff", 0.8);
        svg.circle(x + size, y + size * 0.3, size * 0.75, "#ffffff", 0.8);
        svg.rect(x - size * 1.5, y + size * 0.4, size * 3, size * 0.65, "#ffffff", 0.8);
    }

    /** Contour lines of a map, and the one spot it is about. */
    static void contours(SvgCanvas svg, PosterPalette palette, SampleRandom random) {
        double x = random.uniform(34, 62);
        double y = random.uniform(38, 54);
        double[] phases = {random.uniform(0, TURN), random.uniform(0, TURN), random.uniform(0, TURN)};
        double stretch = random.uniform(0.8, 1.25);
        for (int ring = 11; ring >= 1; ring--) {
            double radius = ring * 6.2;
            SvgPath line = new SvgPath();
            for (int i = 0; i <= 36; i++) {
                double angle = TURN * i / 36;
                double wobble = 1
                        + 0.16 * StrictMath.sin(2 * angle + phases[0])
                        + 0.10 * StrictMath.sin(3 * angle + phases[1])
                        + 0.05 * StrictMath.sin(5 * angle + phases[2] + ring * 0.25);
                double px = x + radius * wobble * StrictMath.cos(angle) * stretch;
                double py = y + radius * wobble * StrictMath.sin(angle) / stretch;
                if (i == 0) {
                    line.move(px, py);
                } else {
                    line.line(px, py);
                }
            }
            line.close();
            if (ring <= 6) {
                svg.path(line, palette.middle(), 0.13);
            }
            svg.stroke(line, palette.middle(), ring % 4 == 1 ? 1.1 : 0.6, 0.85);
        }
        svg.circle(x, y, 3.2, palette.light(), 1).circle(x, y, 6.5, palette.light(), 0.3);
        svg.rect(0, 92, 96, 52, palette.below(), 0.94).rect(0, 92, 96, 0.8, palette.middle(), 1);
    }

    /** Twelve tiles of half circles and stripes, like frames of a film. */
    static void tiles(SvgCanvas svg, PosterPalette palette, SampleRandom random) {
        String[] colours = {palette.middle(), palette.light(), palette.dark(), palette.above()};
        for (int i = 0; i < 12; i++) {
            double x = 7 + i % 4 * 21;
            double y = 10 + Math.floorDiv(i, 4) * 28.0;
            String ground = colours[random.below(3)];
            String shape = colours[random.below(4)];
            svg.rect(x, y, 19, 26, ground, 0.92);
            switch (random.below(4)) {
                case 0 -> svg.circle(x + 9.5, y + 13, 7, shape, 1);
                case 1 ->
                    svg.path(SvgPath.from(x, y + 26).arc(9.5, x + 19, y + 26).close(), shape, 1);
                case 2 -> svg.path(SvgPath.polygon(x, y + 26, x + 19, y + 26, x + 19, y), shape, 1);
                default -> svg.rect(x, y + 5, 19, 4, shape, 1).rect(x, y + 13, 19, 4, shape, 1);
            }
        }
    }
}
