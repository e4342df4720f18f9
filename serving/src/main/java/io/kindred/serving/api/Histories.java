package io.kindred.serving.api;

import io.kindred.core.model.Recommender;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a user had, as training and the events since know it. */
final class Histories {
    private Histories() {}

    /** The items a user had in training, oldest first; empty for a user the model does not know. */
    static List<String> remembered(Recommender model, String user) {
        int index = model.users().indexOf(user);
        if (index < 0) {
            return List.of();
        }
        int[] items = model.histories().of(index);
        List<String> ids = new ArrayList<>(items.length);
        for (int item : items) {
            ids.add(model.items().idOf(item));
        }
        return ids;
    }

    /** Both together, newest first, each item once at its latest place. */
    static List<String> newestFirst(List<String> remembered, List<String> recent) {
        Set<String> items = new LinkedHashSet<>(recent.reversed());
        items.addAll(remembered.reversed());
        return List.copyOf(items);
    }
}
