package io.kindred.models.cf.content;

import io.kindred.core.math.FloatMatrix;
import io.kindred.core.math.SparseMatrix;
import io.kindred.core.scorer.TermIndex;
import java.util.Arrays;

/** Makes term counts into an index of weighted terms. Stateless. */
final class TermWeights {
    private TermWeights() {}

    /**
     * The index of {@code tf * idf} with {@code idf = ln((1 + n) / (1 + n_t)) + 1} of n items, n_t of which have the term, and
     * every item brought to length 1.
     *
     * @param sublinear whether tf is {@code 1 + ln count} rather than the count
     */
    static TermIndex tfIdf(ItemTerms items, boolean sublinear) {
        int[] documents = items.documents();
        float[] idf = new float[documents.length];
        for (int t = 0; t < idf.length; t++) {
            idf[t] = (float) (Math.log((1.0 + items.itemCount()) / (1.0 + documents[t])) + 1);
        }
        float[] weights = new float[items.columns().length];
        for (int p = 0; p < weights.length; p++) {
            double tf = sublinear ? 1 + Math.log(items.counts()[p]) : items.counts()[p];
            weights[p] = (float) (tf * idf[items.columns()[p]]);
        }
        normalise(items, weights);
        return index(items, weights, weights, idf);
    }

    /**
     * The index of Okapi BM25: a term adds {@code idf * tf * (k1 + 1) / (tf + k1 * (1 - b + b * length / meanLength))} to an
     * item's score, with {@code idf = ln(1 + (n - n_t + 0.5) / (n_t + 0.5))}. In a profile an item's terms weigh what they
     * weigh in the item, brought to length 1, so that a long description speaks no louder than a short one.
     */
    static TermIndex bm25(ItemTerms items, double k1, double b) {
        int[] documents = items.documents();
        float[] idf = new float[documents.length];
        for (int t = 0; t < idf.length; t++) {
            idf[t] = (float) Math.log(1 + (items.itemCount() - documents[t] + 0.5) / (documents[t] + 0.5));
        }
        double[] lengths = new double[items.itemCount()];
        double mean = 0;
        int described = 0;
        for (int i = 0; i < lengths.length; i++) {
            for (int p = items.starts()[i]; p < items.starts()[i + 1]; p++) {
                lengths[i] += items.counts()[p];
            }
            mean += lengths[i];
            described += lengths[i] > 0 ? 1 : 0;
        }
        mean /= Math.max(1, described);
        float[] weights = new float[items.columns().length];
        for (int i = 0; i < lengths.length; i++) {
            double slack = k1 * (1 - b + b * lengths[i] / mean);
            for (int p = items.starts()[i]; p < items.starts()[i + 1]; p++) {
                double tf = items.counts()[p];
                weights[p] = (float) (idf[items.columns()[p]] * tf * (k1 + 1) / (tf + slack));
            }
        }
        float[] asked = new float[idf.length];
        Arrays.fill(asked, 1f);
        float[] profile = weights.clone();
        normalise(items, profile);
        return index(items, profile, weights, asked);
    }

    private static void normalise(ItemTerms items, float[] weights) {
        for (int i = 0; i < items.itemCount(); i++) {
            double sum = 0;
            for (int p = items.starts()[i]; p < items.starts()[i + 1]; p++) {
                sum += (double) weights[p] * weights[p];
            }
            double length = Math.sqrt(sum);
            for (int p = items.starts()[i]; p < items.starts()[i + 1]; p++) {
                weights[p] = (float) (weights[p] / length);
            }
        }
    }

    /**
     * @param profile what an item adds to a profile, by position
     * @param scored what a term adds to an item's score, by position
     */
    private static TermIndex index(ItemTerms items, float[] profile, float[] scored, float[] asked) {
        int terms = items.terms().size();
        int[] starts = new int[terms + 1];
        for (int term : items.columns()) {
            starts[term + 1]++;
        }
        for (int t = 0; t < terms; t++) {
            starts[t + 1] += starts[t];
        }
        int[] next = Arrays.copyOf(starts, terms);
        int[] itemOf = new int[scored.length];
        float[] values = new float[scored.length];
        for (int i = 0; i < items.itemCount(); i++) {
            for (int p = items.starts()[i]; p < items.starts()[i + 1]; p++) {
                int at = next[items.columns()[p]]++;
                itemOf[at] = i;
                values[at] = scored[p];
            }
        }
        return new TermIndex(
                items.terms(),
                SparseMatrix.of(items.starts(), items.columns(), profile, terms),
                SparseMatrix.of(starts, itemOf, values, items.itemCount()),
                FloatMatrix.of(asked, 1, terms));
    }
}
