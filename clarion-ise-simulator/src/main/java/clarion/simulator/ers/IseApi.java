package clarion.simulator.ers;

import clarion.simulator.Faults;
import clarion.simulator.IseVersion;
import clarion.simulator.control.Accounts;
import clarion.simulator.groups.GroupFeed;
import clarion.simulator.records.Records;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.jetty.server.Handler;

/** ERS and the OpenAPI of every node: what answers, how it is set, and what was called. */
public final class IseApi {

    private final ErsSettings settings = new ErsSettings();
    private final ApiJournal journal = new ApiJournal();
    private final ErsSessions sessions;
    private final Administration administration;
    private final Staging staging = new Staging(settings);
    private final Handler handler;

    /**
     * The APIs over what pxGrid tells.
     *
     * @param data where the credentials are
     * @param nodes of the deployment
     */
    public IseApi(
            Records records,
            GroupFeed feed,
            Accounts accounts,
            Faults faults,
            Path data,
            Clock clock,
            IseVersion version,
            int nodes) {
        sessions = new ErsSessions(clock);
        administration = new Administration(nodes);
        GroupUses uses = new GroupUses(records.trustSec(), settings);
        Reservations reservations = new Reservations();
        SgtResource sgts = new SgtResource(records.groups(), feed, records.trustSec(), uses, reservations, version);
        CellResource cells = new CellResource(records.trustSec(), records.groups(), staging, version);
        SgMappingResource mappings = new SgMappingResource(records.groups(), records.bindings());
        SgtVlanResource vlans = new SgtVlanResource(records.groups(), records.trustSec());
        AuthorizationPolicy policy = new AuthorizationPolicy(records.groups());
        uses.add(mappings::user);
        uses.add(vlans::user);
        uses.add(policy::user);
        StoredResource endpointGroups = Inventory.endpointGroups();
        ErsRouter router = new ErsRouter(version)
                .with(sgts)
                .with(new SgaclResource(records.trustSec(), records.groups(), version))
                .with(cells)
                .with(mappings)
                .with(vlans)
                .with(endpointGroups)
                .with(new EndpointResource(records.endpoints().table(), endpointGroups))
                .with(Inventory.deviceGroups())
                .with(Inventory.devices(records.switches()))
                .with(Inventory.nodes(nodes, administration));
        ErsGate gate = new ErsGate(
                settings, sessions, administration, ErsCredentials.open(data), ErsCredentials.operator(data));
        Push push = new Push(records.switches(), records.trustSec());
        OpenApiRouter open = new OpenApiRouter();
        push.register(open, version);
        policy.register(open);
        new TrustSecOpenApi(records.groups(), sgts, cells, records.trustSec(), reservations, settings)
                .register(open, version);
        Dialect ers = new ErsDialect(gate, router, new Operations(push, version));
        Dialect openApi = new OpenApiDialect(gate, open);
        handler = new ApiHandler(gate, ers, openApi, new PxGridNodesHandler(accounts), journal, faults, clock);
    }

    /** What answers on the ports of ERS and of the API gateway. */
    public Handler handler() {
        return handler;
    }

    public ErsSettings settings() {
        return settings;
    }

    public ApiJournal journal() {
        return journal;
    }

    /** Edits of the matrix that wait for an approver. */
    public int waitingEdits() {
        return staging.waiting();
    }

    /** Approves what waits, and deploys it; how many edits that were. */
    public int approveEdits() {
        return staging.deploy();
    }

    /** Rejects what waits; how many edits that were. */
    public int rejectEdits() {
        return staging.discard();
    }

    /** Ends every session, and its CSRF token with it. */
    public void expireSessions() {
        sessions.expire();
    }

    /** Loses the primary administration node for a while; the secondary is the primary afterwards. */
    public void failOver(Duration gap) {
        sessions.expire();
        administration.failOver(gap);
    }

    /** The node to which writes go, from 1 on. */
    public int primary() {
        return administration.primary();
    }
}
