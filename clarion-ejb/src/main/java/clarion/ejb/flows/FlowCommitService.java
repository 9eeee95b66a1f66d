package clarion.ejb.flows;

import clarion.domain.flows.identity.Party;
import clarion.ejb.DatabaseReadiness;
import clarion.ejb.DatabaseWork;
import clarion.ejb.flows.FlowStore.Batch;
import clarion.ejb.flows.FlowStore.Numbers;
import clarion.ejb.flows.FlowStore.Written;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What the pipeline asks of the database; every method is one container-managed transaction. */
@Stateless
public class FlowCommitService {

    private static final int MOST_CHANGES = 50_000;

    private final DatabaseWork database;
    private final DatabaseReadiness readiness;
    private final FlowSettings settings;
    private final Clock clock;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected FlowCommitService() {
        this(null, null, null, null);
    }

    @Inject
    public FlowCommitService(DatabaseWork database, DatabaseReadiness readiness, FlowSettings settings, Clock clock) {
        this.database = database;
        this.readiness = readiness;
        this.settings = settings;
        this.clock = clock;
    }

    /** Gives numbers to parties that have none here; committed before they are used, because they are remembered. */
    public void registerParties(Collection<Party> parties, Map<Party, Integer> numbers) {
        readiness.require();
        String today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
        database.run(connection -> new PartyTable(connection, today).register(parties, numbers));
    }

    /** Likewise to exporters, by name. */
    public void registerSources(Collection<String> names, Map<String, Integer> numbers) {
        readiness.require();
        database.run(connection -> new SourceTable(connection).register(names, numbers));
    }

    /** Writes a batch, unless it was written before. */
    public Written write(Batch batch, Numbers numbers, String figures) {
        readiness.require();
        return database.call(
                connection -> new FlowStore(connection, settings, clock.instant()).write(batch, numbers, figures));
    }

    /** Says that the process lives. */
    public void note(String writer, UUID run, long batch, String figures) {
        readiness.require();
        database.run(connection ->
                new FlowStore(connection, settings, clock.instant()).note(writer, run, batch, null, null, figures));
    }

    /** What sessions said of addresses after a change. */
    public AddressLogTable.Changes changesSince(long id) {
        readiness.require();
        return database.call(connection -> new AddressLogTable(connection).since(id, MOST_CHANGES));
    }

    /** What matters from a time on. */
    public AddressLogTable.Changes changesFrom(Instant from) {
        readiness.require();
        return database.call(connection -> new AddressLogTable(connection).standing(from));
    }
}
