package io.kindred.models.deep.engine;

/**
 * The step size in the course of training: it grows linearly to its peak, and then stays or falls. Immutable.
 *
 * @param peak above 0
 * @param warmUp steps it grows for; 0 to begin at the peak
 * @param decay how it goes on
 * @param end the share of the peak that is left after the last step, from 0 to 1; 1 with {@link Decay#NONE}
 */
public record Schedule(double peak, long warmUp, Decay decay, double end) {
    /** How the step size goes on after the warm-up. */
    public enum Decay {
        /** It stays. */
        NONE,
        /** It falls by the same amount each step. */
        LINEAR,
        /** It falls along half a cosine (Loshchilov and Hutter, SGDR, 2017). */
        COSINE
    }

    public Schedule {
        if (!(peak > 0) || warmUp < 0 || !(end >= 0 && end <= 1)) {
            throw new IllegalArgumentException("a step size of " + peak + ", a warm-up of " + warmUp
                    + " steps and an end of " + end + " do not go together");
        }
    }

    public static Schedule constant(double rate) {
        return new Schedule(rate, 0, Decay.NONE, 1);
    }

    /**
     * The step size of a step.
     *
     * @param step from 1
     * @param steps of the whole training
     */
    public double at(long step, long steps) {
        if (step <= warmUp) {
            return peak * step / (warmUp + 1);
        }
        double done = Math.min(1, (double) (step - warmUp) / Math.max(1, steps - warmUp));
        double left =
                switch (decay) {
                    case NONE -> 1;
                    case LINEAR -> 1 - done;
                    case COSINE -> (1 + Math.cos(Math.PI * done)) / 2;
                };
        return peak * (decay == Decay.NONE ? 1 : end + (1 - end) * left);
    }
}
