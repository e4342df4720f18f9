package io.kindred.evaluation.search;

import io.kindred.evaluation.stats.SplitMix64;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The values among which a search looks for one hyper-parameter.
 *
 * <p>Every value has a coordinate on an axis from {@link #low()} to {@link #high()}. On a discrete axis a value owns the cell
 * around its coordinate, so that whole numbers at either end are drawn as often as those between. Immutable.
 */
public sealed interface Dimension {
    /** The parameter's name. */
    String name();

    /** The end of the axis before all values. */
    double low();

    /** The end of the axis behind all values. */
    double high();

    /** Whether there are only so many values. */
    boolean discrete();

    /** How many values there are; infinite for real numbers. */
    double size();

    /** How many values without an order there are; 0 where values have an order. */
    int categories();

    /** Where a value is; NaN if it is not among the values. */
    double coordinate(Object value);

    /** The value at, or on a discrete axis next to, a coordinate; a JSON value. */
    Object value(double coordinate);

    /** Where the cell of the value at a coordinate of a discrete axis begins. */
    double cellLow(double coordinate);

    /** Where the cell of the value at a coordinate of a discrete axis ends. */
    double cellHigh(double coordinate);

    /** Values for a grid: all of a list, at most {@code points} of numbers, evenly spaced and with both ends. */
    List<Object> grid(int points);

    /** The range in words, as in "0.001 to 1 (log)". */
    String text();

    /** A random value, uniform on the axis. */
    default Object draw(SplitMix64 random) {
        return value(low() + (high() - low()) * random.nextDouble());
    }

    /**
     * A number between two. Real numbers are rounded to four digits, so that they can be read and written again.
     *
     * @param from the smallest
     * @param to the largest
     * @param log whether the axis is logarithmic; then {@code from} is positive
     * @param integer whether it is whole; then so are the ends
     */
    record Numbers(String name, double from, double to, boolean log, boolean integer) implements Dimension {
        public Numbers {
            if (!(from < to) || Double.isInfinite(to - from) || (log && from <= 0)) {
                throw new IllegalArgumentException(name + " from " + from + " to " + to);
            }
            if (integer && (from != Math.rint(from) || to != Math.rint(to))) {
                throw new IllegalArgumentException(name + " from " + from + " to " + to + " is not whole");
            }
        }

        @Override
        public double low() {
            return scale(integer ? from - 0.5 : from);
        }

        @Override
        public double high() {
            return scale(integer ? to + 0.5 : to);
        }

        @Override
        public boolean discrete() {
            return integer;
        }

        @Override
        public double size() {
            return integer ? to - from + 1 : Double.POSITIVE_INFINITY;
        }

        @Override
        public int categories() {
            return 0;
        }

        @Override
        public double coordinate(Object value) {
            if (!(value instanceof Number number)) {
                return Double.NaN;
            }
            double v = number.doubleValue();
            return v >= from && v <= to && (!integer || v == Math.rint(v)) ? scale(v) : Double.NaN;
        }

        @Override
        public Object value(double coordinate) {
            double v = log ? Math.exp(coordinate) : coordinate;
            if (integer) {
                return (long) Math.clamp(Math.rint(v), from, to);
            }
            return Math.clamp(Double.parseDouble(String.format(Locale.ROOT, "%.3e", v)), from, to);
        }

        @Override
        public double cellLow(double coordinate) {
            return scale(((Number) value(coordinate)).doubleValue() - 0.5);
        }

        @Override
        public double cellHigh(double coordinate) {
            return scale(((Number) value(coordinate)).doubleValue() + 0.5);
        }

        @Override
        public List<Object> grid(int points) {
            List<Object> values = new ArrayList<>();
            double first = scale(from);
            double last = scale(to);
            for (int i = 0; i < points; i++) {
                Object value = value(points == 1 ? (first + last) / 2 : first + (last - first) * i / (points - 1));
                if (!values.contains(value)) {
                    values.add(value);
                }
            }
            return values;
        }

        @Override
        public String text() {
            return number(from) + " to " + number(to) + (log ? " (log)" : "") + (integer ? ", whole" : "");
        }

        private double scale(double v) {
            return log ? Math.log(v) : v;
        }

        private static String number(double v) {
            return new BigDecimal(Double.toString(v)).stripTrailingZeros().toPlainString();
        }
    }

    /**
     * One of some values. Numbers in ascending order keep their order: what was learnt of one says something of its neighbours.
     *
     * @param values JSON values, at least two, each once
     */
    record Options(String name, List<Object> values) implements Dimension {
        public Options {
            values = List.copyOf(values);
            if (values.size() < 2 || values.stream().distinct().count() < values.size()) {
                throw new IllegalArgumentException(name + " has the values " + values);
            }
        }

        @Override
        public double low() {
            return -0.5;
        }

        @Override
        public double high() {
            return values.size() - 0.5;
        }

        @Override
        public boolean discrete() {
            return true;
        }

        @Override
        public double size() {
            return values.size();
        }

        @Override
        public int categories() {
            for (int i = 0; i < values.size(); i++) {
                if (!(values.get(i) instanceof Number number)
                        || (i > 0 && number.doubleValue() <= ((Number) values.get(i - 1)).doubleValue())) {
                    return values.size();
                }
            }
            return values.size() == 2 ? 2 : 0;
        }

        @Override
        public double coordinate(Object value) {
            int index = values.indexOf(value);
            return index < 0 ? Double.NaN : index;
        }

        @Override
        public Object value(double coordinate) {
            return values.get(Math.clamp(Math.round(coordinate), 0, values.size() - 1));
        }

        @Override
        public double cellLow(double coordinate) {
            return Math.rint(coordinate) - 0.5;
        }

        @Override
        public double cellHigh(double coordinate) {
            return Math.rint(coordinate) + 0.5;
        }

        @Override
        public List<Object> grid(int points) {
            return values;
        }

        @Override
        public String text() {
            return String.join(", ", values.stream().map(String::valueOf).toList());
        }
    }
}
