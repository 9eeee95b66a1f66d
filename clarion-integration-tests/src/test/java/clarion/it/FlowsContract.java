package clarion.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.it.harness.Until;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Flows come in by UDP, and their exporters are told of. */
interface FlowsContract extends Contract {

    @Test
    default void takesFlowsAndTellsOfTheirExporter() throws IOException {
        int packets = 20;
        try (DatagramSocket socket =
                new DatagramSocket()) { // one, as an exporter has: so one thread reads them in order
            for (int i = 0; i < packets; i++) {
                send(socket, v5(i * 2, 2));
            }
        }
        JsonObject exporter = Until.holds(
                "the exporter is listed with all its packets",
                Duration.ofSeconds(30),
                () -> world().viewer()
                        .get("/api/v1/flows/exporters?address=127.0.0.1")
                        .expect(200)
                        .json(),
                list -> list.getJsonArray("items").stream()
                        .anyMatch(item -> item.asJsonObject().getInt("packets") >= packets));
        JsonObject item = exporter.getJsonArray("items").getJsonObject(0);
        assertEquals("5", item.getString("versions"));
        assertEquals(packets * 2, item.getInt("records"));
        assertEquals(0, item.getInt("decodeErrors"));
        assertEquals(0, item.getInt("sequenceMissing"));
        String csv = world().viewer()
                .get("/api/v1/flows/exporters?address=127.0.0.1", "text/csv")
                .expect(200)
                .body();
        assertTrue(csv.lines().skip(1).allMatch(line -> line.contains("127.0.0.1")), csv);
        String metrics = world().viewer().get("/metrics").expect(200).body();
        assertTrue(metrics.contains("\nclarion_flow_collector_listening 1\n"), "the port is open");
        assertTrue(metrics.contains("\nclarion_flow_packets_total " + packets + "\n"), "every packet counts");
    }

    @Test
    default void tellsOfFlowsThoseWhoMayLookAndTakesFilesOfThoseWhoMayChange() {
        List<String> paths = List.of(
                "status",
                "conversations",
                "conversations/new?since=2026-01-01T00:00:00Z",
                "conversations/groups?by=client",
                "talkers",
                "services",
                "matrix",
                "findings",
                "imports",
                "exporters");
        for (String path : paths) {
            world().anonymous().get("/api/v1/flows/" + path).expect(401);
            world().viewer().get("/api/v1/flows/" + path).expect(200);
        }
        for (String path : List.of("devices/02:00:00:00:00:01/traffic", "users/1/traffic")) {
            world().anonymous().get("/api/v1/" + path).expect(401);
        }
        String file = "src_ip,dst_ip\n";
        world().anonymous()
                .call("POST", "/api/v1/flows/imports", file, "text/csv")
                .expect(401);
        world().viewer().call("POST", "/api/v1/flows/imports", file, "text/csv").expect(403);
    }

    private void send(DatagramSocket socket, byte[] packet) throws IOException {
        socket.send(new DatagramPacket(packet, packet.length, InetAddress.getLoopbackAddress(), world().flowsPort()));
    }

    private static byte[] v5(int sequence, int records) {
        ByteBuffer packet = ByteBuffer.allocate(24 + 48 * records);
        packet.putShort((short) 5).putShort((short) records).putInt(60_000);
        packet.putInt((int) (System.currentTimeMillis() / 1000)).putInt(0).putInt(sequence);
        for (int i = 0; i < records; i++) {
            packet.position(24 + 48 * i);
            packet.putInt(0xc6336401)
                    .putInt(0xc6336402)
                    .putInt(0)
                    .putInt(0)
                    .putInt(3)
                    .putInt(300);
            packet.putInt(10_000).putInt(20_000).putShort((short) 50_000).putShort((short) 443);
            packet.put((byte) 0).put((byte) 27).put((byte) 6);
        }
        return packet.array();
    }
}
