package io.kindred.serving.api;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An item of the history that speaks for a recommendation.
 *
 * @param item its id
 * @param title left out where it is not known
 * @param weight its part of the score
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReasonView(String item, String title, float weight) {}
