package io.kindred.evaluation.leakage;

import io.kindred.core.KindredException;
import io.kindred.core.data.TrainingData;
import io.kindred.evaluation.split.Fold;
import io.kindred.evaluation.split.Split;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at a split before anything is trained on it. A leak that would make results wrong stops the run: test interactions that
 * are in training, held-out users whom training knows, features dated after the cut, catalogue items that become available only
 * after the test. What lies in the nature of a protocol, such as training on the future with {@code leave-last-out}, is told as
 * a note of the report. One pass over the data for each check; immutable and thread-safe.
 */
public final class LeakageGuard {
    private final Split split;
    private final List<LeakageCheck> checks;

    /**
     * @param split to be looked at
     * @param data the features that models are given; its interactions are not looked at
     * @param repeatsCount whether a test interaction that repeats a training pair is to be predicted, as with {@code
     *     all-with-seen} candidates: then a repeat without a time is taken for a new one
     */
    public LeakageGuard(Split split, TrainingData data, boolean repeatsCount) {
        this.split = split;
        this.checks = List.of(
                new SharedInteractions(split.protocol(), repeatsCount),
                new HeldOutUsersKnown(),
                new TwinUsers(),
                new DatedFeatures(data.userFeatures(), "user"),
                new DatedFeatures(data.itemFeatures(), "item"),
                new FutureItems(data.itemFeatures()));
    }

    /**
     * Runs all checks.
     *
     * @return what a reader of the result must know; from the first fold, where there are several
     * @throws KindredException if test data leak into training; the message counts, gives an example and the way out
     */
    public List<String> check() {
        List<String> notes = new ArrayList<>();
        for (int f = 0; f < split.folds().size(); f++) {
            Fold fold = split.folds().get(f);
            for (LeakageCheck check : checks) {
                for (Finding finding : check.look(fold)) {
                    if (finding.fatal()) {
                        throw new KindredException(finding.text());
                    }
                    if (f == 0) {
                        notes.add(finding.text());
                    }
                }
            }
        }
        return notes;
    }
}
