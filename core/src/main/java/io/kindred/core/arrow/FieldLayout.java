package io.kindred.core.arrow;

import java.util.ArrayList;
import java.util.List;

/**
 * A field as it lies in a file: besides the type, how its dictionary is found. Nested types have
 * exactly one child in the supported subset.
 *
 * @param path name for messages, {@code genres.item} for the elements of {@code genres}
 * @param type the type, a {@link ArrowType.Dictionary} when encoded
 * @param dictionaryId identifies the dictionary; meaningless without one
 * @param unsignedIndices whether dictionary indices are unsigned
 * @param child the elements' layout, {@code null} without elements
 */
record FieldLayout(String path, ArrowType type, long dictionaryId, boolean unsignedIndices, FieldLayout child) {
    /** Lays out a schema to be written, numbering dictionaries from 0 in field order. */
    static List<FieldLayout> number(ArrowSchema schema) {
        List<FieldLayout> layouts = new ArrayList<>();
        long next = 0;
        for (ArrowField field : schema.fields()) {
            FieldLayout layout = of(field.name(), field.type(), next);
            layouts.add(layout);
            next += layout.innermost() instanceof ArrowType.Dictionary ? 1 : 0;
        }
        return layouts;
    }

    private static FieldLayout of(String path, ArrowType type, long dictionaryId) {
        ArrowType element = elementOf(type);
        FieldLayout child = element == null ? null : of(path + ".item", element, dictionaryId);
        return new FieldLayout(path, type, dictionaryId, false, child);
    }

    /** Element type of a nested type, {@code null} for any other. */
    static ArrowType elementOf(ArrowType type) {
        return switch (type) {
            case ArrowType.FixedSizeList list -> list.element();
            case ArrowType.ListOf list -> list.element();
            case ArrowType.LargeListOf list -> list.element();
            case ArrowType.Scalar scalar -> null;
            case ArrowType.Timestamp timestamp -> null;
            case ArrowType.Dictionary dictionary -> null;
        };
    }

    /** The type at the end of the chain of children: at most this one can be a dictionary. */
    ArrowType innermost() {
        return child == null ? type : child.innermost();
    }
}
