package clarion.ejb.flows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.devices.IpAddress;
import clarion.domain.flows.identity.Address;
import clarion.domain.flows.identity.NetworkRange;
import clarion.domain.flows.pairing.PairingSettings;
import clarion.simulator.flows.TrueConversation;
import clarion.simulator.traffic.Conversation;
import clarion.simulator.traffic.Party;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the database says of a living campus that spoke NetFlow 9 and IPFIX by UDP, against what the campus says is
 * true: duplicates, replies from other exporters, devices that move and addresses that are used again are in it.
 */
class CampusOverUdpTest {

    private static final long SEED = 20_261_201;
    private static final Duration TIME = Duration.ofMinutes(6);
    private static final long BUCKET = 300_000;

    private static final String STORED =
            "select (extract(epoch from b.at) * 1000)::int8, c.kind, c.mac::text, host(c.ip),"
                    + " c.name, s.kind, s.mac::text, host(s.ip), s.name, b.protocol, b.service, b.service_last,"
                    + " b.conversations + b.replies from flow_by_5m b join flow_party c on c.id = b.client"
                    + " join flow_party s on s.id = b.server";

    @TempDir
    Path directory;

    /** A bucket's row, of which conversations are taken away as they are found to be true. */
    private static final class Stored {
        private final long at;
        private final @Nullable String clientMac;
        private final @Nullable String serverMac;
        private final int service;
        private final int serviceLast;
        private int left;

        Stored(ResultSet row) throws java.sql.SQLException {
            at = row.getLong(1);
            clientMac = row.getString(3);
            serverMac = row.getString(7);
            service = row.getInt(11);
            serviceLast = row.getInt(12);
            left = row.getInt(13);
        }
    }

    private final Map<String, List<Stored>> stored = new HashMap<>();
    private int conversations;
    private int oriented;
    private int sides;
    private int identified;

    @Test
    void theDatabaseHasWhatTheCampusSaid() throws Exception {
        try (SpokenCampus campus = new SpokenCampus(directory, SEED)) {
            campus.live(TIME);
            campus.database().run(connection -> {
                try (PreparedStatement select = connection.prepareStatement(STORED);
                        ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        stored.computeIfAbsent(
                                        key(place(row, 4), place(row, 8), row.getInt(10)), first -> new ArrayList<>())
                                .add(new Stored(row));
                    }
                }
            });
            joined(campus.truth()).forEach(one -> hold(one, campus));
            System.out.printf(
                    Locale.ROOT,
                    "seed %d: %d records by UDP, %d conversations stored; of %d true ones %.3f %% oriented; of %d sides"
                            + " with a session %.3f %% identified%n",
                    SEED,
                    campus.figure("recordsReceived"),
                    campus.figure("conversationsStored"),
                    conversations,
                    percent(oriented, conversations),
                    sides,
                    percent(identified, sides));
            assertEquals(0, campus.figure("recordsDropped") + campus.figure("conversationsDropped"));
            assertTrue(conversations > 10_000 && sides > 10_000, "too little was compared to say anything");
            assertTrue(percent(oriented, conversations) >= 99.5, "orientation");
            assertTrue(percent(identified, sides) >= 99.5, "identity");
        }
    }

    /** As they must be stored: what goes on between the same ports without a pause is one, begun by who spoke first. */
    private static List<Conversation> joined(List<TrueConversation> truth) {
        List<Conversation> sorted = new ArrayList<>();
        truth.forEach(one -> sorted.add(one.conversation()));
        sorted.sort(Comparator.comparingLong(Conversation::start));
        Map<String, Long> ends = new HashMap<>();
        List<Conversation> joined = new ArrayList<>();
        for (Conversation one : sorted) {
            String ends5 = Stream.of(
                                    one.client().address() + " " + one.clientPort(),
                                    one.server().address() + " " + one.port())
                            .sorted()
                            .toList()
                    + " " + one.service().protocol();
            Long before = ends.get(ends5);
            ends.put(ends5, Math.max(one.end(), before == null ? 0 : before));
            if (before == null || one.start() - before > PairingSettings.DEFAULTS.idleMillis()) {
                joined.add(one);
            }
        }
        return joined;
    }

    /** Where a stored side is: its address, or its group of addresses. */
    private static String place(ResultSet row, int ip) throws java.sql.SQLException {
        String address = row.getString(ip);
        return address == null
                ? String.valueOf(row.getString(ip + 1))
                : IpAddress.parse(address).toString();
    }

    private static String key(String client, String server, int protocol) {
        return client + ' ' + server + ' ' + protocol;
    }

    private void hold(Conversation truth, SpokenCampus campus) {
        conversations++;
        Stored found = take(truth);
        if (found == null) {
            return;
        }
        oriented++;
        side(truth.client(), found.clientMac, campus);
        side(truth.server(), found.serverMac, campus);
    }

    private void side(Party truth, @Nullable String mac, SpokenCampus campus) {
        if (truth.mac() != 0 && campus.hadSession(truth.macText())) {
            sides++;
            identified += truth.macText().equalsIgnoreCase(mac) ? 1 : 0;
        }
    }

    private @Nullable Stored take(Conversation truth) {
        long bucket = Math.floorDiv(truth.start(), BUCKET) * BUCKET;
        for (String client : places(truth.client())) {
            for (String server : places(truth.server())) {
                for (Stored row :
                        stored.getOrDefault(key(client, server, truth.service().protocol()), List.of())) {
                    if (row.left > 0
                            && Math.abs(row.at - bucket) <= BUCKET
                            && row.service <= truth.port()
                            && truth.port() <= row.serviceLast) {
                        row.left--;
                        return row;
                    }
                }
            }
        }
        return null;
    }

    /** How a side may be stored: by its address; by its group outside; by its network if it never answered. */
    private static List<String> places(Party party) {
        IpAddress ip = IpAddress.parse(party.address().toString());
        Address address = Address.of(ip);
        return List.of(
                ip.toString(),
                NetworkRange.around(address, address.isV4() ? 24 : 64).toString(),
                FlowSettings.defaults().networks().group(address));
    }

    private static double percent(int part, int whole) {
        return 100.0 * part / whole;
    }
}
