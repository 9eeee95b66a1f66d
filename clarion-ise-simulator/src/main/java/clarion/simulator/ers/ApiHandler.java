package clarion.simulator.ers;

import clarion.simulator.Fault;
import clarion.simulator.Faults;
import clarion.simulator.http.Answers;
import clarion.simulator.http.Exchange;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Takes a call of ERS or, by the gateway, of the OpenAPI: journal, faults, credentials, conditions, answer. One call is
 * done at a time, so that what was checked is still true when it is written; waiting for a fault is not.
 */
final class ApiHandler extends Handler.Abstract {

    private static final System.Logger LOG = System.getLogger(ApiHandler.class.getName());
    private static final int LOST = 0;

    private final ErsGate gate;
    private final Dialect ers;
    private final Dialect openApi;
    private final PxGridNodesHandler nodes;
    private final ApiJournal journal;
    private final Faults faults;
    private final Clock clock;
    private final Object lock = new Object();

    ApiHandler(
            ErsGate gate,
            Dialect ers,
            Dialect openApi,
            PxGridNodesHandler nodes,
            ApiJournal journal,
            Faults faults,
            Clock clock) {
        this.gate = gate;
        this.ers = ers;
        this.openApi = openApi;
        this.nodes = nodes;
        this.journal = journal;
        this.faults = faults;
        this.clock = clock;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Instant at = clock.instant();
        long start = System.nanoTime();
        int inSecond = journal.arrive(start);
        String path = Request.getPathInContext(request);
        Dialect dialect = Exchange.of(request).isByGateway() && path.startsWith(openApi.base() + "/") ? openApi : ers;
        ErsCall call = new ErsCall(request, dialect.base());
        // written before the answer goes out, so that a caller who has it finds itself in the journal
        IntConsumer written = status -> journal.add(
                at,
                ErsGate.user(request),
                call.method(),
                request.getHttpURI().getPathQuery(),
                status,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
                call.node(),
                inSecond);
        answer(dialect, call, response, callback, written);
        return true;
    }

    private void answer(Dialect dialect, ErsCall call, Response plain, Callback callback, IntConsumer written) {
        int node = call.node();
        List<String> names = names(dialect, call);
        if (gate.administration().isDown(node)) {
            written.accept(LOST);
            cut(call, callback);
            return;
        }
        if (faults.holds(names, node, plain, callback)) {
            written.accept(LOST);
            return;
        }
        Response response = faults.dress(names, node, plain);
        Optional<Fault> early = faults.take(Fault.Kind.STATUS, names, node);
        if (early.isPresent()) {
            ErsFault fault = ErsFault.simulated(early.get().status());
            send(response, callback, dialect.refuse(call, fault), written);
            return;
        }
        ErsReply reply = serve(dialect, call, response);
        Optional<Fault> late = faults.take(Fault.Kind.LATE_STATUS, names, node);
        if (faults.take(Fault.Kind.LOST_ANSWER, names, node).isPresent()) {
            written.accept(LOST);
            cut(call, callback);
        } else if (late.isPresent()) {
            ErsFault fault = ErsFault.simulated(late.get().status());
            send(response, callback, dialect.refuse(call, fault), written);
        } else {
            send(response, callback, reply, written);
        }
    }

    private ErsReply serve(Dialect dialect, ErsCall call, Response response) {
        try {
            gate.authenticate(call.request());
            String user = ErsGate.user(call.request());
            String path = Request.getPathInContext(call.request());
            Optional<ErsReply> approval = nodes.isFor(path) ? Optional.of(approve(call, user, path)) : Optional.empty();
            if (approval.isPresent()) {
                return approval.get();
            }
            if (!path.startsWith(dialect.base() + "/")) {
                throw ErsFault.notFound("Resource not found");
            }
            dialect.check(call, user, response);
            synchronized (lock) {
                return dialect.answer(call);
            }
        } catch (ErsFault fault) {
            return dialect.refuse(call, fault);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "event=api-call-failed", e);
            return dialect.refuse(call, ErsFault.internal(e));
        }
    }

    /** Cisco's own clients send these without the headers that everything else needs. */
    private ErsReply approve(ErsCall call, String user, String path) {
        gate.checkOn(false);
        gate.authorize(call, user);
        return nodes.answer(call.method(), path);
    }

    private static void send(Response response, Callback callback, ErsReply reply, IntConsumer written) {
        written.accept(reply.status());
        reply.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        JsonObject body = reply.body();
        if (body == null) {
            Answers.empty(response, callback, reply.status());
        } else {
            Answers.json(response, callback, reply.status(), body);
        }
    }

    private static void cut(ErsCall call, Callback callback) {
        call.request().getConnectionMetaData().getConnection().getEndPoint().close();
        callback.failed(new EofException("the simulator cut this answer"));
    }

    /** By what faults know a call: {@code PUT-sgt}, {@code ers-write} or {@code ers-read}, {@code ers}. */
    private static List<String> names(Dialect dialect, ErsCall call) {
        return List.of(dialect.name(call), call.isWrite() ? "ers-write" : "ers-read", "ers");
    }
}
