package io.kindred.webui;

/** A small landscape whose colours follow from the route, so that every recorded film has a picture of its own. */
final class DrawnPoster {
    private DrawnPoster() {}

    static String of(String route) {
        int seed = Math.floorMod(route.hashCode() * 0x9E3779B1, 100_000);
        int hue = seed % 360;
        int sun = 22 + seed / 7 % 50;
        int hill = 74 + seed / 11 % 22;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 144">
                <rect width="96" height="144" fill="hsl(%d 46%% 62%%)"/>
                <circle cx="%d" cy="%d" r="15" fill="hsl(%d 80%% 84%%)"/>
                <path d="M0 %dQ26 %d 52 %dT96 %dV144H0Z" fill="hsl(%d 42%% 40%%)"/>
                <path d="M0 %dQ34 %d 60 %dT96 %dV144H0Z" fill="hsl(%d 44%% 24%%)"/>
                </svg>""".formatted(
                        hue,
                        20 + seed % 56,
                        sun,
                        hue + 40,
                        hill,
                        hill - 24,
                        hill,
                        hill - 8,
                        hue + 15,
                        hill + 28,
                        hill + 6,
                        hill + 24,
                        hill + 20,
                        hue + 30);
    }
}
