package io.kindred.core.data;

import java.util.Arrays;

/** Sorts the rows of one user by time, equal times staying in input order. */
final class ChronologicalSort {
    private static final int INSERTION_LIMIT = 24;

    private ChronologicalSort() {}

    /** Sorts {@code order[from, to)}, which holds ascending row numbers, by the time of each row. */
    static void sort(int[] order, int from, int to, TimeColumn time) {
        boolean sorted = true;
        for (int i = from + 1; i < to && sorted; i++) {
            sorted = time.get(order[i - 1]) <= time.get(order[i]);
        }
        if (sorted) {
            return;
        }
        if (to - from <= INSERTION_LIMIT) {
            insertionSort(order, from, to, time);
            return;
        }
        // Merge sort on (time, rank in input): stable without boxing.
        int[] scratch = Arrays.copyOfRange(order, from, to);
        mergeSort(scratch, order, 0, to - from, from, time);
    }

    private static void insertionSort(int[] order, int from, int to, TimeColumn time) {
        for (int i = from + 1; i < to; i++) {
            int row = order[i];
            long t = time.get(row);
            int j = i - 1;
            while (j >= from && time.get(order[j]) > t) {
                order[j + 1] = order[j];
                j--;
            }
            order[j + 1] = row;
        }
    }

    /** Sorts {@code source[from, to)} into {@code target} at the same places shifted by {@code shift}; both hold the same rows. */
    private static void mergeSort(int[] source, int[] target, int from, int to, int shift, TimeColumn time) {
        if (to - from <= INSERTION_LIMIT) {
            insertionSort(target, from + shift, to + shift, time);
            return;
        }
        int middle = (from + to) >>> 1;
        // The halves are sorted within the target, copied out, and merged back.
        mergeSort(source, target, from, middle, shift, time);
        mergeSort(source, target, middle, to, shift, time);
        System.arraycopy(target, from + shift, source, from, to - from);
        int left = from;
        int right = middle;
        for (int out = from + shift; out < to + shift; out++) {
            boolean takeLeft = right >= to || (left < middle && time.get(source[left]) <= time.get(source[right]));
            target[out] = takeLeft ? source[left++] : source[right++];
        }
    }
}
