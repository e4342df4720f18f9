package io.kindred.serving.api;

import io.kindred.serving.registry.EvaluationRun;
import io.kindred.serving.security.AdminOnly;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Results of evaluations. */
@Path("/v1/evaluations")
@Tag(name = "Evaluations")
@Produces(MediaType.APPLICATION_JSON)
public class EvaluationResource {
    /**
     * The leaderboard's rows.
     *
     * @param evaluations the newest first
     */
    public record EvaluationList(List<EvaluationView> evaluations) {}

    @GET
    @Transactional
    @Operation(operationId = "listEvaluations", summary = "Results of evaluations, the newest first")
    public EvaluationList list(@QueryParam("limit") @DefaultValue("200") @Min(1) @Max(Limits.MAX_PAGE) int limit) {
        return new EvaluationList(EvaluationRun.newestFirst(limit).stream()
                .map(EvaluationView::of)
                .toList());
    }

    @POST
    @AdminOnly
    @Transactional
    @SecurityRequirement(name = "token")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addEvaluation",
            summary = "Keep the result of an evaluation",
            description = "A result with an id that is known already is not stored again.")
    @APIResponse(
            responseCode = "201",
            description = "Kept",
            content = @Content(schema = @Schema(implementation = EvaluationView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Kept before",
            content = @Content(schema = @Schema(implementation = EvaluationView.class)))
    public Response add(@NotNull @Valid EvaluationView body) {
        Optional<EvaluationRun> known =
                body.id() == null ? Optional.empty() : EvaluationRun.findByIdOptional(body.id());
        if (known.isPresent()) {
            return Response.ok(EvaluationView.of(known.get())).build();
        }
        EvaluationRun run = body.toRun();
        run.persist();
        return Response.status(Response.Status.CREATED)
                .entity(EvaluationView.of(run))
                .build();
    }
}
