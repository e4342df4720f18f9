package io.kindred.serving.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Recommendations, best first.
 *
 * @param model which model answered
 * @param strategy what the answer rests on
 * @param items fewer than asked for where fewer are allowed
 */
public record RecommendationAnswer(
        ModelName model,

        @Schema(
                description = "What the answer rests on",
                enumeration = {"known-user", "session", "fold-in", "cold-start", "fallback"})
        String strategy,

        List<RecommendedItem> items) {}
