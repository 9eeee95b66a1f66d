package clarion.simulator.http;

import jakarta.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Writes whole answers. */
public final class Answers {

    private Answers() {}

    public static void json(Response response, Callback callback, int status, JsonObject body) {
        write(response, callback, status, "application/json", body.toString());
    }

    public static void text(Response response, Callback callback, int status, String body) {
        write(response, callback, status, "text/plain;charset=utf-8", body + "\n");
    }

    public static void empty(Response response, Callback callback, int status) {
        response.setStatus(status);
        response.write(true, ByteBuffer.allocate(0), callback);
    }

    /** 401 with the challenge that clients without pre-emptive authentication wait for. */
    public static void unauthorized(Response response, Callback callback, String realm) {
        response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Basic realm=\"" + realm + "\"");
        text(response, callback, HttpStatus.UNAUTHORIZED_401, "Unauthorized");
    }

    /** 405 naming the only method that there is. */
    public static void methodNotAllowed(Response response, Callback callback, String allowed) {
        response.getHeaders().put(HttpHeader.ALLOW, allowed);
        text(response, callback, HttpStatus.METHOD_NOT_ALLOWED_405, "Use " + allowed);
    }

    private static void write(Response response, Callback callback, int status, String type, String body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.write(true, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)), callback);
    }
}
