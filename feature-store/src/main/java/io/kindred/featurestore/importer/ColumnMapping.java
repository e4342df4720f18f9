package io.kindred.featurestore.importer;

import io.kindred.core.KindredException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Says which column of a delimited or JSON Lines file means what, where the names do not.
 *
 * @param columns column by role; a column is a name of the header or, in a file without one, a number from 1
 * @param context columns kept with each event as context, for instance the weekday
 */
public record ColumnMapping(Map<ColumnRole, String> columns, List<String> context) {
    /** Maps nothing: columns are recognised by their names. */
    public static final ColumnMapping AUTOMATIC = new ColumnMapping(Map.of(), List.of());

    private static final String USAGE =
            "write user=COLUMN,item=COLUMN and, where present, value=, time=, type=," + " context=COLUMN+COLUMN";

    /** Copies the collections. */
    public ColumnMapping {
        columns = Map.copyOf(columns);
        context = List.copyOf(context);
    }

    /**
     * Reads a mapping such as {@code user=buyer,item=sku,time=when,context=weekday+city}.
     *
     * @throws KindredException if it cannot be read, names an unknown role or names a role twice
     */
    public static ColumnMapping parse(String text) {
        EnumMap<ColumnRole, String> columns = new EnumMap<>(ColumnRole.class);
        List<String> context = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            String key = equals < 0 ? "" : part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            String column = equals < 0 ? "" : part.substring(equals + 1).strip();
            if (key.isEmpty() || column.isEmpty()) {
                throw new KindredException("mapping '" + DisplayText.of(part) + "' cannot be read; " + USAGE);
            }
            if (key.equals("context")) {
                context.addAll(List.of(column.split("\\+", -1)));
            } else if (columns.put(role(key), column) != null) {
                throw new KindredException("mapping names '" + key + "' twice");
            }
        }
        return new ColumnMapping(columns, context);
    }

    private static ColumnRole role(String key) {
        for (ColumnRole role : ColumnRole.values()) {
            if (role.label().equals(key) || (role == ColumnRole.VALUE && key.equals("rating"))) {
                return role;
            }
        }
        throw new KindredException("mapping names '" + DisplayText.of(key) + "', which is not one of user, item, value,"
                + " time, type, context; " + USAGE);
    }

    /** Whether nothing is mapped. */
    public boolean isAutomatic() {
        return columns.isEmpty() && context.isEmpty();
    }

    /** Whether columns are given as numbers, as in a file without a header. */
    boolean isPositional() {
        if (columns.isEmpty()) {
            return false;
        }
        for (String column : columns.values()) {
            if (!column.matches("[1-9][0-9]{0,3}")) {
                return false;
            }
        }
        return true;
    }
}
