package io.kindred.featurestore.sample;

/** Among people and houses: drama, thriller and crime. */
final class CityScenes {
    private CityScenes() {}

    /** A lit window in a dark wall, somebody at it, and its light on the floor. */
    static void window(SvgCanvas svg, PosterPalette palette, SampleRandom random) {
        double x = random.uniform(22, 38);
        double y = random.uniform(14, 22);
        double width = random.uniform(34, 42);
        double height = random.uniform(50, 58);
        svg.rect(0, 0, 96, 144, palette.dark(), 0.45);
        svg.gradient("pane", true, palette.light(), 1, palette.below(), 1);
        svg.rect(x - 2.5, y - 2.5, width + 5, height + 5, palette.dark(), 0.9);
        svg.rect(x, y, width, height, "url(#pane)", 1);
        svg.circle(x + width * random.uniform(0.25, 0.75), y + height * 0.3, random.uniform(4, 7), palette.light(), 1);
        svg.path(
                SvgPath.from(x, y + height * 0.72)
                        .curve(x + width * 0.35, y + height * random.uniform(0.5, 0.66), x + width, y + height * 0.74)
                        .line(x + width, y + height)
                        .line(x, y + height)
                        .close(),
                palette.middle(),
                0.8);
        double figure = x + width * random.uniform(0.3, 0.7);
        double ground = y + height;
        svg.circle(figure, ground - 27, 4.2, palette.dark(), 1);
        svg.path(
                SvgPath.from(figure - 8, ground)
                        .curve(figure - 8.5, ground - 20, figure - 2, ground - 22.5)
                        .line(figure + 2, ground - 22.5)
                        .curve(figure + 8.5, ground - 20, figure + 8, ground)
                        .close(),
                palette.dark(),
                1);
        svg.rect(x + width / 2 - 0.7, y, 1.4, height, palette.dark(), 0.95);
        svg.rect(x, y + height * 0.42, width, 1.4, palette.dark(), 0.95);
        SvgPath curtain = SvgPath.from(x - 5, y - 4)
                .line(x + width * 0.3, y - 4)
                .curve(x + width * 0.1, y + height * 0.5, x - 1, y + height + 3)
                .line(x - 5, y + height + 3)
                .close();
        svg.path(curtain, palette.middle(), 0.9);
        SvgPath light =
                SvgPath.polygon(x, y + height + 14, x + width, y + height + 14, x + width + 16, 144, x - 14, 144);
        svg.path(light, palette.light(), 0.2);
    }

    /** A pier into a still sea, and one person at its end. */
    static void pier(SvgCanvas svg, PosterPalette palette, SampleRandom random) {
        double horizon = random.uniform(62, 70);
        double x = random.uniform(30, 66);
        svg.circle(
                random.uniform(16, 80), horizon - random.uniform(8, 26), random.uniform(9, 13), palette.light(), 0.9);
        svg.path(
                SvgPath.from(-2, horizon)
                        .curve(20, horizon - random.uniform(6, 14), 52, horizon)
                        .close(),
                palette.middle(),
                0.7);
        svg.rect(0, horizon, 96, 144 - horizon, palette.middle(), 0.9);
        for (int i = 0; i < 12; i++) {
            double width = random.uniform(8, 30);
            svg.rect(random.uniform(-4, 80), horizon + 3 + i * 5.5, width, 0.8, palette.light(), 0.28);
        }
        svg.path(
                SvgPath.polygon(x - 3, horizon + 8, x + 3, horizon + 8, x + 26, 144, x - 26, 144),
                palette.dark(),
                0.95);
        SvgPath planks = new SvgPath();
        for (int i = 0; i < 7; i++) {
            double y = horizon + 11 + i * (2.5 + i);
            double half = 3 + 23 * (y - horizon - 8) / (136 - horizon);
            planks.move(x - half, y).line(x + half, y);
        }
        svg.stroke(planks, palette.middle(), 0.6, 0.8);
        figure(svg, palette.dark(), x, horizon + 10, 15);
    }

    private static void figure(SvgCanvas svg, String colour, double x, double ground, double height) {
        double unit = height / 10;
        svg.circle(x, ground - 9 * unit, 1.25 * unit, colour, 1);
        svg.path(
                SvgPath.polygon(
                        x - 1.9 * unit,
                        ground - 7.4 * unit,
                        x + 1.9 * unit,
                        ground - 7.4 * unit,
                        x + 1.5 * unit,
                        ground - 3.5 * unit,
                        x + 1.2 * unit,
                        ground,
                        x + 0.2 * unit,
                        ground,
                        x,
                        ground - 3 * unit,
                        x - 0.2 * unit,
                        ground,
                        x - 1.2 * unit,
                        ground,
                        x - 1.5 * unit,
                        ground - 3.5 * unit),
                colour,
                1);
    }

