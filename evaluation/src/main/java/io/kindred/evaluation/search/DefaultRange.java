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
 *   <li>another positive whole number d: from d/4 to 4d, logarithmic;
 *   <li>a positive number d on a logarithmic scale, or with a legal range of more than 20 d: from d/32 to 32 d, logarithmic;
 *   <li>another number: all legal ones;
 *   <li>a number whose default is 0 and whose legal range is wider than 1, as where 0 stands for "none" or "all": is not searched.
 * </ul>
 *
 * <p>Stateless.
 */
final class DefaultRange {
    private static final double WHOLE_FACTOR = 4;
    private static final double NUMBER_FACTOR = 32;
    private static final double WIDE = 20;
    private static final int FEW = 10;

    private DefaultRange() {}

    /** The range of a parameter; empty if it is not searched. */
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
        double span = parameter.max() - parameter.min();
        boolean log = d > 0 && (integer ? span > FEW : parameter.log() || span > WIDE * d);
        if (!log && span > (integer ? FEW : Math.max(1, WIDE * Math.abs(d)))) {
            return Optional.empty();
        }
        double from = parameter.min();
        double to = parameter.max();
        if (log) {
            from = integer ? Math.max(1, Math.rint(d / WHOLE_FACTOR)) : rounded(d / NUMBER_FACTOR);
            to = integer ? d * WHOLE_FACTOR : rounded(d * NUMBER_FACTOR);
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
