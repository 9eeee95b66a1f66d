package clarion.ejb.flows;

import clarion.domain.flows.identity.Address;
import clarion.domain.flows.identity.AddressChange;
import clarion.ejb.DatabaseReadiness;
import clarion.ejb.DatabaseWork;
import clarion.ejb.audit.Actor;
import clarion.ejb.audit.AuditService;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps of an import; every method is one container-managed transaction. */
@Stateless
public class FlowImportStepService {

    /** A process that runs an import says so every few seconds. */
    private static final Duration SILENCE = Duration.ofMinutes(3);

    private final DatabaseWork database;
    private final DatabaseReadiness readiness;
    private final AuditService audit;
    private final FlowSettings settings;
    private final Clock clock;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected FlowImportStepService() {
        this(null, null, null, null, null);
    }

    @Inject
    public FlowImportStepService(
            DatabaseWork database,
            DatabaseReadiness readiness,
            AuditService audit,
            FlowSettings settings,
            Clock clock) {
        this.database = database;
        this.readiness = readiness;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** Notes that a file was sent; its number. */
    public long open(String name, Actor actor, String process, long size) {
        readiness.require();
        audit.record(actor, "flows.import", name);
        return database.call(connection ->
                new FlowImportTable(connection).insert(name, actor.name(), process, size, clock.instant()));
    }

    /** Says how far it is; false if it was given up. */
    public boolean note(long id, FlowImportTable.Progress progress) {
        return database.call(connection -> new FlowImportTable(connection).note(id, progress, clock.instant()));
    }

    /** What is known of some addresses. */
    public List<AddressChange> changes(Collection<Address> addresses) {
        return database.call(connection -> new AddressLogTable(connection).of(addresses));
    }

    /** Sets buckets aside. */
    public FlowStore.Written stage(long id, Buckets buckets, FlowStore.Numbers numbers) {
        return database.call(
                connection -> new FlowStore(connection, settings, clock.instant()).stage(id, buckets, numbers));
    }

    /** Adds everything and says that it is done; or says that the content was there before. */
    public void complete(long id, FlowImportTable.Result result, Buckets findings, FlowStore.Numbers numbers) {
        database.run(connection -> {
            FlowImportTable table = new FlowImportTable(connection);
            Long before = table.find(result.fingerprint());
            if (before != null) {
                table.discard(id);
                table.end(
                        id,
                        "DUPLICATE",
                        "The same records were imported before, as import " + before + "; nothing was added.",
                        before,
                        result,
                        0,
                        clock.instant());
                return;
            }
            table.complete(id, result, clock.instant());
            new FlowStore(connection, settings, clock.instant()).saveFindings(findings, numbers);
        });
    }

    /** Says that it failed, and forgets what was set aside. */
    public void fail(long id, String why, FlowImportTable.@Nullable Result result) {
        database.run(connection -> {
            FlowImportTable table = new FlowImportTable(connection);
            table.discard(id);
            table.end(id, "FAILED", why, null, result, 0, clock.instant());
        });
    }

    /** Gives up those whose process is gone; how many. */
    public int giveUp() {
        return database.call(connection ->
                new FlowImportTable(connection).giveUp(clock.instant().minus(SILENCE), clock.instant()));
    }
}
