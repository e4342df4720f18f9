package io.kindred.core.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link ScoreScan} on vectors of the preferred length. */
final class SimdScoreScan extends ScoreScan {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;

    @Override
    public int firstAtLeast(float[] values, int from, float least) {
        int i = from;
        for (; i <= values.length - S.length(); i += S.length()) {
            long found = FloatVector.fromArray(S, values, i)
                    .compare(VectorOperators.GE, least)
                    .toLong();
            if (found != 0) {
                return i + Long.numberOfTrailingZeros(found);
            }
        }
        while (i < values.length && !(values[i] >= least)) {
            i++;
        }
        return i;
    }

    @Override
    public long halvesBelow(float[] values, float bound) {
        long halves = 0;
        int end = S.loopBound(values.length);
        for (int i = 0; i < end; i += S.length()) {
            FloatVector v = FloatVector.fromArray(S, values, i);
            halves += v.compare(VectorOperators.LT, bound).trueCount();
            halves += v.compare(VectorOperators.LE, bound).trueCount();
        }
        for (int i = end; i < values.length; i++) {
            halves += values[i] < bound ? 2 : values[i] == bound ? 1 : 0;
        }
        return halves;
    }

    @Override
    public int countNumbers(float[] values) {
        int count = 0;
        int end = S.loopBound(values.length);
        for (int i = 0; i < end; i += S.length()) {
            FloatVector v = FloatVector.fromArray(S, values, i);
            count += v.compare(VectorOperators.EQ, v).trueCount();
        }
        for (int i = end; i < values.length; i++) {
            count += Float.isNaN(values[i]) ? 0 : 1;
        }
        return count;
    }
}
