package io.kindred.core.tck;

import io.kindred.core.model.ParameterSchema;
import java.util.ArrayList;
import java.util.List;

/** Values a parameter must refuse. */
final class ContractValues {
    private ContractValues() {}

    static List<String> illegal(ParameterSchema.Parameter parameter) {
        List<String> values = new ArrayList<>();
        switch (parameter.type()) {
            case INTEGER -> {
                values.add("1.5");
                values.add("many");
                if (parameter.min() > Long.MIN_VALUE) {
                    values.add(Long.toString((long) parameter.min() - 1));
                }
                if (parameter.max() < Long.MAX_VALUE) {
                    values.add(Long.toString((long) parameter.max() + 1));
                }
            }
            case NUMBER -> {
                values.add("much");
                values.add("NaN");
                if (parameter.min() > Double.NEGATIVE_INFINITY) {
                    values.add(Double.toString(parameter.min() - 1));
                }
                if (parameter.max() < Double.POSITIVE_INFINITY) {
                    values.add(Double.toString(parameter.max() * 2 + 1));
                }
            }
            case BOOLEAN -> values.add("perhaps");
            case CHOICE -> values.add("no-such-choice");
            case TEXT -> {
                // Any text is legal.
            }
        }
        return values;
    }
}
