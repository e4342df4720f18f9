package io.kindred.models.cf.tifuknn;

/**
 * What each of a user's baskets counts. The baskets are divided into m groups of about equal size, the later ones larger where
 * they do not divide evenly, or into one group each where there are no more than m. Basket i of the n in group g of G counts
 * {@code r_b^(n-1-i) / n * r_g^(G-1-g) / G}.
 */
record BasketWeights(int groups, double withinDecay, double groupDecay) {
    /** One weight for each of some baskets, oldest first. */
    double[] of(int baskets) {
        double[] weights = new double[baskets];
        int count = Math.min(groups, baskets);
        int next = 0;
        for (int g = 0; g < count; g++) {
            int larger = baskets % count;
            int size = baskets / count + (g >= count - larger ? 1 : 0);
            double group = Math.pow(groupDecay, count - 1 - g) / count;
            for (int i = 0; i < size; i++) {
                weights[next++] = Math.pow(withinDecay, size - 1 - i) / size * group;
            }
        }
        return weights;
    }
}
