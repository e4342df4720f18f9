package io.kindred.serving.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kindred.serving.registry.ArtifactStore;
import io.kindred.serving.registry.ModelRegistry;
import io.kindred.serving.security.AdminOnly;
import io.kindred.serving.slot.ModelKey;
import io.kindred.serving.slot.ModelReference;
import io.kindred.serving.slot.ModelServing;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The registry: what is published, what is live, and changes of both. */
@Path("/v1/models")
@Tag(name = "Models")
@Produces(MediaType.APPLICATION_JSON)
public final class ModelResource {
    private static final int MAX_NAME = 64;

    private final ModelRegistry registry;
    private final ArtifactStore store;
    private final ModelServing serving;

    ModelResource(ModelRegistry registry, ArtifactStore store, ModelServing serving) {
        this.registry = registry;
        this.store = store;
        this.serving = serving;
    }

    /**
     * All published models.
     *
     * @param live the one that answers requests that name none; null where there is none
     * @param models by name
     */
    public record ModelList(@JsonInclude ModelName live, List<ModelView> models) {}

    /**
     * The versions under one name.
     *
     * @param name in the registry
     * @param versions the newest first
     */
    public record ModelView(String name, List<VersionView> versions) {}

    /**
     * An artifact on the server's machine.
     *
     * @param path inside the folder artifacts may be published from
     */
    public record PublishRequest(
            @NotNull @Size(min = 1, max = 4096) String path) {}

    /**
     * What is live after a change.
     *
     * @param live the live version
     */
    public record LiveView(ModelName live) {}

    @GET
    @Operation(operationId = "listModels", summary = "All published models")
    public ModelList list() {
        Map<String, List<VersionView>> byName = new LinkedHashMap<>();
        for (ModelRegistry.Staged staged : registry.all()) {
            byName.computeIfAbsent(staged.model().name, name -> new ArrayList<>())
                    .add(VersionView.of(staged));
        }
        List<ModelView> models = byName.entrySet().stream()
                .map(e -> new ModelView(e.getKey(), e.getValue()))
                .toList();
        return new ModelList(serving.live().map(ModelName::of).orElse(null), models);
    }

    @GET
    @Path("/{name}")
    @Operation(operationId = "getModel", summary = "The versions of one model, the newest first")
    public ModelView get(@PathParam("name") @Size(max = MAX_NAME) String name) {
        return new ModelView(
                name, registry.versions(name).stream().map(VersionView::of).toList());
    }

    @GET
    @Path("/{name}/versions/{version}")
    @Operation(operationId = "getModelVersion", summary = "One published version")
    public VersionView getVersion(
            @PathParam("name") @Size(max = MAX_NAME) String name, @PathParam("version") @Min(1) int version) {
        return VersionView.of(registry.get(new ModelKey(name, version)));
    }

    @POST
    @Path("/{name}/versions")
    @AdminOnly
    @SecurityRequirement(name = "token")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "publishModel",
            summary = "Publish an artifact as the next version",
            description =
                    "From a folder of the server's machine, or uploaded as a ZIP archive of the artifact's folder. It is"
                            + " verified and copied. An artifact that was published under the name before keeps its version.")
    @APIResponse(
            responseCode = "201",
            description = "Published",
            content = @Content(schema = @Schema(implementation = VersionView.class)))
    @APIResponse(
            responseCode = "200",
            description = "This artifact was published before",
            content = @Content(schema = @Schema(implementation = VersionView.class)))
    public Response publish(
            @PathParam("name") @Size(max = MAX_NAME) @Pattern(regexp = ModelReference.NAME_PATTERN) String name,
            @NotNull @Valid PublishRequest body) {
        return publish(name, () -> store.copy(body.path()));
    }

    @POST
    @Path("/{name}/versions")
    @AdminOnly
    @SecurityRequirement(name = "token")
    @Consumes("application/zip")
    public Response upload(
            @PathParam("name") @Size(max = MAX_NAME) @Pattern(regexp = ModelReference.NAME_PATTERN) String name,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/zip",
                                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    InputStream body,
            @Context HttpHeaders headers) {
        return publish(name, () -> store.unpack(body, headers.getLength()));
    }

    @POST
    @Path("/{name}/versions/{version}/promote")
    @AdminOnly
    @SecurityRequirement(name = "token")
    @Operation(
            operationId = "promoteModel",
            summary = "Make a version the live one",
            description = "The model is opened and warmed up first; requests that are being answered keep the old one.")
    public LiveView promote(
            @PathParam("name") @Size(max = MAX_NAME) String name, @PathParam("version") @Min(1) int version) {
        ModelKey key = new ModelKey(name, version);
        serving.promote(key);
        return new LiveView(ModelName.of(key));
    }

    @POST
    @Path("/rollback")
    @AdminOnly
    @SecurityRequirement(name = "token")
    @Operation(operationId = "rollbackModel", summary = "Make the version live again that was live before")
    public LiveView rollback() {
        return new LiveView(ModelName.of(serving.rollback()));
    }

    private Response publish(String name, Supplier<ArtifactStore.Incoming> receive) {
        ArtifactStore.Incoming incoming = receive.get();
        try {
            ModelRegistry.Publication publication = registry.publish(name, incoming);
            ModelKey key = publication.key();
            VersionView view = VersionView.of(registry.get(key));
            URI place = URI.create("/v1/models/" + name + "/versions/" + key.version());
            return publication.created()
                    ? Response.created(place).entity(view).build()
                    : Response.ok(view).header("Location", place).build();
        } finally {
            store.discard(incoming);
        }
    }
}
