package io.kindred.core.scorer;

import io.kindred.core.model.Explains.Contribution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers the contributions to one score. */
final class Contributions {
    private static final Comparator<Contribution> ORDER =
            Comparator.comparingDouble(Contribution::amount).reversed().thenComparingInt(Contribution::item);

    private final List<Contribution> found = new ArrayList<>();

    /** Takes note of an amount if it is above 0. */
    void add(int item, float amount) {
        if (amount > 0) {
            found.add(new Contribution(item, amount));
        }
    }

    /** At most so many, largest first, of equal ones the lower item first. */
    List<Contribution> largest(int limit) {
        found.sort(ORDER);
        return List.copyOf(found.subList(0, Math.min(limit, found.size())));
    }
}
