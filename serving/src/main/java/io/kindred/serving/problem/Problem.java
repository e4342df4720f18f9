package io.kindred.serving.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A problem document (RFC 9457, Problem Details for HTTP APIs).
 *
 * @param type stable URI of the kind of problem
 * @param title the kind in words
 * @param status HTTP status
 * @param detail what is wrong with this request and the way out
 * @param violations every part of the request that is not valid; only with type validation
 * @param id under which the server's log has more; only with status 500
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "violations", "id"})
@Schema(description = "A problem document as in RFC 9457.")
public record Problem(
        @Schema(required = true, examples = "urn:kindred:problem:unknown-model")
        String type,

        @Schema(required = true) String title,
        @Schema(required = true) int status,
        @Schema(required = true) String detail,
        List<Violation> violations,
        String id) {
    /** The media type of problem documents. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * A part of the request that is not valid.
     *
     * @param field path of the part, as in "events[3].user"
     * @param message what is wrong with it
     */
    public record Violation(String field, String message) {}

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type.uri(), type.title(), type.status(), detail, List.of(), null);
    }

    /** The HTTP response with this document. */
    public Response toResponse() {
        Response.ResponseBuilder response =
                Response.status(status).type(MediaType.valueOf(MEDIA_TYPE)).entity(this);
        if (status == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.build();
    }
}
