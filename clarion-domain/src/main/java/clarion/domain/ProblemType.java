package clarion.domain;

/**
 * Every kind of problem Clarion reports, as RFC 9457 names them.
 *
 * <p>The slug ends the {@code type} URI and is part of the API: it may be added to, never renamed. The title is the
 * same for every occurrence; what is special about one occurrence stands in the exception's detail.
 */
public enum ProblemType {
    MALFORMED_REQUEST("malformed-request", 400, "The request could not be read"),
    INVALID_PARAMETER("invalid-parameter", 400, "A parameter is not valid"),
    INVALID_FILTER("invalid-filter", 400, "The filter expression is not valid"),
    INVALID_CURSOR("invalid-cursor", 400, "The cursor is not valid for this list"),
    VALIDATION_FAILED("validation-failed", 400, "The request breaks a rule"),
    UNAUTHENTICATED("unauthenticated", 401, "Authentication is required"),
    BAD_CREDENTIALS("bad-credentials", 401, "The user name or password is wrong"),
    FORBIDDEN("forbidden", 403, "The caller's role does not allow this"),
    CSRF_REJECTED("csrf-rejected", 403, "The request did not prove that the console sent it"),
    NOT_FOUND("not-found", 404, "There is nothing here"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "The resource does not know this method"),
    NOT_ACCEPTABLE("not-acceptable", 406, "None of the accepted media types can be produced"),
    CONFLICT("conflict", 409, "The request conflicts with the present state"),
    PRECONDITION_FAILED("precondition-failed", 412, "The resource has changed since it was read"),
    PAYLOAD_TOO_LARGE("payload-too-large", 413, "The request body is too large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The media type of the request is not understood"),
    PRECONDITION_REQUIRED("precondition-required", 428, "The request must say which version it changes"),
    TOO_MANY_ATTEMPTS("too-many-attempts", 429, "Too many attempts"),
    INTERNAL("internal", 500, "Clarion failed"),
    DATABASE_UNAVAILABLE("database-unavailable", 503, "The database does not answer"),
    NOT_LEADING("not-leading", 503, "Another process holds the connection to ISE"),
    QUEUE_UNAVAILABLE("queue-unavailable", 503, "The message queue does not answer"),
    UNAVAILABLE("unavailable", 503, "Clarion cannot do this now");

    private final String slug;
    private final int status;
    private final String title;

    ProblemType(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    /** The last segment of the problem's {@code type} URI. */
    public String slug() {
        return slug;
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return status;
    }

    /** The short text that is the same for every occurrence. */
    public String title() {
        return title;
    }
}
