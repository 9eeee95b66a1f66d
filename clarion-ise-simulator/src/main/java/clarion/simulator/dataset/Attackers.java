package clarion.simulator.dataset;

import clarion.simulator.traffic.Address;
import clarion.simulator.traffic.Conversation.Kind;
import clarion.simulator.traffic.Conversation.Outcome;
import clarion.simulator.traffic.Draws;
import clarion.simulator.traffic.Party;
import clarion.simulator.traffic.Service;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;

/** Scanners, which sweep addresses and ports in a minute or two, and infected devices, which try their neighbours. */
final class Attackers {

    private static final int SWEEP = 160;
    private static final int PORTS = 50;
    private static final int TRIES = 15;
    private static final List<String> SWEPT = List.of("smb", "ssh", "rdp", "http", "snmp");
    private static final List<String> SPREAD = List.of("smb", "rdp", "winrm", "ssh", "rpc");

    private final Population population;
    private final Contacts contacts;
    private final Chatter chatter;

    Attackers(Population population, Contacts contacts, Chatter chatter) {
        this.population = population;
        this.contacts = contacts;
        this.chatter = chatter;
    }

    /** All attacks of a day. */
    void day(int day) throws IOException {
        for (Endpoint endpoint : population.endpoints) {
            if ((endpoint.scanner || endpoint.infected) && !endpoint.today.isEmpty()) {
                SplittableRandom random =
                        new SplittableRandom(Draws.seed(population.plan.seed() + day, 7_000_000 + endpoint.id));
                Presence who = endpoint.today.get(0);
                if (endpoint.scanner && random.nextInt(3) > 0) {
                    sweep(who, instant(who, random), random);
                    scanPorts(who, instant(who, random), random);
                }
                for (int i = 0; endpoint.infected && i < TRIES; i++) {
                    spread(who, instant(who, random), random);
                }
            }
        }
    }

    private static long instant(Presence who, SplittableRandom random) {
        return who.from + random.nextLong(Math.max(1, who.to - who.from - 180_000));
    }

    private void sweep(Presence who, long from, SplittableRandom random) throws IOException {
        Service service = population.model.service(SWEPT.get(random.nextInt(SWEPT.size())));
        for (int i = 0; i < SWEEP; i++) {
            long at = from + i * 400L;
            Presence found = random.nextInt(3) == 0 ? anybody(at, random) : null;
            Party server = found == null
                    ? contacts.nobody(who.exporter, Address.v4(10 << 24 | random.nextInt(1 << 23)))
                    : found.party;
            attack(
                    Kind.SCAN,
                    who,
                    server,
                    service,
                    found == null ? Outcome.UNANSWERED : greeted(2, random),
                    at,
                    random);
        }
    }

    private void scanPorts(Presence who, long from, SplittableRandom random) throws IOException {
        Presence victim = anybody(from, random);
        for (int i = 0; i < PORTS && victim != null; i++) {
            int port = 1 + random.nextInt(10_000);
            Service any = new Service(
                    "port-" + port,
                    Service.TCP,
                    port,
                    port,
                    clarion.simulator.traffic.Shape.LOOKUP,
                    Service.EPHEMERAL,
                    false);
            attack(Kind.SCAN, who, victim.party, any, greeted(1, random), from + i * 300L, random);
        }
    }

    private void spread(Presence who, long at, SplittableRandom random) throws IOException {
        Presence victim = anybody(at, random);
        if (victim != null) {
            Service service = population.model.service(SPREAD.get(random.nextInt(SPREAD.size())));
            attack(Kind.LATERAL, who, victim.party, service, greeted(5, random), at, random);
        }
    }

    private void attack(
            Kind kind, Presence who, Party server, Service service, Outcome outcome, long at, SplittableRandom random)
            throws IOException {
        boolean windows = who.endpoint.role.windows();
        chatter.say(
                kind, who.party, server, service, windows, outcome, at, Math.min(who.to, at + 30_000), random, null);
    }

    /** Answered so often in ten, else refused or ignored. */
    private static Outcome greeted(int inTen, SplittableRandom random) {
        return random.nextInt(10) < inTen
                ? Outcome.ANSWERED
                : random.nextBoolean() ? Outcome.REFUSED : Outcome.UNANSWERED;
    }

    private @org.jspecify.annotations.Nullable Presence anybody(long at, SplittableRandom random) {
        for (int i = 0; i < 10; i++) {
            Endpoint endpoint = population.endpoints.get(random.nextInt(population.endpoints.size()));
            Presence presence = endpoint.at(at);
            if (presence != null) {
                return presence;
            }
        }
        return null;
    }
}
