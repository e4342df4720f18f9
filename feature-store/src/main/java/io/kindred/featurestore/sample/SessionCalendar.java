package io.kindred.featurestore.sample;

import java.util.Arrays;

/**
 * When viewers come: the number of sessions is proportional to the time since sign-up and to an activity that
 * is log-normal over viewers (mean 1, sigma 0.6); days favour the weekend, hours the evening.
 */
final class SessionCalendar {
    private static final double ACTIVITY_SIGMA = 0.6;
    private static final int MIN_SESSIONS = 3;
    private static final long HOUR = 3_600;
    /** Relative frequency by day of the week, Monday first. */
    private static final double[] DAY_WEIGHTS = {0.65, 0.62, 0.66, 0.70, 0.92, 1.0, 0.95};
    /** Relative frequency by hour of the day. */
    private static final double[] HOUR_WEIGHTS = {
        3, 1.5, 0.7, 0.3, 0.2, 0.2, 0.4, 0.8, 1.2, 1.6, 2, 2.2, 2.6, 3, 3, 3.2, 3.8, 5, 7, 9, 11, 10, 8, 5.5
    };

    private final SampleParameters parameters;

    SessionCalendar(SampleParameters parameters) {
        this.parameters = parameters;
    }

    /** Wished starts of the viewer's sessions in Unix seconds, ascending, within the period. */
    long[] starts(Viewer viewer, SampleRandom random) {
        long from = Math.max(parameters.start(), viewer.signup());
        double present = (parameters.end() - from) / (double) (parameters.end() - parameters.start());
        double activity = StrictMath.exp(ACTIVITY_SIGMA * random.gaussian() - ACTIVITY_SIGMA * ACTIVITY_SIGMA / 2);
        int count = Math.max(MIN_SESSIONS, (int) Math.rint(parameters.sessionsPerUser() * activity * present));
        long[] starts = new long[count];
        for (int i = 0; i < count; i++) {
            starts[i] = start(from, random);
        }
        Arrays.sort(starts);
        return starts;
    }

    private long start(long from, SampleRandom random) {
        while (true) {
            long day = from + (long) (random.uniform() * (parameters.end() - from));
            long midnight = Math.floorDiv(day, SampleParameters.DAY) * SampleParameters.DAY;
            long time = midnight + random.weighted(HOUR_WEIGHTS) * HOUR + (long) (random.uniform() * HOUR);
            boolean within = time >= from && time < parameters.end();
            if (within && random.chance(DAY_WEIGHTS[dayOfWeek(midnight)])) {
                return time;
            }
        }
    }

    /** 0 for Monday; 1 January 1970 was a Thursday. */
    static int dayOfWeek(long time) {
        return (int) Math.floorMod(Math.floorDiv(time, SampleParameters.DAY) + 3, 7L);
    }
}
