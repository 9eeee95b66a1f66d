package clarion.simulator.sessions;

import clarion.simulator.Faults;
import clarion.simulator.IseVersion;
import clarion.simulator.control.Accounts;
import clarion.simulator.control.DataServiceHandler;
import clarion.simulator.control.ServiceNode;
import clarion.simulator.control.Services;
import clarion.simulator.filter.Filter;
import clarion.simulator.http.Answers;
import clarion.simulator.http.JsonBody;
import clarion.simulator.http.JsonBody.BadRequest;
import clarion.simulator.http.Streams;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * REST of com.cisco.ise.session. getSessions is streamed and, like the real one, names no content type. A recovery from
 * before the journal begins is answered with 404, so that the consumer reads everything again.
 */
public final class SessionServiceHandler extends DataServiceHandler {

    private static final String START = "startTimestamp";
    private static final String JSON = "application/json";

    private final SessionStore store;
    private final IseVersion version;

    public SessionServiceHandler(
            SessionStore store, IseVersion version, Accounts accounts, Services services, Faults faults) {
        super(ServiceNode.SESSION, accounts, services, faults);
        this.store = store;
        this.version = version;
    }

    @Override
    protected boolean serve(String call, JsonBody body, Response response, Callback callback)
            throws IOException, BadRequest {
        switch (call) {
            case "getSessions" -> getSessions(body, response, callback);
            case "getSessionsForRecovery" -> {
                if (!version.hasRecovery()) {
                    return false;
                }
                recover(body, response, callback);
            }
            case "getSessionByIpAddress" -> one(store.findByIpAddress(body.required("ipAddress")), response, callback);
            case "getSessionByMacAddress" ->
                one(store.findByMacAddress(body.required("macAddress")), response, callback);
            case "getUserGroups" -> {
                response.getHeaders().put(HttpHeader.CONTENT_TYPE, JSON);
                Streams.answer(response, callback, out -> store.writeUserGroups(out, "{\"userGroups\":[", ",", "]}"));
            }
            case "getUserGroupByUserName" ->
                UserGroups.of(store.directory(), body.required("userName"))
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
        String text = body.optional("filter");
        if (text != null && !version.hasFilters()) {
            throw new BadRequest(400, "filter is not supported");
        }
        Filter filter;
        try {
            filter = text == null ? null : Filter.parse(text);
        } catch (IllegalArgumentException e) {
            throw new BadRequest(400, String.valueOf(e.getMessage()));
        }
        Instant start = body.instant(START);
        Streams.answer(response, callback, out -> store.writeAll(out, start, filter));
    }

    private void recover(JsonBody body, Response response, Callback callback) throws BadRequest {
        body.required(START);
        Instant start = Objects.requireNonNull(body.instant(START));
        Instant end = body.instant("endTimestamp");
        if (!store.reaches(start)) {
            throw new BadRequest(404, "recovery does not reach back to " + start);
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, JSON);
        Streams.answer(response, callback, out -> store.writeEvents(out, start, end == null ? Instant.MAX : end));
    }

    private static void one(Optional<byte[]> session, Response response, Callback callback) {
        if (session.isEmpty()) {
            Answers.empty(response, callback, 204);
            return;
        }
        response.setStatus(200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, JSON);
        response.write(true, ByteBuffer.wrap(session.get()), callback);
    }
}
