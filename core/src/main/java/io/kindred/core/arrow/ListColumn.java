package io.kindred.core.arrow;

import java.util.BitSet;

/**
 * Lists of any length: row {@code r} holds the elements {@code start(r)} to {@code end(r)}
 * (exclusive). The elements of a null row are meaningless.
 */
public final class ListColumn extends ColumnBase implements ArrowColumn {
    private final Offsets offsets;
    private final ArrowColumn elements;

    ListColumn(ArrowType type, long length, Validity validity, Offsets offsets, ArrowColumn elements) {
        super(type, length, validity);
        this.offsets = offsets;
        this.elements = elements;
    }

    /** Builds lists without nulls; {@code offsets} has one entry more than there are rows. */
    public static ListColumn of(int[] offsets, ArrowColumn elements) {
        return of(offsets, elements, null);
    }

    /**
     * Builds lists; the rows set in {@code nulls} are null.
     *
     * @throws IllegalArgumentException when offsets decrease, are negative or exceed the elements
     */
    public static ListColumn of(int[] offsets, ArrowColumn elements, BitSet nulls) {
        Offsets checked = Offsets.of(offsets, elements.length(), Limits.LENGTH);
        long length = offsets.length - 1L;
        ArrowType type = new ArrowType.ListOf(elements.type());
        return new ListColumn(type, length, Validity.ofNulls(nulls, length), checked, elements);
    }

    /** Returns the position of a row's first element. */
    public long start(long row) {
        return offsets.at(row);
    }

    /** Returns the position after a row's last element. */
    public long end(long row) {
        return offsets.at(row + 1);
    }

    /** Returns the elements of all rows. */
    public ArrowColumn elements() {
        return elements;
    }

    Offsets offsets() {
        return offsets;
    }
}
