package clarion.ejb.flows;

import clarion.ejb.DatabaseWork;
import clarion.ejb.connectors.leadership.AdvisoryLock;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/**
 * Steps of the upkeep of flows. Each is one container-managed transaction, and is left to another process that is at
 * it.
 */
@Stateless
public class FlowUpkeepService {

    private final DatabaseWork database;
    private final FlowSettings settings;
    private final Clock clock;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected FlowUpkeepService() {
        this(null, null, null);
    }

    @Inject
    public FlowUpkeepService(DatabaseWork database, FlowSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** Makes the next bucket that is due; false if none is. */
    public boolean makeNext() {
        Instant now = clock.instant();
        return database.call(connection -> {
            if (!AdvisoryLock.FLOW_UPKEEP.tryForTransaction(connection)) {
                return false;
            }
            RollUp rollUp = new RollUp(connection);
            for (Series series : new Series[] {Series.HOUR, Series.DAY}) {
                if (rollUp.makeNext(series, now).isPresent()) {
                    return true;
                }
                rollUp.noteMade(series, now);
            }
            return false;
        });
    }

    /** Makes partitions ahead, drops old ones, sweeps out rows; how many went. */
    public int sweep() {
        return database.call(connection -> {
            if (!AdvisoryLock.FLOW_UPKEEP.tryForTransaction(connection)) {
                return 0;
            }
            Sweep sweep = new Sweep(connection, settings, clock.instant());
            sweep.cover();
            return sweep.drop() + sweep.rows();
        });
    }

    /** Moves what late news of sessions concern; false if there are no more. */
    public boolean move() {
        return database.call(connection -> AdvisoryLock.FLOW_MOVES.tryForTransaction(connection)
                && new LateMoves(connection, settings, clock.instant()).run().looked() > 0);
    }
}
