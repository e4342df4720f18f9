package io.kindred.featurestore.sample;

/** The faces in which titles are set; generic families stand last so that every reader has one. */
enum PosterLettering {
    SERIF("Georgia,'Times New Roman',serif", "bold", "normal", false, 1.04, 1.02),
    ITALIC("Georgia,'Times New Roman',serif", "normal", "italic", false, 1.0, 1.05),
    CAPITALS("Georgia,'Times New Roman',serif", "normal", "normal", true, 1.12, 1.06),
    SANS("'Helvetica Neue',Arial,sans-serif", "bold", "normal", true, 1.02, 0.98),
    LIGHT("'Helvetica Neue',Arial,sans-serif", "normal", "normal", true, 1.22, 1.12),
    POSTER("Impact,'Arial Narrow','Helvetica Neue',sans-serif", "bold", "normal", true, 0.80, 0.96),
    ROUND("'Trebuchet MS',Verdana,sans-serif", "bold", "normal", false, 1.22, 1.04),
    TYPED("'Courier New',Courier,monospace", "bold", "normal", false, 1.12, 1.08);

    private final String attributes;
    private final boolean upperCase;
    private final double stretch;
    private final double leading;

    PosterLettering(String family, String weight, String style, boolean upperCase, double stretch, double leading) {
        this.attributes = "font-family=\"" + family + "\" font-weight=\"" + weight + "\" font-style=\"" + style + "\"";
        this.upperCase = upperCase;
        this.stretch = stretch;
        this.leading = leading;
    }

    /** Attributes of an SVG text element. */
    String attributes() {
        return attributes;
    }

    boolean upperCase() {
        return upperCase;
    }

    /** Width of the face in proportion to a usual sans-serif. */
    double stretch() {
        return stretch;
    }

    /** Distance of lines in letter sizes. */
    double leading() {
        return leading;
    }
}
