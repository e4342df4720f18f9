package io.kindred.models.cf.markov;

import io.kindred.core.data.SparseRows;
import io.kindred.core.math.TopK;

/** Counts what follows one item. Belongs to one thread. */
final class SuccessorRow {
    private final SparseRows byUser;
    private final Occurrences occurrences;
    private final double[] stepWeights;
    private final double smoothing;
    private final boolean weighted;
    private final double[] counts;
    private final boolean[] met;
    private final int[] touched;
    private final TopK best;
    private float backoff;

    SuccessorRow(SparseRows byUser, Occurrences occurrences, MarkovParameters parameters) {
        this.byUser = byUser;
        this.occurrences = occurrences;
        this.smoothing = parameters.smoothing();
        this.weighted = parameters.valuesAsWeights();
        this.stepWeights = new double[parameters.steps()];
        double weight = 1;
        for (int s = 0; s < stepWeights.length; s++) {
            stepWeights[s] = weight;
            weight *= parameters.stepDecay();
        }
        int items = byUser.columnCount();
        this.counts = new double[items];
        this.met = new boolean[items];
        this.touched = new int[items];
        this.best = new TopK(Math.min(parameters.neighbours(), items));
    }

    /** The most frequent successors with their smoothed probabilities, without what popularity adds. */
    TopK.Ranked successors(int item) {
        int found = 0;
        double total = 0;
        for (int o = occurrences.start(item); o < occurrences.end(item); o++) {
            int position = occurrences.position(o);
            int reach = Math.min(occurrences.rowEnd(position) - position - 1, stepWeights.length);
            for (int s = 1; s <= reach; s++) {
                double weight = stepWeights[s - 1] * (weighted ? byUser.value(position + s) : 1);
                if (weight > 0) {
                    int successor = byUser.column(position + s);
                    if (!met[successor]) {
                        met[successor] = true;
                        touched[found++] = successor;
                    }
                    counts[successor] += weight;
                    total += weight;
                }
            }
        }
        double scale = 1 / (total + smoothing);
        for (int t = 0; t < found; t++) {
            best.offer(touched[t], (float) (counts[touched[t]] * scale));
        }
        TopK.Ranked kept = best.drain();
        double left = 0;
        if (kept.size() < found) {
            left = total;
            for (int i : kept.indices()) {
                left -= counts[i];
            }
        }
        backoff = found == 0 ? 1 : (float) ((Math.max(left, 0) + smoothing) * scale);
        for (int t = 0; t < found; t++) {
            counts[touched[t]] = 0;
            met[touched[t]] = false;
        }
        return kept;
    }

    /** The share of the last item's successors that is spread by popularity. */
    float backoff() {
        return backoff;
    }
}
