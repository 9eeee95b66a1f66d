package clarion.web.connectors;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.domain.logging.ContextLogger;
import clarion.ejb.connectors.ConnectorCheckService;
import clarion.ejb.connectors.ConnectorService;
import clarion.ejb.connectors.OwnProcess;
import clarion.pxgrid.CheckOrder;
import clarion.pxgrid.ConnectorAnswer;
import clarion.pxgrid.ConnectorStatus;
import clarion.pxgrid.Snapshot;
import clarion.web.JsonConfiguration;
import clarion.web.problems.Problems;
import jakarta.inject.Inject;
import jakarta.json.bind.JsonbException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * {@code /internal/connector/*}: the connector for the other processes of this Clarion, which prove with the shared key
 * who they are. It belongs on an internal network; accounts, roles and the audit record are where people ask.
 */
@WebServlet(name = "internal-connector", urlPatterns = "/internal/connector/*")
public class InternalConnectorServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = ContextLogger.of(InternalConnectorServlet.class);
    private static final String BEARER = "Bearer ";
    private static final int LARGEST_BODY = 64 * 1024;

    @Inject
    private transient OwnProcess process;

    @Inject
    private transient ConnectorService connector;

    @Inject
    private transient ConnectorCheckService checks;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            admit(request);
            String path = request.getMethod() + " " + request.getPathInfo();
            Object answer = switch (path) {
                case "GET /status" -> answer(connector.status());
                case "POST /start" -> led(connector::start);
                case "POST /stop" -> led(connector::stop);
                case "POST /reload" -> led(connector::reload);
                case "POST /reconcile" -> led(() -> connector.reconcile(Snapshot.Reason.REQUESTED));
                case "POST /test" -> {
                    requireLead();
                    yield checks.test(order(request));
                }
                default -> throw new ClarionException(ProblemType.NOT_FOUND, "There is no " + path + " here.");
            };
            send(response, JsonConfiguration.jsonb().toJson(answer));
        } catch (RuntimeException e) {
            Problems.send(request, response, Problems.diagnose(LOG, request, e));
        }
    }

    private void admit(HttpServletRequest request) {
        if (!process.servesConnector()) {
            throw new ClarionException(
                    ProblemType.NOT_FOUND,
                    "This process (role " + process.role().word() + ") serves no connector to others.");
        }
        String authorization = request.getHeader("Authorization");
        boolean known = authorization != null
                && authorization.startsWith(BEARER)
                && process.isSharedKey(authorization.substring(BEARER.length()));
        if (!known) {
            throw new ClarionException(ProblemType.UNAUTHENTICATED, "Send the shared key as a bearer token.");
        }
    }

    private interface Command {
        ConnectorStatus run();
    }

    private ConnectorAnswer led(Command command) {
        requireLead();
        return answer(command.run());
    }

    private void requireLead() {
        if (!process.leads()) {
            throw new ClarionException(
                    ProblemType.NOT_LEADING, String.valueOf(connector.status().why()));
        }
    }

    private ConnectorAnswer answer(ConnectorStatus status) {
        return new ConnectorAnswer(process.leads(), status);
    }

    private static CheckOrder order(HttpServletRequest request) throws IOException {
        try (InputStream in = request.getInputStream()) {
            byte[] body = in.readNBytes(LARGEST_BODY + 1);
            if (body.length > LARGEST_BODY) {
                throw new ClarionException(ProblemType.PAYLOAD_TOO_LARGE, "An order is smaller.");
            }
            return JsonConfiguration.jsonb().fromJson(new String(body, StandardCharsets.UTF_8), CheckOrder.class);
        } catch (JsonbException e) {
            throw new ClarionException(ProblemType.MALFORMED_REQUEST, "The body is no order of a test.", e);
        }
    }

    private static void send(HttpServletResponse response, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
