package io.kindred.serving.api;

import io.kindred.core.id.Vocabulary;
import io.kindred.core.model.Recommender;
import io.kindred.core.online.RecentHistories;
import io.kindred.serving.events.EventStore;
import io.kindred.serving.slot.Lease;
import io.kindred.serving.slot.ModelServing;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Users: who they are, what they had, what they could like. */
@Path("/v1/users")
@Tag(name = "Users")
@Produces(MediaType.APPLICATION_JSON)
public final class UserResource {
    private final RecommendationService service;
    private final ModelServing models;
    private final EventStore events;
    private final ItemViews views;

    UserResource(RecommendationService service, ModelServing models, EventStore events, ItemViews views) {
        this.service = service;
        this.models = models;
        this.events = events;
        this.views = views;
    }

    /**
     * A user in a list.
     *
     * @param id the user
     * @param interactions how many different items the user had
     */
    public record UserSummary(String id, int interactions) {}

    /**
     * Some users.
     *
     * @param users in no particular order
     */
    public record UserList(List<UserSummary> users) {}

    /**
     * One user.
     *
     * @param id the user
     * @param known whether the model knows the user from training
     * @param history what the user had, newest first
     */
    public record UserView(String id, boolean known, List<ItemView> history) {}

    @GET
    @Operation(operationId = "listUsers", summary = "Find users whose id starts with a text")
    public UserList list(
            @QueryParam("q") @DefaultValue("") @Size(max = Limits.MAX_ID) String q,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Limits.MAX_PAGE) int limit,
            @QueryParam("model") @Size(max = 100) String model) {
        try (Lease lease = models.lease(model)) {
            Recommender recommender = lease.recommender();
            Vocabulary users = recommender.users();
            List<UserSummary> found = new ArrayList<>();
            for (int u = 0; u < users.size() && found.size() < limit; u++) {
                String id = users.idOf(u);
                if (id.startsWith(q)) {
                    found.add(summary(recommender, id));
                }
            }
            RecentHistories recent = events.recent();
            recent.users()
                    .filter(id -> id.startsWith(q) && !users.contains(id))
                    .sorted()
                    .limit(limit - found.size())
                    .forEach(id -> found.add(summary(recommender, id)));
            return new UserList(found);
        }
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getUser", summary = "A user and what the user had, newest first")
    public UserView get(
            @PathParam("id") @Size(max = Limits.MAX_ID) String id,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Limits.MAX_PAGE) int limit,
            @QueryParam("model") @Size(max = 100) String model) {
        try (Lease lease = models.lease(model)) {
            Recommender recommender = lease.recommender();
            List<ItemView> history = history(recommender, id).stream()
                    .limit(limit)
                    .map(views::view)
                    .toList();
            return new UserView(id, recommender.users().contains(id), history);
        }
    }

    @GET
    @Path("/{id}/recommendations")
    @Tag(name = "Recommendations")
    @Operation(operationId = "recommendForUser", summary = "Recommend items to a user")
    public RecommendationAnswer recommend(
            @PathParam("id") @Size(max = Limits.MAX_ID) String id,
            @QueryParam("k") @DefaultValue(Limits.DEFAULT_K) @Min(1) @Max(Limits.MAX_K) int k,
            @QueryParam("model") @Size(max = 100) String model,
            @QueryParam("includeSeen") @DefaultValue("false") boolean includeSeen) {
        return service.recommend(RecommendationRequest.forUser(id, model, includeSeen, k));
    }

    private UserSummary summary(Recommender model, String user) {
        return new UserSummary(user, history(model, user).size());
    }

    private List<String> history(Recommender model, String user) {
        return Histories.newestFirst(
                Histories.remembered(model, user), events.recent().itemsOf(user));
    }
}
