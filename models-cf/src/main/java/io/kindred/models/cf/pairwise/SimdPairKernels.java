package io.kindred.models.cf.pairwise;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** The definition on 512-bit vectors where the processor has them, else on pairs of 256-bit ones. */
final class SimdPairKernels implements PairKernels {
    private static final VectorSpecies<Float> WIDE = FloatVector.SPECIES_512;
    private static final VectorSpecies<Float> HALF = FloatVector.SPECIES_256;
    private static final boolean HAS_WIDE = FloatVector.SPECIES_PREFERRED.length() >= LANES;
    /** For element-wise work, where the width does not change the result. */
    private static final VectorSpecies<Float> ANY = HAS_WIDE ? WIDE : HALF;

    private static final VectorShuffle<Float> SWAP_4 = VectorShuffle.fromOp(HALF, l -> l ^ 4);
    private static final VectorShuffle<Float> SWAP_2 = VectorShuffle.fromOp(HALF, l -> l ^ 2);
    private static final VectorShuffle<Float> SWAP_1 = VectorShuffle.fromOp(HALF, l -> l ^ 1);

    @Override
    public float dot(float[] users, int u, float[] items, int i, int n) {
        if (HAS_WIDE) {
            FloatVector sum = FloatVector.zero(WIDE);
            for (int f = 0; f < n; f += LANES) {
                sum = FloatVector.fromArray(WIDE, users, u + f).fma(FloatVector.fromArray(WIDE, items, i + f), sum);
            }
            return treeWide(sum);
        }
        FloatVector low = FloatVector.zero(HALF);
        FloatVector high = FloatVector.zero(HALF);
        for (int f = 0; f < n; f += LANES) {
            low = FloatVector.fromArray(HALF, users, u + f).fma(FloatVector.fromArray(HALF, items, i + f), low);
            high = FloatVector.fromArray(HALF, users, u + f + 8)
                    .fma(FloatVector.fromArray(HALF, items, i + f + 8), high);
        }
        return treeHalf(low.add(high));
    }

    @Override
    public float difference(float[] users, int u, float[] items, int i, int j, int n) {
        if (HAS_WIDE) {
            FloatVector sum = FloatVector.zero(WIDE);
            for (int f = 0; f < n; f += LANES) {
                FloatVector gap =
                        FloatVector.fromArray(WIDE, items, i + f).sub(FloatVector.fromArray(WIDE, items, j + f));
                sum = FloatVector.fromArray(WIDE, users, u + f).fma(gap, sum);
            }
            return treeWide(sum);
        }
        FloatVector low = FloatVector.zero(HALF);
        FloatVector high = FloatVector.zero(HALF);
        for (int f = 0; f < n; f += LANES) {
            FloatVector lowGap =
                    FloatVector.fromArray(HALF, items, i + f).sub(FloatVector.fromArray(HALF, items, j + f));
            FloatVector highGap =
                    FloatVector.fromArray(HALF, items, i + f + 8).sub(FloatVector.fromArray(HALF, items, j + f + 8));
            low = FloatVector.fromArray(HALF, users, u + f).fma(lowGap, low);
            high = FloatVector.fromArray(HALF, users, u + f + 8).fma(highGap, high);
        }
        return treeHalf(low.add(high));
    }

    @Override
    public void step(float[] users, int u, float[] items, int i, int j, int n, float gain, float keep) {
        FloatVector towards = FloatVector.broadcast(ANY, gain);
        FloatVector away = FloatVector.broadcast(ANY, -gain);
        for (int f = 0; f < n; f += ANY.length()) {
            FloatVector user = FloatVector.fromArray(ANY, users, u + f);
            FloatVector positive = FloatVector.fromArray(ANY, items, i + f);
            FloatVector negative = FloatVector.fromArray(ANY, items, j + f);
            towards.fma(positive.sub(negative), user.mul(keep)).intoArray(users, u + f);
            towards.fma(user, positive.mul(keep)).intoArray(items, i + f);
            away.fma(user, negative.mul(keep)).intoArray(items, j + f);
        }
    }

    @Override
    public void add(float[] target, int t, float[] source, int s, int n, float factor) {
        FloatVector scale = FloatVector.broadcast(ANY, factor);
        for (int f = 0; f < n; f += ANY.length()) {
            scale.fma(FloatVector.fromArray(ANY, source, s + f), FloatVector.fromArray(ANY, target, t + f))
                    .intoArray(target, t + f);
        }
    }

    private static float treeWide(FloatVector lanes) {
        FloatVector low = (FloatVector) lanes.reinterpretShape(HALF, 0);
        FloatVector high = (FloatVector) lanes.reinterpretShape(HALF, 1);
        return treeHalf(low.add(high));
    }

    private static float treeHalf(FloatVector lanes) {
        FloatVector four = lanes.add(lanes.rearrange(SWAP_4));
        FloatVector two = four.add(four.rearrange(SWAP_2));
        return two.add(two.rearrange(SWAP_1)).lane(0);
    }
}
