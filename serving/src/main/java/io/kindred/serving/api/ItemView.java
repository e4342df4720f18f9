package io.kindred.serving.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/**
 * An item for people.
 *
 * @param id the item
 * @param title left out where it is not known
 * @param features what else is known of it, by column, as text
 * @param poster address of its picture; left out where there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ItemView(String id, String title, Map<String, String> features, String poster) {}
