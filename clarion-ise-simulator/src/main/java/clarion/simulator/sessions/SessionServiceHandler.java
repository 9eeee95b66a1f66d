package clarion.simulator.sessions;

import clarion.simulator.Faults;
import clarion.simulator.control.Accounts;
import clarion.simulator.control.DataServiceHandler;
import clarion.simulator.control.ServiceNode;
import clarion.simulator.control.Services;
import clarion.simulator.http.Answers;
import clarion.simulator.http.JsonBody;
import clarion.simulator.http.JsonBody.BadRequest;
import jakarta.json.JsonException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * REST of com.cisco.ise.session. getSessions is streamed and, like the real one, names no content type. A recovery from
 * before the journal begins is answered with 404, so that the consumer reads everything again.
 */
public final class SessionServiceHandler extends DataServiceHandler {

    private static final String START = "startTimestamp";

    private final SessionDirectory directory;
    private final Journal journal;
    private final SessionJson json;

    public SessionServiceHandler(
            SessionDirectory directory,
            Journal journal,
            SessionJson json,
            Accounts accounts,
            Services services,
            Faults faults) {
        super(ServiceNode.SESSION, accounts, services, faults);
        this.directory = directory;
        this.journal = journal;
        this.json = json;
    }

    @Override
    protected boolean serve(String call, JsonBody body, Response response, Callback callback)
            throws IOException, BadRequest {
        switch (call) {
            case "getSessions" -> getSessions(body, response, callback);
            case "getSessionsForRecovery" -> recover(body, response, callback);
            case "getSessionByIpAddress" ->
                one(directory.findByIpAddress(body.required("ipAddress")), response, callback);
            case "getSessionByMacAddress" ->
                one(directory.findByMacAddress(body.required("macAddress")), response, callback);
            case "getUserGroups" -> Answers.json(response, callback, 200, UserGroups.all(directory));
            case "getUserGroupByUserName" ->
                UserGroups.of(directory, body.required("userName"))
                        .ifPresentOrElse(
                                groups -> Answers.json(response, callback, 200, groups),
                                () -> Answers.empty(response, callback, 204));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void getSessions(JsonBody body, Response response, Callback callback) throws BadRequest {
        if (body.optional("filter") != null) {
            throw new BadRequest(400, "filter is not supported");
        }
        String start = body.optional(START);
        stream(start == null ? directory.all() : directory.since(instant(start)), response, callback);
    }

    private void recover(JsonBody body, Response response, Callback callback) throws BadRequest {
        Instant start = instant(body.required(START));
        String end = body.optional("endTimestamp");
        if (!journal.reaches(start)) {
            throw new BadRequest(404, "recovery does not reach back to " + start);
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        stream(journal.between(start, end == null ? Instant.MAX : instant(end)), response, callback);
    }

    private void stream(Iterable<IseSession> sessions, Response response, Callback callback) {
        response.setStatus(200);
        try (OutputStream out = Content.Sink.asOutputStream(response)) {
            json.writeAll(out, sessions);
        } catch (IOException | JsonException e) {
            callback.failed(e);
            return;
        }
        callback.succeeded();
    }

    private void one(Optional<IseSession> session, Response response, Callback callback) {
        if (session.isEmpty()) {
            Answers.empty(response, callback, 204);
            return;
        }
        response.setStatus(200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.write(true, ByteBuffer.wrap(json.one(session.get())), callback);
    }

    private static Instant instant(String text) throws BadRequest {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new BadRequest(400, "not a timestamp: " + text);
        }
    }
}
