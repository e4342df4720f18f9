package io.kindred.serving.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.kindred.core.KindredException;
import io.kindred.core.artifact.ArtifactException;
import io.kindred.core.online.EventLogException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever ends a request into a problem document. Class names and stack traces stay in the log. */
@Singleton
public final class ExceptionMappers {
    private static final Logger LOG = Logger.getLogger(ExceptionMappers.class);
    private static final int MAX_VIOLATIONS = 20;

    @ServerExceptionMapper
    public Response problem(ProblemException e) {
        return Problem.of(e.type(), e.getMessage()).toResponse();
    }

    @ServerExceptionMapper
    public Response bodyTooLarge(BodyTooLargeException e) {
        return Problem.of(ProblemType.BODY_TOO_LARGE, e.getMessage()).toResponse();
    }

    @ServerExceptionMapper
    public Response eventLog(EventLogException e) {
        LOG.errorf("events refused: %s", e.getMessage());
        return Problem.of(ProblemType.EVENTS_UNAVAILABLE, e.getMessage()).toResponse();
    }

    @ServerExceptionMapper
    public Response artifact(ArtifactException e) {
        return Problem.of(ProblemType.INVALID_ARTIFACT, e.getMessage()).toResponse();
    }

    @ServerExceptionMapper
    public Response kindred(KindredException e) {
        return Problem.of(ProblemType.REQUEST_FAILED, e.getMessage()).toResponse();
    }

    @ServerExceptionMapper
    public Response json(JsonProcessingException e) {
        return describe(e).toResponse();
    }

    @ServerExceptionMapper
    public Response mismatch(MismatchedInputException e) {
        return describe(e).toResponse();
    }

    @ServerExceptionMapper
    public Response violations(ConstraintViolationException e) {
        List<Problem.Violation> all = e.getConstraintViolations().stream()
                .map(v -> new Problem.Violation(field(v), v.getMessage()))
                .sorted(Comparator.comparing(Problem.Violation::field).thenComparing(Problem.Violation::message))
                .toList();
        Problem.Violation first = all.getFirst();
        String detail =
                first.field() + " " + first.message() + (all.size() > 1 ? "; and " + (all.size() - 1) + " more" : "");
        return new Problem(
                        ProblemType.VALIDATION.uri(),
                        ProblemType.VALIDATION.title(),
                        ProblemType.VALIDATION.status(),
                        detail,
                        all.subList(0, Math.min(all.size(), MAX_VIOLATIONS)),
                        null)
                .toResponse();
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException cause) {
            return describe(cause).toResponse();
        }
        int status = e.getResponse().getStatus();
        return switch (status) {
            case 404 -> notFound(e);
            case 405 ->
                withAllow(
                        e,
                        Problem.of(ProblemType.METHOD_NOT_ALLOWED, "this address does not take this method")
                                .toResponse());
            case 406 ->
                Problem.of(ProblemType.NOT_ACCEPTABLE, "this address answers with application/json")
                        .toResponse();
            case 413 ->
                Problem.of(ProblemType.BODY_TOO_LARGE, "the body is larger than allowed")
                        .toResponse();
            case 415 ->
                Problem.of(
                                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                                "set the header Content-Type to a media type that this address takes, as in"
                                        + " application/json")
                        .toResponse();
            default ->
                status < 500
                        ? new Problem(
                                        ProblemType.REQUEST_FAILED.uri(),
                                        ProblemType.REQUEST_FAILED.title(),
                                        status,
                                        "the request was refused with status " + status,
                                        List.of(),
                                        null)
                                .toResponse()
                        : unexpected(e);
        };
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable e) {
        String id = UUID.randomUUID().toString();
        LOG.errorf(e, "request failed, id %s", id);
        ProblemType type = ProblemType.INTERNAL_ERROR;
        return new Problem(
                        type.uri(),
                        type.title(),
                        type.status(),
                        "the server's log has more under the id " + id,
                        List.of(),
                        id)
                .toResponse();
    }

    private static Response notFound(WebApplicationException e) {
        if (e instanceof NotFoundException && e.getCause() instanceof IllegalArgumentException cause) {
            return Problem.of(
                            ProblemType.INVALID_VALUE,
                            "a parameter of the address has the wrong type" + numberHint(cause))
                    .toResponse();
        }
        return Problem.of(ProblemType.NOT_FOUND, "there is no such address; see /q/openapi for those there are")
                .toResponse();
    }

    private static String numberHint(IllegalArgumentException cause) {
        return cause instanceof NumberFormatException && cause.getMessage() != null
                ? ": " + cause.getMessage().replace("For input string: ", "not a whole number: ")
                : "";
    }

    private static Response withAllow(WebApplicationException e, Response problem) {
        String allow = e.getResponse().getHeaderString("Allow");
        return allow == null
                ? problem
                : Response.fromResponse(problem).header("Allow", allow).build();
    }

    static Problem describe(JsonProcessingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                Problem.of(
                        ProblemType.UNKNOWN_FIELD,
                        "unknown field '" + path(unknown) + "'" + position(e) + "; known here: "
                                + known(unknown.getKnownPropertyIds()));
            case StreamConstraintsException _ ->
                Problem.of(ProblemType.MALFORMED_JSON, "the nesting depth, a name or a number is larger than allowed");
            case StreamReadException syntax ->
                Problem.of(ProblemType.MALFORMED_JSON, firstLine(syntax.getOriginalMessage()) + position(e));
            case JsonMappingException wrong
            when wrong.getCause() instanceof KindredException cause ->
                Problem.of(ProblemType.VALIDATION, cause.getMessage());
            case JsonMappingException wrong
            when wrong.getCause() instanceof JsonProcessingException cause -> describe(cause);
            case MismatchedInputException wrong
            when wrong.getOriginalMessage().startsWith("Trailing token") ->
                Problem.of(ProblemType.MALFORMED_JSON, "the body goes on after the end of its JSON" + position(e));
            case MismatchedInputException wrong ->
                Problem.of(
                        ProblemType.INVALID_VALUE,
                        (path(wrong).isEmpty() ? "the body" : "'" + path(wrong) + "'") + " must be " + expected(wrong)
                                + position(e));
            default -> Problem.of(ProblemType.INVALID_VALUE, "a value cannot be read" + position(e));
        };
    }

    private static String expected(MismatchedInputException wrong) {
        Class<?> type = wrong.getTargetType();
        if (type == null) {
            return "of another type";
        }
        if (type == String.class) {
            return "text";
        }
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "a whole number";
        }
        if (Number.class.isAssignableFrom(type) || type == double.class || type == float.class) {
            return "a number";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return "an object";
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static String known(Collection<Object> names) {
        return names == null
                ? "none"
                : names.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String position(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null || at.getLineNr() < 1
                ? ""
                : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }

    /** Jackson's messages go on with hints for programmers. */
    private static String firstLine(String message) {
        String line = message.lines().findFirst().orElse("not JSON");
        int hint = line.indexOf(" (`");
        return hint > 0 ? line.substring(0, hint) : line;
    }

    /** The path without the name of the Java method that validation puts first. */
    private static String field(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString();
        int dot = path.indexOf('.');
        String field = dot < 0 ? path : path.substring(dot + 1);
        String inBody = field.startsWith("body.") ? field.substring("body.".length()) : field;
        return inBody.replaceAll("\\.?<[a-z ]+>", "");
    }
}
