package clarion.simulator.api;

import clarion.simulator.IseSimulator;
import clarion.simulator.records.RecordSource;
import java.time.Clock;
import java.util.Map;

/** Puts the control API together. */
public final class ApiRooms {

    private ApiRooms() {}

    /** @param tables the records of every kind, under the ids of their topics */
    public static ControlApi of(IseSimulator ise, Clock clock, Map<String, RecordSource> tables) {
        return new ControlApi()
                .with(new FaultRoutes(ise).routes())
                .with(new ErsRoutes(ise).routes())
                .with(new FlowRoutes(ise).routes())
                .with(new TruthRoutes(ise, clock, tables).routes());
    }
}
