package clarion.simulator.pubsub;

import clarion.simulator.Faults;
import clarion.simulator.control.Accounts;
import clarion.simulator.control.ServiceNode;
import clarion.simulator.control.Services;
import clarion.simulator.http.Answers;
import clarion.simulator.http.BasicCredentials;
import clarion.simulator.http.Exchange;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/** The WebSocket upgrade at the pubsub service's wsUrl; the access secret is checked here, not in STOMP. */
public final class PubSubHandler extends Handler.Abstract {

    private final Accounts accounts;
    private final Services services;
    private final Broker broker;
    private final Faults faults;
    private final ServerWebSocketContainer webSockets;

    public PubSubHandler(
            Accounts accounts, Services services, Broker broker, Faults faults, ServerWebSocketContainer webSockets) {
        this.accounts = accounts;
        this.services = services;
        this.broker = broker;
        this.faults = faults;
        this.webSockets = webSockets;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        List<ServiceNode> nodes = services.serving(path, Exchange.of(request).host()).stream()
                .filter(node -> node.properties().containsKey(ServiceNode.WS_URL) && path.equals(node.path()))
                .toList();
        if (nodes.isEmpty()) {
            return false;
        }
        int here = Exchange.of(request).node();
        if (faults.intercept(Faults.UPGRADE, here, response, callback)) {
            return true;
        }
        Optional<BasicCredentials> credentials = BasicCredentials.of(request);
        boolean known = credentials.isPresent()
                && nodes.stream()
                        .anyMatch(node -> accounts.isSecret(
                                credentials.get().name(),
                                node.nodeName(),
                                credentials.get().password()));
        if (!known) {
            Answers.unauthorized(response, callback, "pxGrid");
        } else if (!webSockets.upgrade(
                (req, res, cb) -> new Subscriber(
                        broker,
                        here,
                        credentials.get().name(),
                        req.getConnectionMetaData().getConnection().getEndPoint()),
                request,
                response,
                callback)) {
            Answers.text(response, callback, 426, "WebSocket only");
        }
        return true;
    }
}
