package clarion.domain.segmentation.campus;

import clarion.domain.flows.Exporters;
import clarion.domain.flows.text.FlowFileReader;
import clarion.domain.segmentation.Workers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;

/** Files of a campus that a person can take in at a glance. */
final class SmallCampus {

    private final StringBuilder flows = new StringBuilder(
            "src_ip,dst_ip,src_port,dst_port,proto,bytes,packets,src_mac,dst_mac,start_time,end_time\n");
    final StringBuilder leases = new StringBuilder("ip,mac\n");
    final StringBuilder sessions =
            new StringBuilder("session_id,mac,ip,username,endpoint_profile,vlan,session_start,session_end\n");
    private int seconds;
    private int port = 50_000;

    static String ip(int network, int host) {
        return "10.0." + network + "." + host;
    }

    static String mac(int network, int host) {
        return String.format("02:00:00:00:%02x:%02x", network, host);
    }

    /** Devices of a network have leases without times. */
    SmallCampus leases(int network, int devices) {
        for (int host = 1; host <= devices; host++) {
            leases.append(ip(network, host))
                    .append(',')
                    .append(mac(network, host))
                    .append('\n');
        }
        return this;
    }

    SmallCampus profile(int network, int from, int to, String profile) {
        for (int host = from; host <= to; host++) {
            sessions.append("s,")
                    .append(mac(network, host))
                    .append(',')
                    .append(ip(network, host))
                    .append(",,");
            sessions.append(profile).append(",,2026-03-01T00:00:00Z,\n");
        }
        return this;
    }

    /** Each device of a network asks one address, and is answered. */
    SmallCampus ask(int network, int devices, String server, int service, int times) {
        for (int host = 1; host <= devices; host++) {
            for (int i = 0; i < times; i++) {
                conversation(ip(network, host), server, service, true);
            }
        }
        return this;
    }

    SmallCampus conversation(String client, String server, int service, boolean answered) {
        port = port == 60_000 ? 50_000 : port + 1;
        record(client, server, port, service, "", "");
        if (answered) {
            record(server, client, service, port, "", "");
        }
        return this;
    }

    SmallCampus record(String source, String destination, int from, int to, String sourceMac, String destinationMac) {
        String at = String.format("2026-03-02T%02d:%02d:%02dZ", seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
        seconds++;
        flows.append(String.join(
                        ",",
                        source,
                        destination,
                        "" + from,
                        "" + to,
                        "6",
                        "500",
                        "5",
                        sourceMac,
                        destinationMac,
                        at,
                        at))
                .append('\n');
        return this;
    }

    Evidence evidence(boolean identity) {
        RosterFiles files = new RosterFiles();
        files.leases(stream(leases.toString()));
        files.sessions(stream(sessions.toString()));
        CampusFlows campus = new CampusFlows(files.roster());
        FlowFileReader reader = new FlowFileReader(new Exporters(10));
        reader.read(stream(flows.toString()), campus::learn);
        reader.read(stream(flows.toString()), campus::take);
        return campus.finish(identity);
    }

    Analysis analysis(boolean identity) {
        return Analysis.of(evidence(identity), 1, GroupIds.Former.NONE, Workers.ALONE);
    }

    /** The groups that devices of a network are in. */
    static Set<Integer> groups(Analysis analysis, int network, int devices) {
        Set<Integer> groups = new TreeSet<>();
        for (int host = 1; host <= devices; host++) {
            groups.add(analysis.grouping().group(number(analysis, mac(network, host))));
        }
        return groups;
    }

    static int number(Analysis analysis, String endpoint) {
        int number = analysis.evidence().traffic().endpoints().indexOf(endpoint);
        if (number < 0) {
            throw new AssertionError(
                    endpoint + " is not among " + analysis.evidence().traffic().endpoints());
        }
        return number;
    }

    static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    static InputStream zipped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
