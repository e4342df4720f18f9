package io.kindred.serving.problem;

import java.util.Locale;

/** Every kind of error the API answers with; the type is stable, the detail is for people. */
public enum ProblemType {
    MALFORMED_JSON(400, "The body is not JSON"),
    UNKNOWN_FIELD(400, "The body has a field that is not known here"),
    INVALID_VALUE(400, "A value has the wrong type"),
    VALIDATION(400, "The request is not valid"),
    INVALID_ARTIFACT(422, "The artifact cannot be used"),
    INVALID_TOKEN(401, "The request needs the token of this server"),
    HOST_REFUSED(403, "The server does not answer under this host name"),
    PATH_REFUSED(403, "The path is outside the folder artifacts may be published from"),
    NOT_FOUND(404, "There is nothing here"),
    UNKNOWN_MODEL(404, "There is no such model"),
    UNKNOWN_ITEM(404, "There is no such item"),
    NO_LIVE_MODEL(409, "No model is live"),
    NOTHING_TO_ROLL_BACK(409, "There is no earlier model to go back to"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    NOT_ACCEPTABLE(406, "The answer is not available in the media type asked for"),
    BODY_TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body's media type is not supported here"),
    NOT_SUPPORTED(422, "The model cannot do this"),
    EVENTS_UNAVAILABLE(503, "Events cannot be stored at the moment"),
    REQUEST_FAILED(400, "The request failed"),
    INTERNAL_ERROR(500, "The server failed");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The URI that identifies the kind, as in "urn:kindred:problem:unknown-model". */
    public String uri() {
        return "urn:kindred:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
