package clarion.ejb.connectors;

import static clarion.ejb.IngestWorld.NOON;

import clarion.pxgrid.ConnectorStatus;
import java.util.List;

/** A status that says nothing but the state. */
final class Status {

    private Status() {}

    static ConnectorStatus of(ConnectorStatus.State state) {
        return new ConnectorStatus(
                state,
                NOON,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new ConnectorStatus.Counters(0, 0, 0, 0, 0, 0, 0, 0),
                null,
                null,
                null,
                List.of(),
                null,
                List.of(),
                false);
    }
}
