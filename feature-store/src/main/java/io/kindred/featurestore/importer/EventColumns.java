package io.kindred.featurestore.importer;

import io.kindred.core.KindredException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where an interaction file has its fields.
 *
 * @param roles column index by role; {@code USER} and {@code ITEM} are always present
 * @param context column indices of the context, in the order of the context's names
 * @param unknown names of the columns that are not imported
 */
record EventColumns(Map<ColumnRole, Integer> roles, List<Integer> context, List<String> unknown) {
    EventColumns {
        roles = Map.copyOf(roles);
        context = List.copyOf(context);
        unknown = List.copyOf(unknown);
    }

    /** Index of the role's column, or -1. */
    int of(ColumnRole role) {
        return roles.getOrDefault(role, -1);
    }

    /** Roles by the names of the columns alone; may lack any role. */
    static Map<ColumnRole, Integer> recognise(List<String> columns) {
        EnumMap<ColumnRole, Integer> roles = new EnumMap<>(ColumnRole.class);
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < columns.size(); i++) {
                ColumnRole role = ColumnRole.ofColumn(columns.get(i)).orElse(null);
                if (role != null && role.isSecondChoice(columns.get(i)) == (pass == 1)) {
                    roles.putIfAbsent(role, i);
                }
            }
        }
        return roles;
    }

    /**
     * Resolves all columns of an interaction file.
     *
     * @throws KindredException if the user or item column or a mapped column is missing
     */
    static EventColumns resolve(String file, List<String> columns, ColumnMapping mapping) {
        Map<ColumnRole, Integer> roles = recognise(columns);
        mapping.columns().forEach((role, column) -> roles.values().remove(indexOf(file, columns, mapping, column)));
        mapping.columns().forEach((role, column) -> roles.put(role, indexOf(file, columns, mapping, column)));
        for (ColumnRole required : List.of(ColumnRole.USER, ColumnRole.ITEM)) {
            if (!roles.containsKey(required)) {
                throw missing(file, required.label(), columns);
            }
        }
        List<Integer> context = new ArrayList<>();
        for (String column : mapping.context()) {
            context.add(indexOf(file, columns, mapping, column));
        }
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!roles.containsValue(i) && !context.contains(i)) {
                unknown.add(columns.get(i).isEmpty() ? "(column " + (i + 1) + " without a name)" : columns.get(i));
            }
        }
        return new EventColumns(roles, context, unknown);
    }

    private static int indexOf(String file, List<String> columns, ColumnMapping mapping, String column) {
        int index = columns.indexOf(column);
        if (index < 0 && mapping.isPositional() && Integer.parseInt(column) <= columns.size()) {
            index = Integer.parseInt(column) - 1;
        }
        if (index < 0) {
            throw missing(file, column, columns);
        }
        return index;
    }

    static KindredException missing(String file, String column, List<String> columns) {
        return new KindredException(file + ": column '" + DisplayText.of(column) + "' missing; the header has: "
                + DisplayText.of(String.join(", ", columns))
                + "; say which column is which with --columns user=COLUMN,item=COLUMN");
    }
}
