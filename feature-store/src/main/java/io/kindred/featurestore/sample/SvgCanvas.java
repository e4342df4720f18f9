package io.kindred.featurestore.sample;

/**
 * Writes a small SVG picture, shape by shape, with coordinates of one decimal. Colours are {@code #rrggbb} or
 * {@code url(#id)} of a gradient defined before. Not thread-safe.
 */
final class SvgCanvas {
    private final StringBuilder out = new StringBuilder(4_096);

    SvgCanvas(int width, int height) {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").append(width);
        out.append("\" height=\"").append(height).append("\" viewBox=\"0 0 ");
        out.append(width).append(' ').append(height).append("\">\n");
    }

    /** A coordinate as it is written. */
    static String number(double value) {
        String text = Decimals.format(value, 1);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** A gradient from one side of a shape to the other; use it as {@code url(#id)}. */
    SvgCanvas gradient(String id, boolean vertical, String from, double fromOpacity, String to, double toOpacity) {
        out.append("<linearGradient id=\"").append(id).append("\" x1=\"0\" y1=\"0\" x2=\"");
        out.append(vertical ? "0\" y2=\"1\">" : "1\" y2=\"0\">");
        stop(0, from, fromOpacity);
        stop(1, to, toOpacity);
        out.append("</linearGradient>\n");
        return this;
    }

    /** A gradient from a point of a shape (0 to 1 of its box) outwards; use it as {@code url(#id)}. */
    SvgCanvas glow(String id, double x, double y, String from, double fromOpacity, String to, double toOpacity) {
        out.append("<radialGradient id=\"").append(id).append("\" cx=\"").append(Decimals.format(x, 2));
        out.append("\" cy=\"").append(Decimals.format(y, 2)).append("\" r=\"0.7\">");
        stop(0, from, fromOpacity);
        stop(1, to, toOpacity);
        out.append("</radialGradient>\n");
        return this;
    }

    private void stop(int offset, String colour, double opacity) {
        out.append("<stop offset=\"")
                .append(offset)
                .append("\" stop-color=\"")
                .append(colour)
                .append('"');
        if (opacity < 1) {
            out.append(" stop-opacity=\"").append(Decimals.format(opacity, 2)).append('"');
        }
        out.append("/>");
    }

    SvgCanvas rect(double x, double y, double width, double height, String fill, double opacity) {
        out.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(y));
        out.append("\" width=\"").append(number(width)).append("\" height=\"").append(number(height));
        return fill(fill, opacity);
    }

    SvgCanvas circle(double x, double y, double radius, String fill, double opacity) {
        out.append("<circle cx=\"").append(number(x)).append("\" cy=\"").append(number(y));
        out.append("\" r=\"").append(number(radius));
        return fill(fill, opacity);
    }

    SvgCanvas ellipse(double x, double y, double radiusX, double radiusY, String fill, double opacity) {
        out.append("<ellipse cx=\"").append(number(x)).append("\" cy=\"").append(number(y));
        out.append("\" rx=\"").append(number(radiusX)).append("\" ry=\"").append(number(radiusY));
        return fill(fill, opacity);
    }

    SvgCanvas path(SvgPath path, String fill, double opacity) {
        out.append("<path d=\"").append(path);
        return fill(fill, opacity);
    }

    /** A line along a path, with round ends. */
    SvgCanvas stroke(SvgPath path, String colour, double width, double opacity) {
        out.append("<path d=\"")
                .append(path)
                .append("\" fill=\"none\" stroke=\"")
                .append(colour);
        out.append("\" stroke-linecap=\"round\" stroke-linejoin=\"round\" stroke-width=\"")
                .append(number(width));
        opacity("stroke-opacity", opacity);
        return this;
    }

    private SvgCanvas fill(String colour, double opacity) {
        out.append("\" fill=\"").append(colour);
        opacity("fill-opacity", opacity);
        return this;
    }

    private void opacity(String attribute, double opacity) {
        if (opacity < 1) {
            out.append("\" ").append(attribute).append("=\"").append(Decimals.format(opacity, 2));
        }
        out.append("\"/>\n");
    }

    /**
     * A centred line of text, stretched or squeezed to exactly the given width so that it looks the same in
     * whatever font the reader has.
     */
    SvgCanvas text(String text, double y, double size, double width, String colour, String attributes) {
        out.append("<text x=\"48\" y=\"")
                .append(number(y))
                .append("\" font-size=\"")
                .append(number(size));
        out.append("\" text-anchor=\"middle\" textLength=\"").append(number(width));
        out.append("\" lengthAdjust=\"spacingAndGlyphs\" fill=\"")
                .append(colour)
                .append("\" ")
                .append(attributes);
        out.append('>').append(escaped(text)).append("</text>\n");
        return this;
    }

    /** A title for those who do not see the picture. */
    SvgCanvas label(String text) {
        out.append("<title>").append(escaped(text)).append("</title>\n");
        return this;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The whole picture. */
    String finish() {
        return out + "</svg>\n";
    }
}
