package io.kindred.serving.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a caller wants recommended. Every part may be left out.
 *
 * @param model "name" or "name@version"; the live one when left out
 * @param user who it is for; ids nobody knows are no error
 * @param history items the user had, oldest first; in place of what the server remembers
 * @param session items of the running session, oldest first
 * @param features what is known of the user, for models that recommend from features
 * @param candidates the only items allowed
 * @param filter for each item feature the values of which an item must have one
 * @param exclude items that must not come back
 * @param includeSeen whether items of the user's history may come back
 * @param k how many items
 * @param time Unix seconds of the request; now when left out
 * @param explore the seed with which a model that leaves something to chance draws the list, another one for each request; the
 *     best list when left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What to recommend. Every part may be left out.")
public record RecommendationRequest(
        @Schema(description = "'name' or 'name@version'; the live model when left out", examples = "als")
        @Size(max = 100)
        String model,

        @Schema(description = "Who it is for; an id nobody knows is no error") @Size(min = 1, max = Limits.MAX_ID)
        String user,

        @Schema(description = "Items the user had, oldest first, in place of what the server remembers")
        @Size(max = Limits.MAX_HISTORY)
        List<@NotNull @Size(min = 1, max = Limits.MAX_ID) String> history,

        @Schema(description = "Items of the running session, oldest first") @Size(max = Limits.MAX_HISTORY)
        List<@NotNull @Size(min = 1, max = Limits.MAX_ID) String> session,

        @Schema(description = "What is known of the user: text, numbers, true or false, lists of text")
        @Size(max = Limits.MAX_FEATURES)
        Map<@Size(max = Limits.MAX_ID) String, @NotNull Object> features,

        @Schema(description = "The only items allowed") @Size(max = Limits.MAX_ITEMS)
        Set<@NotNull @Size(min = 1, max = Limits.MAX_ID) String> candidates,

        @Schema(description = "For each item feature the values of which an item must have one")
        @Size(max = Limits.MAX_FILTERS)
        Map<
                        @Size(max = Limits.MAX_ID) String,
                        @NotNull @Size(min = 1, max = Limits.MAX_FILTER_VALUES) Set<
                                @NotNull @Size(max = Limits.MAX_ID) String>>
                filter,

        @Schema(description = "Items that must not come back") @Size(max = Limits.MAX_ITEMS)
        Set<@NotNull @Size(min = 1, max = Limits.MAX_ID) String> exclude,

        @Schema(description = "Whether items of the user's history may come back", defaultValue = "false")
        Boolean includeSeen,

        @Schema(description = "How many items", defaultValue = Limits.DEFAULT_K) @Min(1) @Max(Limits.MAX_K)
        Integer k,

        @Schema(description = "Unix seconds of the request; now when left out") @Min(0) @Max(Limits.MAX_UNIX_SECONDS)
        Long time,

        @Schema(description = "Seed with which a bandit draws the list")
        Long explore) {
    /** The request of somebody known by id. */
    static RecommendationRequest forUser(String user, String model, boolean includeSeen, int k) {
        return new RecommendationRequest(model, user, null, null, null, null, null, null, includeSeen, k, null, null);
    }
}
