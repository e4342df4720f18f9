package io.kindred.core.data;

import io.kindred.core.KindredException;

/**
 * Lets interactions count less the older they are: a value is multiplied by {@code 2^(-age / halfLifeDays)}, the age being
 * measured back from the newest interaction at hand. Immutable.
 *
 * @param halfLifeDays after how many days a value is halved: above 0, at most {@value #MAX_DAYS}
 */
public record TimeDecay(double halfLifeDays) {
    /** The longest half-life: a century. */
    public static final int MAX_DAYS = 36_500;

    private static final double SECONDS_PER_DAY = 86_400;

    public TimeDecay {
        if (!(halfLifeDays > 0 && halfLifeDays <= MAX_DAYS)) {
            throw new KindredException(
                    "a half-life is " + halfLifeDays + " days but must be above 0 and at most " + MAX_DAYS);
        }
    }

    /**
     * The interactions with decayed values. Values smaller than a float can hold keep the smallest one, so that no interaction
     * is lost.
     *
     * @throws KindredException if the data have no timestamps
     */
    public Interactions applyTo(Interactions interactions) {
        requireTimestamps(interactions.timeKind());
        SparseRows rows = interactions.byUser();
        long newest = Long.MIN_VALUE;
        for (int p = 0; p < rows.size(); p++) {
            newest = Math.max(newest, rows.time(p));
        }
        long last = newest;
        double rate = Math.log(2) / (halfLifeDays * SECONDS_PER_DAY);
        return interactions.revalued((user, item, value, time) -> {
            float decayed = (float) (value * Math.exp(-rate * (double) (last - time)));
            return decayed == 0f && value != 0f ? Math.copySign(Float.MIN_NORMAL, value) : decayed;
        });
    }

    /**
     * @throws KindredException unless the data have timestamps
     */
    public void requireTimestamps(TimeKind kind) {
        if (kind != TimeKind.TIMESTAMP) {
            throw new KindredException("a half-life of " + halfLifeDays + " days needs timestamps; these data have "
                    + (kind == TimeKind.ORDER ? "only an order" : "neither time nor order"));
        }
    }
}
