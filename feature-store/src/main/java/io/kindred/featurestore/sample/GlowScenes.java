package io.kindred.featurestore.sample;

/** Pictures of the night: horror, science fiction, musical and mystery. */
final class GlowScenes {
    private GlowScenes() {}

    static void stars(SvgCanvas svg, PosterPalette palette, SampleRandom random, int count, double lowest) {
        for (int i = 0; i < count; i++) {
            double radius = random.chance(0.15) ? 0.9 : 0.45;
            svg.circle(random.uniform(2, 94), random.uniform(2, lowest), radius, palette.light(), 0.85);
        }
    }

    /** A bare tree before a pale moon; something looks back. */
    static void deadTree(SvgCanvas svg, PosterPalette palette, SampleRandom random) {
        double moonX = random.uniform(34, 62);
        double moonY = random.uniform(38, 48);
        svg.glow("halo", 0.5, 0.5, palette.light(), 0.5, palette.light(), 0);
        svg.circle(moonX, moonY, 44, "url(#halo)", 1).circle(moonX, moonY, 25, palette.light(), 0.92);
        svg.circle(moonX + 8, moonY - 7, 4, palette.below(), 0.25)
                .circle(moonX - 9, moonY + 6, 6, palette.below(), 0.2);
        svg.path(LandscapeScenes.ridge(104, 4, 4, random), palette.middle(), 1);
        double x = random.uniform(26, 70);
        branch(svg, palette.dark(), random, x, 112, -StrictMath.PI / 2 + random.uniform(-0.15, 0.15), 22, 5);
        svg.path(LandscapeScenes.ridge(111, 3, 3, random), palette.dark(), 1);
        double eyes = random.uniform(14, 80);
        svg.ellipse(eyes - 1.8, 108, 1.1, 0.7, palette.light(), 1)
                .ellipse(eyes + 1.8, 108, 1.1, 0.7, palette.light(), 1);
        for (int i = 0; i < 3; i++) {
            svg.ellipse(random.uniform(10, 86), 102 + i * 4, random.uniform(26, 44), 2.2, palette.light(), 0.10);
        }
    }

    private static void branch(
            SvgCanvas svg,
            String colour,
            SampleRandom random,
            double x,
            double y,
            double angle,
            double length,
            int depth) {
        double endX = x + length * StrictMath.cos(angle);
        double endY = y + length * StrictMath.sin(angle);
        double bendX = (x + endX) / 2 + random.uniform(-0.12, 0.12) * length;
        svg.stroke(SvgPath.from(x, y).curve(bendX, (y + endY) / 2, endX, endY), colour, 0.4 + depth * 0.75, 1);
        if (depth > 1) {
            int twigs = depth == 4 ? 3 : 2;
            for (int i = 0; i < twigs; i++) {
                double turn = (i - (twigs - 1) / 2.0) * random.uniform(0.7, 1.1) + random.uniform(-0.2, 0.2);
                branch(svg, colour, random, endX, endY, angle + turn, length * random.uniform(0.62, 0.8), depth - 1);
            }
        }
    }

    /** A ringed planet above a grid that runs to the horizon. */
    static void planet(SvgCanvas svg, PosterPalette palette, SampleRandom random) {
        stars(svg, palette, random, 44, 104);
        double x = random.uniform(38, 58);
        double y = random.uniform(70, 76);
        double radius = random.uniform(19, 25);
        double tilt = random.uniform(4, 9) * (random.chance(0.5) ? 1 : -1);
        svg.glow("planet", 0.3, 0.3, palette.light(), 1, palette.middle(), 1);
        svg.glow("air", 0.5, 0.5, palette.middle(), 0.6, palette.middle(), 0);
        svg.circle(x, y, radius * 1.5, "url(#air)", 1);
        boolean ringed = random.chance(0.65);
        double reach = radius * 1.75;
        if (ringed) {
            ring(svg, palette, x, y, reach, tilt, -1);
        }
        svg.circle(x, y, radius, "url(#planet)", 1);
        SvgPath shade = SvgPath.from(x + radius * 0.5, y - radius * 0.866)
                .arc(radius, x - radius * 0.5, y + radius * 0.866)
                .curve(x + radius * 0.75, y + radius * 0.5, x + radius * 0.5, y - radius * 0.866)
                .close();
        svg.path(shade, palette.dark(), 0.35);
        if (ringed) {
            ring(svg, palette, x, y, reach, tilt, 1);
        }
        svg.circle(random.uniform(10, 22), random.uniform(88, 98), random.uniform(2, 3.5), palette.light(), 0.9);
        grid(svg, palette);
    }

    private static void ring(
            SvgCanvas svg, PosterPalette palette, double x, double y, double reach, double tilt, int side) {
        for (int i = 0; i < 2; i++) {
            double r = reach - i * 4;
            double drop = side * (13 - i * 4);
            SvgPath half = SvgPath.from(x - r, y + tilt)
                    .curve(x - r * 0.6, y + tilt * 0.6 + drop, x, y + drop)
                    .curve(x + r * 0.6, y - tilt * 0.6 + drop, x + r, y - tilt);
            svg.stroke(half, i == 0 ? palette.light() : palette.middle(), 1.5 - i * 0.4, 0.9);
        }
    }

