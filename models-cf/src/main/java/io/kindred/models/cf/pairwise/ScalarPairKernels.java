package io.kindred.models.cf.pairwise;

/** The definition in plain Java. */
final class ScalarPairKernels implements PairKernels {
    @Override
    public float dot(float[] users, int u, float[] items, int i, int n) {
        float[] lanes = new float[LANES];
        for (int f = 0; f < n; f++) {
            int lane = f & (LANES - 1);
            lanes[lane] = Math.fma(users[u + f], items[i + f], lanes[lane]);
        }
        return tree(lanes);
    }

    @Override
    public float difference(float[] users, int u, float[] items, int i, int j, int n) {
        float[] lanes = new float[LANES];
        for (int f = 0; f < n; f++) {
            int lane = f & (LANES - 1);
            lanes[lane] = Math.fma(users[u + f], items[i + f] - items[j + f], lanes[lane]);
        }
        return tree(lanes);
    }

    @Override
    public void step(float[] users, int u, float[] items, int i, int j, int n, float gain, float keep) {
        for (int f = 0; f < n; f++) {
            float user = users[u + f];
            float positive = items[i + f];
            float negative = items[j + f];
            users[u + f] = Math.fma(gain, positive - negative, user * keep);
            items[i + f] = Math.fma(gain, user, positive * keep);
            items[j + f] = Math.fma(-gain, user, negative * keep);
        }
    }

    @Override
    public void add(float[] target, int t, float[] source, int s, int n, float factor) {
        for (int f = 0; f < n; f++) {
            target[t + f] = Math.fma(factor, source[s + f], target[t + f]);
        }
    }

    private static float tree(float[] lanes) {
        for (int half = LANES / 2; half > 0; half /= 2) {
            for (int l = 0; l < half; l++) {
                lanes[l] += lanes[l + half];
            }
        }
        return lanes[0];
    }
}
