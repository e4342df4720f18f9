package io.kindred.evaluation.offpolicy;

import java.util.Arrays;

/** What context models look at in a round: a 1, the context, and which position it was. Not thread-safe. */
final class ContextFeatures {
    private final float[] context;
    private final int positions;

    ContextFeatures(BanditFeedback log) {
        this.context = new float[log.contextSize()];
        this.positions = log.positionCount() > 1 ? log.positionCount() : 0;
    }

    int size() {
        return 1 + context.length + positions;
    }

    void of(BanditFeedback log, int round, double[] into) {
        Arrays.fill(into, 0);
        into[0] = 1;
        log.copyContext(round, context);
        for (int j = 0; j < context.length; j++) {
            into[1 + j] = context[j];
        }
        if (positions > 0) {
            into[1 + context.length + log.position(round)] = 1;
        }
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }
}
