package io.kindred.serving.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Recommendations for any query. */
@Path("/v1/recommendations")
@Tag(name = "Recommendations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class RecommendationResource {
    private final RecommendationService service;

    RecommendationResource(RecommendationService service) {
        this.service = service;
    }

    @POST
    @Operation(
            operationId = "recommend",
            summary = "Recommend items",
            description =
                    "For a known user, a session, a history or somebody unknown; the answer says what it rests on.")
    public RecommendationAnswer recommend(@NotNull @Valid RecommendationRequest body) {
        return service.recommend(body);
    }
}