    private static void grid(SvgCanvas svg, PosterPalette palette) {
        svg.rect(0, 112, 96, 32, palette.dark(), 1);
        SvgPath lines = new SvgPath();
        for (int i = -6; i <= 6; i++) {
            lines.move(48 + i * 5.5, 112).line(48 + i * 24, 144);
        }
        for (int i = 0; i < 6; i++) {
            double y = 112 + i * (1.6 + i * 0.9);
            lines.move(0, y).line(96, y);
        }
        svg.stroke(lines, palette.middle(), 0.6, 0.8);
    }

    /** Spotlights on a stage framed by bulbs, a row of keys below. */
    static void stage(SvgCanvas svg, PosterPalette palette, SampleRandom random) {
        double aim = random.uniform(40, 56);
        svg.gradient("beam", true, palette.light(), 0.75, palette.light(), 0.05);
        double[] lamps = {random.uniform(2, 18), 48 + random.uniform(-8, 8), random.uniform(78, 94)};
        for (double lamp : lamps) {
            double spread = random.uniform(10, 15);
            svg.path(SvgPath.polygon(lamp - 2, 0, lamp + 2, 0, aim + spread, 78, aim - spread, 78), "url(#beam)", 0.8);
        }
        svg.ellipse(aim, 78, 30, 6, palette.light(), 0.35).ellipse(aim, 78, 19, 3.6, palette.light(), 0.7);
        dancer(svg, palette.dark(), aim, 78, random.chance(0.5) ? 1 : -1);
        svg.rect(0, 84, 96, 60, palette.dark(), 0.9);
        double keys = 86;
        svg.rect(0, keys, 96, 10, palette.ink(), 0.95);
        for (int i = 0; i < 16; i++) {
            svg.rect(i * 6 + 5.7, keys, 0.5, 10, palette.dark(), 0.8);
            if (i % 7 != 2 && i % 7 != 6) {
                svg.rect(i * 6 + 4.2, keys, 3.6, 6, palette.dark(), 1);
            }
        }
        for (int i = 0; i < 13; i++) {
            svg.circle(4 + i * 7.35, 3.2, 1.5, palette.light(), i % 2 == 0 ? 1 : 0.55);
        }
    }

    private static void dancer(SvgCanvas svg, String colour, double x, double ground, int facing) {
        svg.circle(x + facing * 1.5, ground - 31, 2.7, colour, 1);
        SvgPath limbs = SvgPath.from(x + facing * 1, ground - 28)
                .line(x, ground - 15)
                .line(x - facing * 5, ground - 1)
                .move(x, ground - 15)
                .line(x + facing * 7, ground - 9)
                .line(x + facing * 6, ground - 1)
                .move(x + facing, ground - 26)
                .line(x + facing * 9, ground - 33)
                .move(x + facing, ground - 26)
                .line(x - facing * 7, ground - 21);
        svg.stroke(limbs, colour, 2.2, 1);
        svg.path(SvgPath.polygon(x, ground - 21, x + 8, ground - 9, x - 7, ground - 10), colour, 1);
    }

    /** A keyhole, and a lamp in the fog beyond it. */
    static void keyhole(SvgCanvas svg, PosterPalette palette, SampleRandom random) {
        double x = 48;
        double y = random.uniform(40, 45);
        double radius = random.uniform(17, 20);
        double foot = radius * random.uniform(0.95, 1.15);
        svg.glow("lamp", 0.5, 0.4, palette.light(), 1, palette.middle(), 1);
        svg.glow("spill", 0.5, 0.4, palette.light(), 0.45, palette.light(), 0);
        svg.circle(x, y + 16, 58, "url(#spill)", 1);
        SvgPath hole = SvgPath.from(x - radius * 0.5, y + radius * 0.866)
                .arc(radius, x, y - radius)
                .arc(radius, x + radius * 0.5, y + radius * 0.866)
                .line(x + foot, 100)
                .line(x - foot, 100)
                .close();
        svg.path(hole, "url(#lamp)", 1);
        double post = x + random.uniform(-7, 7);
        svg.rect(post - 0.6, y - 3, 1.2, 103 - y, palette.dark(), 1);
        svg.path(
                SvgPath.polygon(post - 3, y - 3, post - 2, y - 9, post + 2, y - 9, post + 3, y - 3), palette.dark(), 1);
        svg.circle(post, y - 5.6, 1.6, palette.light(), 1);
        double figure = post + (random.chance(0.5) ? 8 : -8);
        svg.circle(figure, 76, 2.6, palette.dark(), 1);
        svg.rect(figure - 4, 73.4, 8, 1, palette.dark(), 1).rect(figure - 2.2, 70.4, 4.4, 3.4, palette.dark(), 1);
        svg.path(
                SvgPath.polygon(figure - 2, 78.5, figure + 2, 78.5, figure + 4, 100, figure - 4, 100),
                palette.dark(),
                1);
        for (int i = 0; i < 3; i++) {
            svg.ellipse(x + random.uniform(-6, 6), 90 + i * 5, foot * 1.2, 2.4, palette.light(), 0.18);
        }
    }
}