    /** A searchlight finds a runner with a long shadow. */
    static void searchlight(SvgCanvas svg, PosterPalette palette, SampleRandom random) {
        boolean left = random.chance(0.5);
        double lamp = left ? -4 : 100;
        double x = left ? random.uniform(50, 66) : random.uniform(30, 46);
        double ground = random.uniform(80, 88);
        for (int i = 0; i < 5; i++) {
            double stripe = i * 26 + random.uniform(-6, 0);
            svg.path(
                    SvgPath.polygon(stripe, 0, stripe + 10, 0, stripe - 40, 144, stripe - 50, 144),
                    palette.dark(),
                    0.28);
        }
        svg.rect(0, ground + 6, 96, 144, palette.middle(), 0.9);
        svg.gradient("ray", true, palette.light(), 0.95, palette.light(), 0.55);
        svg.path(SvgPath.polygon(lamp, -4, x - 25, ground + 3, x + 25, ground + 3), "url(#ray)", 0.85);
        svg.ellipse(x, ground + 3, 25, 7, palette.light(), 0.85);
        double shadow = left ? 36 : -36;
        svg.path(
                SvgPath.polygon(
                        x - 3, ground + 2, x + 3, ground + 2, x + shadow + 7, ground + 46, x + shadow - 7, ground + 46),
                palette.dark(),
                0.75);
        int way = left ? 1 : -1;
        svg.circle(x + way * 2.5, ground - 25, 3.1, palette.dark(), 1);
        SvgPath limbs = SvgPath.from(x + way * 1.5, ground - 21)
                .line(x - way, ground - 11)
                .line(x + way * 6, ground - 7)
                .line(x + way * 5, ground + 1)
                .move(x - way, ground - 11)
                .line(x - way * 5, ground - 4)
                .line(x - way * 11, ground - 5)
                .move(x + way, ground - 19)
                .line(x + way * 7, ground - 15)
                .line(x + way * 10, ground - 19)
                .move(x + way, ground - 19)
                .line(x - way * 6, ground - 17)
                .line(x - way * 7, ground - 12);
        svg.stroke(limbs, palette.dark(), 2.9, 1);
    }

    /** A corridor of doors that narrows to a lit exit. */
    static void corridor(SvgCanvas svg, PosterPalette palette, SampleRandom random) {
        double x = random.uniform(40, 56);
        double y = random.uniform(46, 54);
        for (int i = 0; i < 7; i++) {
            double near = 1 - i / 7.0;
            double reach = near * near * 76 + 5;
            String fill = i % 2 == 0 ? palette.dark() : palette.below();
            svg.rect(x - reach, y - reach * 1.25, 2 * reach, 2.7 * reach, fill, 0.28 + 0.06 * i);
        }
        svg.glow("exit", 0.5, 0.5, palette.light(), 0.9, palette.light(), 0);
        svg.circle(x, y, 22, "url(#exit)", 1);
        svg.rect(x - 6, y - 9, 12, 20, palette.light(), 1);
        svg.path(SvgPath.polygon(x - 6, y + 11, x + 6, y + 11, x + 24, 144, x - 24, 144), palette.light(), 0.22);
        figure(svg, palette.dark(), x + random.uniform(-1.5, 1.5), y + 13, 15);
    }

    /** A skyline in the rain, some windows still lit, mirrored in a wet street. */
    static void skyline(SvgCanvas svg, PosterPalette palette, SampleRandom random) {
        svg.circle(random.uniform(18, 78), random.uniform(54, 62), random.uniform(10, 14), palette.light(), 0.9);
        svg.path(roofs(82, 26, random), palette.middle(), 0.9);
        SvgPath houses = new SvgPath();
        SvgPath lit = new SvgPath();
        for (double x = -2; x < 96; ) {
            double width = 11 + random.below(8);
            double top = random.uniform(70, 98);
            houses.box(x, top, width + 0.3, 122 - top);
            windows(lit, x + 2, top + 3, width - 3, random);
            x += width;
        }
        svg.path(houses, palette.dark(), 1).path(lit, palette.light(), 0.92);
        svg.rect(0, 120, 96, 24, palette.middle(), 1);
        for (int i = 0; i < 9; i++) {
            svg.rect(
                    random.uniform(0, 90),
                    random.uniform(121, 130),
                    random.uniform(1, 3),
                    random.uniform(6, 14),
                    palette.light(),
                    0.28);
        }
        SvgPath rain = new SvgPath();
        for (int i = 0; i < 34; i++) {
            double x = random.uniform(0, 104);
            double y = random.uniform(-4, 120);
            rain.move(x, y).line(x - 2.4, y + 8);
        }
        svg.stroke(rain, palette.ink(), 0.4, 0.35);
    }

    private static SvgPath roofs(double base, double swing, SampleRandom random) {
        SvgPath path = new SvgPath();
        for (double x = -2; x < 96; ) {
            double width = random.uniform(7, 15);
            double top = base - random.uniform(0, swing);
            path.box(x, top, width + 0.3, 122 - top);
            x += width;
        }
        return path;
    }

    private static void windows(SvgPath lit, double left, double top, double width, SampleRandom random) {
        for (double y = top; y < 116; y += 4.5) {
            for (double x = left; x + 1.6 <= left + width; x += 3.4) {
                if (random.chance(0.3)) {
                    lit.box(x, y, 1.6, 2.2);
                }
            }
        }
    }
}
