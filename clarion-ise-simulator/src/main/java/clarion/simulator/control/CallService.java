package clarion.simulator.control;

import clarion.simulator.Faults;
import clarion.simulator.http.JsonBody;
import clarion.simulator.http.JsonBody.BadRequest;
import java.io.IOException;
import java.util.Map;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A data service that is a table of calls. */
public final class CallService extends DataServiceHandler {

    private final Map<String, Call> calls;

    /** Answers a call. */
    public interface Call {
        void answer(JsonBody body, Response response, Callback callback) throws IOException, BadRequest;
    }

    public CallService(
            String serviceName, Accounts accounts, Services services, Faults faults, Map<String, Call> calls) {
        super(serviceName, accounts, services, faults);
        this.calls = Map.copyOf(calls);
    }

    @Override
    protected boolean serve(String name, JsonBody body, Response response, Callback callback)
            throws IOException, BadRequest {
        Call call = calls.get(name);
        if (call != null) {
            call.answer(body, response, callback);
        }
        return call != null;
    }
}
