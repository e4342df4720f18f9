package io.kindred.serving.api;

import java.util.List;

/**
 * Items similar to one, best first.
 *
 * @param model which model answered
 * @param item to which they are similar
 * @param items without the item itself
 */
public record SimilarAnswer(ModelName model, String item, List<RecommendedItem> items) {}
