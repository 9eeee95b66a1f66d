package clarion.it.flows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.devices.IpAddress;
import clarion.domain.devices.MacAddress;
import clarion.domain.flows.Conversation;
import clarion.domain.flows.Exporters;
import clarion.domain.flows.FlowBatch;
import clarion.domain.flows.identity.Address;
import clarion.domain.flows.identity.AddressChange;
import clarion.domain.flows.identity.AddressLog;
import clarion.domain.flows.pairing.Knowledge;
import clarion.domain.flows.pairing.Pairing;
import clarion.domain.flows.pairing.PairingSettings;
import clarion.domain.flows.pairing.Watermark;
import clarion.domain.flows.text.FlowFileReader;
import clarion.simulator.dataset.DatasetCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the simulator's campus says is true, against what is made of its flow records: duplicates, replies from other
 * exporters, addresses that change hands and scans are in them; only lost records are left out, because of those nobody
 * can know. A conversation that goes on for more than half an hour comes in pieces, by intention: each must be right.
 */
class CampusTruthTest {

    private static final int SEED = 20_261_130;
    private static final int DEVICES = 600;
    private static final long CLOCKS = 5_000;

    @TempDir
    Path directory;

    private final Map<String, List<Conversation>> found = new HashMap<>();
    private final AddressLog log = new AddressLog();
    private int seen;
    private int oriented;
    private int answered;
    private int sides;
    private int identified;

    @Test
    void conversationsAndIdentitiesAreThoseOfTheCampus() throws IOException {
        List<String> arguments = List.of(
                "--kind",
                "hospital",
                "--endpoints",
                Integer.toString(DEVICES),
                "--days",
                "2",
                "--test-days",
                "0",
                "--seed",
                Integer.toString(SEED),
                "--conversations",
                "--set",
                "loss=0",
                "--set",
                "one-way=0",
                "--out",
                directory.toString());
        assertEquals(0, DatasetCommand.run(arguments, System.out, System.err));
        pair();
        identify();
        try (BufferedReader truth = csv("truth/conversations.csv.gz", true)) {
            truth.readLine();
            truth.lines().map(line -> line.split(",", -1)).forEach(this::hold);
        }
        System.out.printf(
                Locale.ROOT,
                "seed %d: %d conversations, oriented %.3f %%, answered or not %.3f %%; %d sides with a session,"
                        + " identified %.3f %%%n",
                SEED,
                seen,
                percent(oriented, seen),
                percent(answered, seen),
                sides,
                percent(identified, sides));
        assertTrue(seen > 10_000 && sides > 10_000, "too little was compared to say anything");
        assertTrue(percent(oriented, seen) >= 99.5, "orientation");
        assertTrue(percent(answered, seen) >= 99.5, "pairing");
        assertTrue(percent(identified, sides) >= 99.5, "identity");
    }

    private void pair() throws IOException {
        PairingSettings settings = PairingSettings.DEFAULTS;
        Exporters exporters = new Exporters(1_000);
        Knowledge knowledge = new Knowledge(settings);
        Watermark measured = new Watermark();
        try (InputStream flows = Files.newInputStream(directory.resolve("flows.csv.gz"))) {
            new FlowFileReader(exporters).read(flows, batch -> {
                knowledge.accept(batch);
                measured.accept(batch);
            });
        }
        knowledge.freeze();
        Watermark mark = new Watermark();
        Pairing pairing = new Pairing(settings.withLateness(measured.disorderMillis()), knowledge, this::find);
        try (InputStream flows = Files.newInputStream(directory.resolve("flows.csv.gz"))) {
            new FlowFileReader(exporters).read(flows, batch -> {
                mark.accept(batch);
                pairing.acceptHistory(batch, mark.millis());
            });
        }
        pairing.finish();
    }

    private void find(Conversation c) {
        found.computeIfAbsent(
                        key(
                                c.client().toString(),
                                c.server().toString(),
                                c.protocol(),
                                c.servicePort(),
                                c.clientPort()),
                        key -> new ArrayList<>())
                .add(c);
    }

    private void identify() throws IOException {
        try (BufferedReader sessions = csv("sessions.csv", false)) {
            sessions.readLine();
            int number = 0;
            for (String line = sessions.readLine(); line != null; line = sessions.readLine()) {
                String[] session = line.split(",", -1);
                number++;
                if (!session[2].isEmpty()) {
                    log.add(change(session, number, session[9], true));
                    if (!session[10].isEmpty()) {
                        log.add(change(session, number, session[10], false));
                    }
                }
            }
        }
    }

    private static AddressChange change(String[] session, int number, String at, boolean live) {
        return new AddressChange(
                Address.of(IpAddress.parse(session[2])),
                Instant.parse(at).toEpochMilli(),
                number,
                MacAddress.parse(session[1]).bits(),
                FlowBatch.UNKNOWN,
                FlowBatch.UNKNOWN,
                live);
    }

    private void hold(String[] truth) {
        long start = Instant.parse(truth[1]).toEpochMilli();
        long end = Instant.parse(truth[2]).toEpochMilli();
        int protocol = Integer.parseInt(truth[12]);
        int port = Integer.parseInt(truth[13]);
        boolean ports = protocol == 6 || protocol == 17;
        int clientPort = ports ? Integer.parseInt(truth[14]) : 0;
        List<Conversation> right = during(key(truth[4], truth[9], protocol, port, clientPort), start, end);
        boolean reversed = !during(
                        ports
                                ? key(truth[9], truth[4], protocol, clientPort, port)
                                : key(truth[9], truth[4], protocol, port, 0),
                        start,
                        end)
                .isEmpty();
        seen++;
        if (!right.isEmpty() && !reversed) {
            oriented++;
        }
        // The files have no TCP flags, so a refusal looks like an answer: what counts is whether anything came back.
        boolean cameBack = Long.parseLong(truth[20]) > 0;
        if (!right.isEmpty() && right.stream().anyMatch(Conversation::isAnswered) == cameBack) {
            answered++;
        }
        side(truth[4], truth[3], start);
        side(truth[9], truth[8], start);
    }

    private void side(String ip, String mac, long millis) {
        if (mac.isEmpty()) {
            return;
        }
        log.at(Address.of(IpAddress.parse(ip)), millis).ifPresent(claim -> {
            sides++;
            if (claim.mac() == MacAddress.parse(mac).bits()) {
                identified++;
            }
        });
    }

    private List<Conversation> during(String key, long start, long end) {
        return found.getOrDefault(key, List.of()).stream()
                .filter(c -> c.firstMillis() <= end + CLOCKS && c.lastMillis() >= start - CLOCKS)
                .toList();
    }

    private static String key(String client, String server, int protocol, int port, int clientPort) {
        return client + ' ' + server + ' ' + protocol + ' ' + port + ' ' + clientPort;
    }

    private static double percent(int part, int whole) {
        return 100.0 * part / whole;
    }

    private BufferedReader csv(String name, boolean zipped) {
        try {
            InputStream file = Files.newInputStream(directory.resolve(name));
            return new BufferedReader(
                    new InputStreamReader(zipped ? new GZIPInputStream(file) : file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
