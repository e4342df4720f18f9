package io.kindred.evaluation.search;

import io.kindred.core.model.ParameterSchema;
import io.kindred.core.model.ParameterSchema.Parameter;
import java.util.List;
import java.util.Optional;

/**
 * Where to look for a hyper-parameter when nobody said. A schema's bounds say what is legal, not what is sensible, so a range
 * is laid around the default and cut at the bounds:
 *
 * <ul>
 *   <li>a flag or a choice: all values; text: is not searched;
 *   <li>a whole number of which at most 11 are legal: all of them;
 *   <li>another positive whole number d: from d/4 to 4d, logarithmic (a linear one from zero: from the smallest legal to 10);
 *   <li>a positive number d on a logarithmic scale, or with more than 100 d legal: from d/32 to 32 d, logarithmic;
 *   <li>another number: all legal ones where they span at most 100 times the default, and up to 1 around zero.
 * </ul>
 *
 * <p>Stateless.
 */
final class DefaultRange {
    private static final double WHOLE_FACTOR = 4;
    private static final double NUMBER_FACTOR = 32;
    private static final double WIDE = 100;
    private static final int FEW = 10;

    private DefaultRange() {}

    /** The range of a parameter; empty for text and for a parameter with one legal value. */
    static Optional<Dimension> of(Parameter parameter) {
        return switch (parameter.type()) {
            case TEXT -> Optional.empty();
            case BOOLEAN -> Optional.of(new Dimension.Options(parameter.name(), List.of(false, true)));
            case CHOICE ->
                parameter.choices().size() < 2
                        ? Optional.empty()
                        : Optional.of(new Dimension.Options(parameter.name(), List.copyOf(parameter.choices())));
            case INTEGER, NUMBER -> numbers(parameter);
        };
    }

    private static Optional<Dimension> numbers(Parameter parameter) {
        boolean integer = parameter.type() == ParameterSchema.Type.INTEGER;
        double d = ((Number) parameter.defaultValue()).doubleValue();
        double from;
        double to;
        boolean log;
        if (integer) {
            boolean few = parameter.max() - parameter.min() <= FEW;
            log = !few && d > 0;
            from = few ? parameter.min() : log ? Math.max(1, Math.rint(d / WHOLE_FACTOR)) : d;
            to = few ? parameter.max() : log ? d * WHOLE_FACTOR : d + FEW;
        } else {
            boolean wide = parameter.max() - parameter.min() > WIDE * Math.abs(d);
            log = d > 0 && (parameter.log() || wide);
            from = log ? rounded(d / NUMBER_FACTOR) : wide ? d - 1 : parameter.min();
            to = log ? rounded(d * NUMBER_FACTOR) : wide ? d + 1 : parameter.max();
        }
        from = Math.max(from, parameter.min());
        to = Math.min(to, parameter.max());
        return from < to
                ? Optional.of(new Dimension.Numbers(parameter.name(), from, to, log, integer))
                : Optional.empty();
    }

    /** To two digits, for people. */
    private static double rounded(double v) {
        double unit = Math.pow(10, Math.floor(Math.log10(v)) - 1);
        return Double.parseDouble(String.format(java.util.Locale.ROOT, "%.1e", Math.rint(v / unit) * unit));
    }
}
