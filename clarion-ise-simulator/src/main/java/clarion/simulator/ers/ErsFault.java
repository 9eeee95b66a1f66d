package clarion.simulator.ers;

import java.util.Map;

/**
 * A call that ERS refuses, in the words of its messages: Cisco's published codes come on the wire as words. Titles that
 * no public source has are the simulator's own.
 */
final class ErsFault extends RuntimeException {

    private static final String INVALID = "Application resource validation exception";

    private final int status;
    private final String code;
    private final transient Map<String, String> headers;

    private ErsFault(int status, String title, String code, Map<String, String> headers) {
        super(title);
        this.status = status;
        this.code = code;
        this.headers = headers;
    }

    /** 400: a value that the resource cannot have. */
    static ErsFault invalid(String title) {
        return new ErsFault(400, title, INVALID, Map.of());
    }

    /** 400: a mandatory field that is not there, as ISE writes it. */
    static ErsFault missing(String field) {
        String shown = field.equals("id") ? "Id" : field;
        return invalid("Validation Error - Mandatory fields missing: [" + shown + ",]");
    }

    /** 400: a body that is no JSON object of this resource. */
    static ErsFault schema(String title) {
        return new ErsFault(400, title, "Schema validation exception", Map.of());
    }

    /** 400: a filter, sort or page that cannot be. */
    static ErsFault query(String title) {
        return new ErsFault(400, title, "Query string validation exception", Map.of());
    }

    /** 400, although ISE's table says 500: what the store refuses, such as a duplicate. */
    static ErsFault store(String title) {
        return new ErsFault(400, title, "CRUD operation exception", Map.of());
    }

    /** 404. */
    static ErsFault notFound(String title) {
        return new ErsFault(404, title, "Resource not found exception", Map.of());
    }

    /** 400: a resource that this release does not have. */
    static ErsFault unsupportedResource(String path) {
        return new ErsFault(400, "Unsupported resource: " + path, "Unsupported resource exception", Map.of());
    }

    /** 405. */
    static ErsFault unsupportedMethod(String method, String allowed) {
        return new ErsFault(
                405, method + " is not supported here", "Unsupported method exception", Map.of("Allow", allowed));
    }

    /** 415: Accept or Content-Type. */
    static ErsFault mediaType(String title) {
        return new ErsFault(415, title, "Media type exception", Map.of());
    }

    /** 415: ERS-Media-Type. */
    static ErsFault version(String title) {
        return new ErsFault(415, title, "Version exception", Map.of());
    }

    /** 401 with the challenge. */
    static ErsFault unauthorized() {
        return new ErsFault(
                401,
                "Unauthorized",
                "Authentication exception",
                Map.of("WWW-Authenticate", "Basic realm=\"Login to ISE ERS\""));
    }

    /** 403. */
    static ErsFault forbidden(String title) {
        return new ErsFault(403, title, "Authorization exception", Map.of());
    }

    /** 403 as Tomcat's RestCsrfPreventionFilter says it. */
    static ErsFault noToken() {
        return new ErsFault(
                403, "CSRF nonce validation failed", "Authorization exception", Map.of("X-CSRF-Token", "Required"));
    }

    /** 500: what the simulator did not think of; ISE answers much that it cannot convert like that. */
    static ErsFault internal(RuntimeException cause) {
        return new ErsFault(500, "Internal error: " + cause, "Internal exception", Map.of());
    }

    /** Any status that a test wants. */
    static ErsFault simulated(int status) {
        return new ErsFault(status, "simulated fault", "Internal exception", Map.of());
    }

    int status() {
        return status;
    }

    String title() {
        return String.valueOf(getMessage());
    }

    String code() {
        return code;
    }

    Map<String, String> headers() {
        return headers;
    }
}
