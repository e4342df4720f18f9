package io.kindred.models.cf.features;

import io.kindred.core.data.FeatureColumn;
import io.kindred.core.data.FeatureEncoding;
import io.kindred.core.data.FeatureTable;
import io.kindred.core.id.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the indicators in a table of features.
 *
 * <ul>
 *   <li>A category counts where at least {@code minCount} rows have it: one that a single row has is no more than a second id
 *       of that row.
 *   <li>A column of numbers is cut at its quantiles into buckets of about the same size, {@value #MAX_BUCKETS} at most; a
 *       column of that many different numbers or fewer gets a bucket for each. So a model can like the middle ages best, and
 *       an outlier weighs no more than its neighbours.
 *   <li>Texts and vectors are left to other models.
 * </ul>
 */
final class EncodingLearner {
    static final int MAX_BUCKETS = 10;

    private final int minCount;
    private final Vocabulary.Builder names = Vocabulary.builder();
    private final List<Float> edges = new ArrayList<>();

    private EncodingLearner(int minCount) {
        this.minCount = minCount;
    }

    static FeatureEncoding learn(FeatureTable table, int minCount) {
        EncodingLearner learner = new EncodingLearner(minCount);
        for (FeatureColumn column : table.columns()) {
            switch (column) {
                case FeatureColumn.Categories categories -> learner.addCategories(categories);
                case FeatureColumn.Numbers numbers -> learner.addBuckets(numbers);
                case FeatureColumn.Text text -> {}
                case FeatureColumn.Vectors vectors -> {}
            }
        }
        float[] all = new float[learner.edges.size()];
        for (int f = 0; f < all.length; f++) {
            all[f] = learner.edges.get(f);
        }
        return new FeatureEncoding(learner.names.build(), all);
    }

    private void addCategories(FeatureColumn.Categories column) {
        int[] counts = new int[column.categories().size()];
        for (int code : column.codes()) {
            counts[code]++;
        }
        for (int c = 0; c < counts.length; c++) {
            if (counts[c] >= minCount) {
                add(FeatureEncoding.category(column.name(), column.categories().idOf(c)), Float.NaN);
            }
        }
    }

    private void addBuckets(FeatureColumn.Numbers column) {
        float[] least = edges(column.values());
        for (int b = 0; b < least.length; b++) {
            add(FeatureEncoding.bucket(column.name(), b), least[b]);
        }
    }

    private void add(String name, float edge) {
        // A name too long for a vocabulary could not be asked for either.
        if (name.getBytes(StandardCharsets.UTF_8).length <= Vocabulary.MAX_ID_BYTES && names.indexOf(name) < 0) {
            names.add(name);
            edges.add(edge);
        }
    }

    /** The least number of each bucket; the first is open below. Empty where there are fewer than two different numbers. */
    static float[] edges(double[] values) {
        float[] sorted = new float[values.length];
        int n = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                sorted[n++] = (float) value;
            }
        }
        Arrays.sort(sorted, 0, n);
        float[] different = new float[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            if (i == 0 || sorted[i] > sorted[i - 1]) {
                different[count++] = sorted[i];
            }
        }
        if (count < 2) {
            return new float[0];
        }
        float[] least = new float[Math.min(count, MAX_BUCKETS)];
        int buckets = 1;
        for (int b = 1; b < least.length; b++) {
            float cut = count <= MAX_BUCKETS ? different[b] : sorted[(int) ((long) b * n / MAX_BUCKETS)];
            if (cut > (buckets == 1 ? different[0] : least[buckets - 1])) {
                least[buckets++] = cut;
            }
        }
        least[0] = Float.NEGATIVE_INFINITY;
        return buckets < 2 ? new float[0] : Arrays.copyOf(least, buckets);
    }
}
