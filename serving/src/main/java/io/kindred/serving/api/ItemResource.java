package io.kindred.serving.api;

import io.kindred.serving.online.ItemCatalogue;
import io.kindred.serving.online.Posters;
import io.kindred.serving.problem.ProblemException;
import io.kindred.serving.problem.ProblemType;
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
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Items: what is known of them, their pictures, and what is similar. */
@Path("/v1/items/{id}")
@Tag(name = "Items")
@Produces(MediaType.APPLICATION_JSON)
public final class ItemResource {
    /** A drawn picture may hold scripts; opened on its own it must not run them. */
    private static final String PICTURE_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

    private final RecommendationService service;
    private final ModelServing models;
    private final ItemCatalogue catalogue;
    private final ItemViews views;

    ItemResource(RecommendationService service, ModelServing models, ItemCatalogue catalogue, ItemViews views) {
        this.service = service;
        this.models = models;
        this.catalogue = catalogue;
        this.views = views;
    }

    @GET
    @Operation(operationId = "getItem", summary = "What is known of an item")
    public ItemView get(@PathParam("id") @Size(max = Limits.MAX_ID) String id) {
        if (!catalogue.contains(id) && !knownToLiveModel(id)) {
            throw new ProblemException(ProblemType.UNKNOWN_ITEM, "there is no item '" + id + "'");
        }
        return views.view(id);
    }

    @GET
    @Path("/similar")
    @Operation(operationId = "similarItems", summary = "The items most similar to one")
    public SimilarAnswer similar(
            @PathParam("id") @Size(max = Limits.MAX_ID) String id,
            @QueryParam("k") @DefaultValue(Limits.DEFAULT_K) @Min(1) @Max(Limits.MAX_K) int k,
            @QueryParam("model") @Size(max = 100) String model) {
        return service.similar(id, model, k);
    }

    @GET
    @Path("/poster")
    @Produces(MediaType.WILDCARD)
    @Operation(operationId = "getPoster", summary = "The picture of an item")
    @APIResponse(
            responseCode = "200",
            description = "The picture",
            content = {
                @Content(mediaType = "image/svg+xml"),
                @Content(mediaType = "image/png"),
                @Content(mediaType = "image/jpeg")
            })
    public Response poster(@PathParam("id") @Size(max = Limits.MAX_ID) String id) {
        java.nio.file.Path picture = catalogue
                .card(id)
                .poster()
                .orElseThrow(() ->
                        new ProblemException(ProblemType.NOT_FOUND, "there is no picture of the item '" + id + "'"));
        return Response.ok(picture, Posters.mediaType(picture))
                .header("Content-Security-Policy", PICTURE_POLICY)
                .header("Cache-Control", "private, max-age=3600")
                .build();
    }

    private boolean knownToLiveModel(String id) {
        if (models.live().isEmpty()) {
            return false;
        }
        try (Lease lease = models.lease(null)) {
            return lease.recommender().items().contains(id);
        }
    }
}
