package io.kindred.evaluation.leakage;

import io.kindred.core.data.FeatureTable;
import io.kindred.evaluation.split.Fold;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Features that were not known when the model was trained. A table says when each row was observed in a column {@value #AS_OF}.
 * The cut is the first test interaction where one moment divides training from the test, else the end of training.
 *
 * @param features of users or items
 * @param whose "user" or "item"
 */
record DatedFeatures(FeatureTable features, String whose) implements LeakageCheck {
    static final String AS_OF = "as_of";

    @Override
    public List<Finding> look(Fold fold) {
        Optional<long[]> dates = FeatureDates.of(features, AS_OF);
        Optional<Clock> clock = Clock.of(fold);
        if (dates.isEmpty()) {
            return List.of();
        }
        if (clock.isEmpty()) {
            return List.of(
                    Finding.note(
                            "The " + whose + " features are dated (" + AS_OF
                                    + "), but the interactions have no timestamps: whether features come from after the cut was not checked."));
        }
        long cut = clock.get().cut();
        int late = 0;
        String example = "";
        for (int r = 0; r < dates.get().length; r++) {
            if (dates.get()[r] >= cut) {
                example = late == 0
                        ? whose + " '" + features.ids().idOf(r) + "' of " + Instant.ofEpochSecond(dates.get()[r])
                        : example;
                late++;
            }
        }
        if (late == 0) {
            return List.of();
        }
        return List.of(Finding.failure(String.format(
                Locale.ROOT,
                "the features of %,d of %,d %ss are dated after the cut (%s), such as %s; give the features as they were before"
                        + " the cut, or leave the %s features out",
                late,
                features.ids().size(),
                whose,
                Instant.ofEpochSecond(cut),
                example,
                whose)));
    }
}
