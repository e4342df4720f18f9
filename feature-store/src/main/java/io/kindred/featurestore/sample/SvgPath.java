package io.kindred.featurestore.sample;

/** The outline of a shape in absolute coordinates. Not thread-safe. */
final class SvgPath {
    private final StringBuilder data = new StringBuilder();

    static SvgPath from(double x, double y) {
        return new SvgPath().move(x, y);
    }

    /** A closed shape through points given as x, y, x, y ... */
    static SvgPath polygon(double... points) {
        SvgPath path = from(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.line(points[i], points[i + 1]);
        }
        return path.close();
    }

    SvgPath move(double x, double y) {
        return add('M', x, y);
    }

    SvgPath line(double x, double y) {
        return add('L', x, y);
    }

    /** A quadratic curve with one control point. */
    SvgPath curve(double controlX, double controlY, double x, double y) {
        return add('Q', controlX, controlY, x, y);
    }

    /** An arc of a circle, clockwise on the screen, of at most half the circle. */
    SvgPath arc(double radius, double x, double y) {
        data.append('A').append(SvgCanvas.number(radius)).append(' ').append(SvgCanvas.number(radius));
        data.append(" 0 0 1 ").append(SvgCanvas.number(x)).append(' ').append(SvgCanvas.number(y));
        return this;
    }

    /** A rectangle as one more closed part of the outline. */
    SvgPath box(double x, double y, double width, double height) {
        return move(x, y)
                .line(x + width, y)
                .line(x + width, y + height)
                .line(x, y + height)
                .close();
    }

    SvgPath close() {
        data.append('Z');
        return this;
    }

    private SvgPath add(char command, double... values) {
        data.append(command);
        for (int i = 0; i < values.length; i++) {
            data.append(i == 0 ? "" : " ").append(SvgCanvas.number(values[i]));
        }
        return this;
    }

    @Override
    public String toString() {
        return data.toString();
    }
}
