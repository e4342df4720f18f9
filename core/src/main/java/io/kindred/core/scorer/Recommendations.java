package io.kindred.core.scorer;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

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
     * @param propensity how likely this item was at its place given those above it; empty where nothing was left to chance
     */
    public record Item(String id, float score, List<Reason> reasons, OptionalDouble propensity) {
        public Item {
            reasons = List.copyOf(reasons);
            Objects.requireNonNull(propensity);
        }

        /** An item in whose choice there was no chance. */
        public Item(String id, float score, List<Reason> reasons) {
            this(id, score, reasons, OptionalDouble.empty());
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
