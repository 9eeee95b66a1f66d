package clarion.simulator.dataset;

import clarion.simulator.traffic.Conversation;
import clarion.simulator.traffic.Exporter;
import clarion.simulator.traffic.FlowRecord;
import clarion.simulator.traffic.Party;
import clarion.simulator.traffic.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The files of the days of learning, or of test: flows, sessions, leases, and true conversations. */
final class Phase implements AutoCloseable {

    static final String FLOWS = "flow_id,src_ip,dst_ip,src_port,dst_port,proto,bytes,packets,src_mac,dst_mac,"
            + "start_time,end_time,vlan_id,exporter_switch_id,ingress_interface,src_sgt,dst_sgt";

    private final Population population;
    private final CsvOut flows;
    private final CsvOut sessions;
    private final CsvOut leases;
    private final @Nullable CsvOut conversations;

    /** @param truth where true conversations go, or null if they go nowhere */
    Phase(Population population, Path directory, @Nullable Path truth) throws IOException {
        this.population = population;
        Files.createDirectories(directory);
        flows = new CsvOut(directory.resolve("flows.csv.gz"), FLOWS);
        sessions = new CsvOut(
                directory.resolve("sessions.csv"),
                "session_id,mac,ip,device_id,username,auth_method,endpoint_profile,location,vlan,session_start,"
                        + "session_end,sgt");
        leases = new CsvOut(
                directory.resolve("leases.csv"),
                "device_id,mac,ip,vlan,switch_id,interface,lease_start,lease_end,assignment_type");
        conversations = truth == null ? null : new CsvOut(truth.resolve("conversations.csv.gz"), TrueLine.HEADER);
    }

    long records() {
        return flows.lines();
    }

    void flow(FlowRecord record) throws IOException {
        Exporter exporter = record.exporter();
        flows.number(flows.lines() + 1)
                .address(record.source().address().low())
                .address(record.destination().address().low())
                .number(record.sourcePort())
                .number(record.destinationPort())
                .number(record.protocol())
                .number(record.octets())
                .number(record.packets())
                .mac(record.sourceMac())
                .mac(record.destinationMac())
                .time(record.start())
                .time(record.end());
        if (record.vlan() > 0) {
            flows.number(record.vlan());
        } else {
            flows.text("");
        }
        flows.text(exporter.name()).text(Exporter.interfaceName(record.ingress()));
        sgt(flows, exporter.sgts(), record.source());
        sgt(flows, exporter.sgts(), record.destination());
        flows.end();
    }

    private static void sgt(CsvOut out, boolean known, Party party) throws IOException {
        if (known) {
            out.number(party.tag());
        } else {
            out.text("");
        }
    }

    void conversation(Conversation conversation) throws IOException {
        if (conversations != null) {
            TrueLine.write(conversations, conversation);
            conversations.end();
        }
    }

    /** Writes a session, if it is one, and a lease. */
    void presence(Presence presence) throws IOException {
        Endpoint endpoint = presence.endpoint;
        if (!endpoint.role.server()) {
            session(presence);
        }
        leases.text(endpoint.deviceId()).mac(endpoint.mac).address(presence.address);
        vlan(leases, endpoint.role);
        leases.text(presence.exporter.name())
                .text(Exporter.interfaceName(endpoint.port))
                .time(presence.from);
        end(leases, presence);
        leases.text(endpoint.role.server() ? "static" : "dhcp").end();
    }

    private void session(Presence presence) throws IOException {
        Endpoint endpoint = presence.endpoint;
        Role role = endpoint.role;
        Person owner = population.owner(endpoint);
        Role believed = endpoint.believed;
        sessions.text(Long.toHexString((presence.from << 20 | endpoint.id) & Long.MAX_VALUE))
                .mac(endpoint.mac)
                .address(presence.address)
                .text(endpoint.deviceId())
                .text(owner == null ? "" : owner.account())
                .text(owner != null ? "dot1x" : role.guest() ? "webauth" : "mab")
                .text(believed == null ? "Unknown" : believed.profile())
                .text("building-" + (presence.building + 1));
        vlan(sessions, role);
        sessions.time(presence.from);
        end(sessions, presence);
        if (population.plan.sgts() == DatasetPlan.Sgts.NONE) {
            sessions.text("");
        } else {
            sessions.number(endpoint.tag);
        }
        sessions.end();
    }

    private static void vlan(CsvOut out, Role role) throws IOException {
        if (role.vlan() > 0) {
            out.number(role.vlan());
        } else {
            out.text("");
        }
    }

    private static void end(CsvOut out, Presence presence) throws IOException {
        if (presence.to == Presence.OPEN) {
            out.text("");
        } else {
            out.time(presence.to);
        }
    }

    @Override
    public void close() throws IOException {
        flows.close();
        sessions.close();
        leases.close();
        if (conversations != null) {
            conversations.close();
        }
    }
}
