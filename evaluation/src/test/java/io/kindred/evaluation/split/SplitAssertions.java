package io.kindred.evaluation.split;

import io.kindred.core.data.Interactions;
import java.util.ArrayList;
import java.util.List;

/** Views of interactions that tests compare. */
final class SplitAssertions {
    private SplitAssertions() {}

    /** Each interaction as "user item value time", sorted. */
    static List<String> rows(Interactions... parts) {
        List<String> rows = new ArrayList<>();
        for (Interactions part : parts) {
            part.filter((user, item, value, time, position) ->
                    rows.add("u%d i%d %s %d".formatted(user, item, value, time)));
        }
        rows.sort(null);
        return rows;
    }

    /** Each pair as "user-item", sorted. */
    static List<String> pairs(Interactions part) {
        List<String> pairs = new ArrayList<>();
        part.filter((user, item, value, time, position) -> pairs.add(user + "-" + item));
        pairs.sort(null);
        return pairs;
    }
}
