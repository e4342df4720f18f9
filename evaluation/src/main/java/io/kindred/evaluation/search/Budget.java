package io.kindred.evaluation.search;

import io.kindred.core.KindredException;
import io.kindred.evaluation.experiment.TrialRecord;
import java.util.Collection;

/**
 * What the search for one model may cost; give every model the same. Trials of an earlier run count. The first trial is begun
 * and a trial that was begun is ended whatever the time. Immutable.
 *
 * @param trials how many, failed and pruned ones included; at least 1
 * @param seconds wall time of all trials together after which no other is begun; infinite for no limit
 * @param processorSeconds the same for processor time, which other programs on the machine disturb less
 * @param trialSeconds wall time after which a trial is stopped and has failed; infinite for no limit
 */
public record Budget(int trials, double seconds, double processorSeconds, double trialSeconds) {
    private static final double NONE = Double.POSITIVE_INFINITY;

    public Budget {
        if (trials < 1 || !(seconds > 0) || !(processorSeconds > 0) || !(trialSeconds > 0)) {
            throw new KindredException("a search has a budget of " + trials + " trials, " + seconds + " s, "
                    + processorSeconds + " s of processor time and " + trialSeconds
                    + " s for a trial; each must be above 0");
        }
    }

    public static Budget ofTrials(int trials) {
        return new Budget(trials, NONE, NONE, NONE);
    }

    public Budget withSeconds(double limit) {
        return new Budget(trials, limit, processorSeconds, trialSeconds);
    }

    public Budget withProcessorSeconds(double limit) {
        return new Budget(trials, seconds, limit, trialSeconds);
    }

    public Budget withTrialSeconds(double limit) {
        return new Budget(trials, seconds, processorSeconds, limit);
    }

    /** Whether another trial may be begun. */
    boolean allows(Collection<TrialRecord> ended, int running) {
        if (ended.size() + running >= trials) {
            return false;
        }
        double wall = 0;
        double processor = 0;
        for (TrialRecord trial : ended) {
            wall += trial.seconds();
            processor += trial.processorSeconds();
        }
        return wall < seconds && processor < processorSeconds;
    }

    /** In words, as in "60 trials, 600 s of processor time". */
    public String text() {
        return trials
                + (trials == 1 ? " trial" : " trials")
                + limit(seconds, "")
                + limit(processorSeconds, " of processor time")
                + limit(trialSeconds, " for a trial");
    }

    private static String limit(double value, String of) {
        return value == NONE
                ? ""
                : ", at most " + (value == Math.rint(value) ? Long.toString((long) value) : value) + " s" + of;
    }
}
