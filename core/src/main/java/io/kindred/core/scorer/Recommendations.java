package io.kindred.core.scorer;

import java.util.List;

/**
 * The answer to a {@link RecommendationQuery}. Immutable.
 *
 * @param strategy which way it was found
 * @param items best first; fewer than asked for where fewer are allowed
 */
public record Recommendations(Strategy strategy, List<Item> items) {
    public Recommendations {
        items = List.copyOf(items);
    }

    /**
     * One recommended item.
     *
     * @param id the item
     * @param score comparable within this answer only
     * @param reasons what in the history brought it about, largest share first; empty where the model cannot say
     */
    public record Item(String id, float score, List<Reason> reasons) {
        public Item {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A history item behind a recommendation.
     *
     * @param item the history item
     * @param weight its part of the score
     */
    public record Reason(String item, float weight) {}
}
