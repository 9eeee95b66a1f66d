package clarion.it.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clarion.it.harness.Api;
import clarion.it.harness.Cluster;
import clarion.it.harness.Deployment;
import clarion.it.harness.EventStream;
import clarion.it.harness.PayaraServer;
import clarion.it.harness.Settings;
import clarion.it.harness.Until;
import clarion.it.harness.WildFlyServer;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A replica without a connector asks, steers and hears from the EAR on Payara Server and on WildFly, as on Micro. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplicaOnServersIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Cluster cluster;

    @BeforeAll
    void start() {
        cluster = Cluster.start("replicas", 1, 1, campus -> campus.sessions(50).eventRate(0));
    }

    @AfterAll
    void end() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void onWildFly() throws Exception {
        worksAsAReplica(WildFlyServer::new);
    }

    @Test
    void onPayaraServer() throws Exception {
        worksAsAReplica(PayaraServer::new);
    }

    private void worksAsAReplica(Function<Settings, Deployment> server) throws Exception {
        try (Deployment replica = server.apply(cluster.replicaSettings())) {
            replica.start();
            Api api = cluster.administrator(replica.base());
            awaitState(api, "LIVE");
            api.post("/api/v1/connectors/pxgrid/stop", "").expect(202);
            awaitState(api, "STOPPED");
            api.post("/api/v1/connectors/pxgrid/start", "").expect(202);
            awaitState(api, "LIVE");
            JsonObject report =
                    api.post("/api/v1/connectors/pxgrid/test", "{}").expect(200).json();
            assertEquals("PASSED", report.getString("outcome"), report::toString);
            try (EventStream events = EventStream.open(api)) {
                cluster.ise().bursts().start(20, 0, 5).await();
                events.await(
                        "sessions", PATIENCE, data -> !data.getJsonArray("ids").isEmpty());
            }
        }
    }

    private static void awaitState(Api api, String state) {
        Until.holds(
                "the replica says that the connector is " + state,
                PATIENCE,
                () -> api.get("/api/v1/connectors/pxgrid").expect(200).json(),
                connector -> connector.getString("state").equals(state));
    }
}
