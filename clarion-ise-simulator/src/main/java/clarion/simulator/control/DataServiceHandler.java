package clarion.simulator.control;

import clarion.simulator.Faults;
import clarion.simulator.http.Answers;
import clarion.simulator.http.BasicCredentials;
import clarion.simulator.http.Exchange;
import clarion.simulator.http.JsonBody;
import clarion.simulator.http.JsonBody.BadRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A pxGrid data service: POST calls below its restBaseUrl, for consumers that hold the access secret of its node. */
public abstract class DataServiceHandler extends Handler.Abstract {

    private final String serviceName;
    private final Accounts accounts;
    private final Services services;
    private final Faults faults;

    protected DataServiceHandler(String serviceName, Accounts accounts, Services services, Faults faults) {
        this.serviceName = serviceName;
        this.accounts = accounts;
        this.services = services;
        this.faults = faults;
    }

    /** Serves a call; false if there is no such call. */
    protected abstract boolean serve(String call, JsonBody body, Response response, Callback callback)
            throws IOException, BadRequest;

    @Override
    public final boolean handle(Request request, Response response, Callback callback) throws IOException {
        String path = Request.getPathInContext(request);
        List<ServiceNode> nodes = services.serving(path, Exchange.of(request).host()).stream()
                .filter(node -> node.name().equals(serviceName))
                .toList();
        if (nodes.isEmpty()) {
            return false;
        }
        String call = path.substring(path.lastIndexOf('/') + 1);
        if (faults.intercept(call, Exchange.of(request).node(), response, callback)) {
            return true;
        }
        if (!mayRead(request, nodes)) {
            Answers.unauthorized(response, callback, "pxGrid");
        } else if (!request.getMethod().equals("POST")) {
            Answers.methodNotAllowed(response, callback, "POST");
        } else {
            try {
                if (!serve(call, JsonBody.read(request), response, callback)) {
                    Answers.text(response, callback, 404, "no such call: " + call);
                }
            } catch (BadRequest e) {
                Answers.text(response, callback, e.status(), e.text());
            }
        }
        return true;
    }

    private boolean mayRead(Request request, List<ServiceNode> nodes) {
        Optional<BasicCredentials> credentials = BasicCredentials.of(request);
        return credentials.isPresent()
                && nodes.stream()
                        .anyMatch(node -> accounts.isSecret(
                                credentials.get().name(),
                                node.nodeName(),
                                credentials.get().password()));
    }
}
