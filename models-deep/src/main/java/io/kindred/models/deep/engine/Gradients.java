package io.kindred.models.deep.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** What is computed of gradients as a whole. Stateless. */
final class Gradients {
    private Gradients() {}

    /** The squared length of a run of floats, summed in eight parts in a fixed order. */
    static double squaredLength(MemorySegment floats) {
        double[] sums = new double[8];
        long count = floats.byteSize() / Float.BYTES;
        for (long n = 0; n < count; n++) {
            double value = floats.getAtIndex(ValueLayout.JAVA_FLOAT_UNALIGNED, n);
            sums[(int) (n & 7)] += value * value;
        }
        double sum = 0;
        for (double part : sums) {
            sum += part;
        }
        return sum;
    }
}
