package io.kindred.core.data;

import io.kindred.core.KindredException;

/** The growth policy of the collectors: half again as large, never beyond what an array can hold. */
final class Grow {
    static final int MAX = Integer.MAX_VALUE - 8;

    private Grow() {}

    static int next(int size) {
        if (size >= MAX) {
            throw new KindredException("more than " + MAX + " interactions in one data set; split it by time");
        }
        return (int) Math.min(MAX, size + (size >> 1) + 1024L);
    }
}
