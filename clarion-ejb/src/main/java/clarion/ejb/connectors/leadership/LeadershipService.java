package clarion.ejb.connectors.leadership;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.ejb.DatabaseReadiness;
import clarion.ejb.DatabaseWork;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Who leads, who stands by, and what an operator wants of whoever leads. */
@Stateless
@LocalBean
public class LeadershipService {

    private final DatabaseWork database;
    private final DatabaseReadiness readiness;
    private final Clock clock;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected LeadershipService() {
        this(null, null, null);
    }

    @Inject
    public LeadershipService(DatabaseWork database, DatabaseReadiness readiness, Clock clock) {
        this.database = database;
        this.readiness = readiness;
        this.clock = clock;
    }

    /** The present term, or the last one if nobody leads now. */
    public Term term() {
        readiness.require();
        return database.call(connection -> new TermTable(connection).read());
    }

    /** The processes that lead or stand by, by name. */
    public List<Member> members() {
        readiness.require();
        return database.call(connection -> new MemberTable(connection).present());
    }

    /** Who leads and who stands by; empty while the database is away. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<Leadership> find() {
        try {
            return Optional.of(new Leadership(term(), members()));
        } catch (ClarionException e) {
            if (e.type() == ProblemType.DATABASE_UNAVAILABLE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Notes whether the connection is wanted; whoever leads, now or later, goes by it. */
    public void want(boolean started) {
        readiness.require();
        database.run(connection -> new TermTable(connection).want(started, clock.instant()));
    }
}
