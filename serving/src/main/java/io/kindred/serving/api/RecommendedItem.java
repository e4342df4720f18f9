package io.kindred.serving.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * An item of an answer.
 *
 * @param id the item
 * @param score comparable within this answer only
 * @param title left out where it is not known
 * @param features what else is known of it, by column, as text
 * @param poster address of its picture; left out where there is none
 * @param reasons what in the history speaks for it, the strongest first; empty where the model cannot say
 * @param propensity how likely it was at its place given the items above it; left out where nothing was left to chance
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecommendedItem(
        String id,
        float score,
        String title,
        Map<String, String> features,
        String poster,
        List<ReasonView> reasons,
        Double propensity) {}
